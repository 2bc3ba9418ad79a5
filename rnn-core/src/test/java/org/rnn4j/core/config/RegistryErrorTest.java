package org.rnn4j.core.config;

import static org.rnn4j.core.config.Errors.assertMessage;

import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rnn4j.api.Cell;
import org.rnn4j.api.CellProvider;
import org.rnn4j.api.Option;
import org.rnn4j.core.config.Samples.CellSample;

class RegistryErrorTest {
    private static final String SAMPLE = "  declared by  " + CellSample.class.getName() + " in "
            + Origin.of(new CellSample("a", List.of(), c -> t -> {})).location();

    @TempDir
    Path folder;

    private static void register(String type, Option<?>... options) {
        Registry.empty(List.of()).with(new CellSample(type, List.of(options), c -> t -> {}));
    }

    @Test
    void twoJarsOfOneType() throws IOException {
        Path first = Jars.jar(folder.resolve("first.jar"), CellProvider.class, FoundCellProvider.class);
        Path second = Jars.jar(folder.resolve("second.jar"), CellProvider.class, OtherCellProvider.class);
        try (URLClassLoader loader = Jars.loader(first, second)) {
            assertMessage(
                    () -> Registry.load(List.of(), loader),
                    "Two providers of cell type 'found'",
                    "  first   org.rnn4j.core.config.FoundCellProvider in " + first,
                    "  second  org.rnn4j.core.config.OtherCellProvider in " + second,
                    "  fix     take one of the two jars off the class path");
        }
    }

    @Test
    void providerThatCannotBeMade() throws IOException {
        Path jar = Jars.jar(folder.resolve("broken.jar"), CellProvider.class, BrokenCellProvider.class);
        try (URLClassLoader loader = Jars.loader(jar)) {
            assertMessage(
                    () -> Registry.load(List.of(), loader),
                    "A provider of cells does not load",
                    "  problem    Provider org.rnn4j.core.config.BrokenCellProvider could not be instantiated",
                    "  reason     java.lang.IllegalStateException: no luck",
                    "  listed in  META-INF/services/org.rnn4j.api.CellProvider",
                    "  fix        update the jar that lists it, or take it off the class path");
        }
    }

    @Test
    void providerThatIsNotThere() throws IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve(CellProvider.class.getName()), "org.nobody.NoProvider");
        try (URLClassLoader loader = Jars.loader(folder)) {
            assertMessage(
                    () -> Registry.load(List.of(), loader),
                    "A provider of cells does not load",
                    "  problem    Provider org.nobody.NoProvider not found",
                    "  listed in  META-INF/services/org.rnn4j.api.CellProvider",
                    "  fix        update the jar that lists it, or take it off the class path");
        }
    }

    @Test
    void badType() {
        assertMessage(
                () -> register("Lstm"),
                "Bad name of cell type 'Lstm'",
                SAMPLE,
                "  fix          names are a small letter, then letters and digits, like hiddenSize");
    }

    @Test
    void badOptionName() {
        assertMessage(
                () -> register("lstm", Option.integer("hidden_size", "size")),
                "Bad name of option 'hidden_size' of cell type 'lstm'",
                SAMPLE,
                "  fix          names are a small letter, then letters and digits, like hiddenSize");
    }

    @Test
    void optionNamedType() {
        assertMessage(
                () -> register("lstm", Option.text("type", "what")),
                "Bad name of option 'type' of cell type 'lstm'",
                SAMPLE,
                "  fix          'type' names the component");
    }

    @Test
    void sameOptionTwice() {
        assertMessage(
                () -> register("lstm", Samples.HIDDEN_SIZE, Samples.HIDDEN_SIZE),
                "Twice: option 'hiddenSize' of cell type 'lstm'",
                SAMPLE,
                "  fix          declare an option once");
    }

    @Test
    void defaultOutOfRange() {
        assertMessage(
                () -> register("lstm", Samples.HIDDEN_SIZE.orElse(0)),
                "The default 0 is out of range: option 'hiddenSize' of cell type 'lstm'",
                SAMPLE,
                "  fix          give at least 1");
    }

    @Test
    void providerOfNoFamily() {
        assertMessage(
                () -> Registry.empty(List.of()).with(new Samples.ShapeSample("flat", List.of(), c -> null)),
                "org.rnn4j.core.config.Samples$ShapeSample is a provider of no family",
                "  families  cell, layer, loss, optimizer",
                "  fix       implement the provider interface of a family, such as CellProvider");
    }

    @Test
    void familyThatIsNotLoaded() {
        Registry registry =
                Registry.empty(List.of()).with(new CellSample("lstm", List.of(Samples.DRAWN), c -> t -> {}));
        assertMessage(
                () -> registry.create(Cell.class, "lstm", Map.of("drawn", "flat")),
                "No family of components has the type org.rnn4j.core.config.Samples$Shape",
                "  families  cell, layer, loss, optimizer",
                "  fix       load the registry with that family");
    }

    @Test
    void unknownTypeInCode() {
        assertMessage(
                () -> Samples.cell("lstmm", Map.of()),
                "Unknown cell type 'lstmm' at type (code)",
                "  available     elman, lstm",
                "  did you mean  lstm",
                "  fix           correct the name, or add the jar that provides it to the class path");
    }

    @Test
    void unknownOptionInCode() {
        assertMessage(
                () -> Samples.cell("elman", Map.of("activations", "tanh")),
                "Unknown key 'activations' at activations (code)",
                "  available     type, activation",
                "  did you mean  activation",
                "  fix           correct the key, or remove it");
    }

    @Test
    void unsuitableValueInCode() {
        assertMessage(
                () -> Samples.cell("lstm", Map.of("hiddenSize", new StringBuilder[0])),
                "No configuration value: [Ljava.lang.StringBuilder; at hiddenSize (code)",
                "  fix  give a boolean, a finite number, a text, an enum constant, a path, a list or a map");
    }

    @Test
    void notANumberInCode() {
        assertMessage(
                () -> Samples.cell("lstm", Map.of("hiddenSize", 1, "forgetBias", Double.NaN)),
                "No configuration value: NaN at forgetBias (code)",
                "  fix  give a boolean, a finite number, a text, an enum constant, a path, a list or a map");
    }
}
