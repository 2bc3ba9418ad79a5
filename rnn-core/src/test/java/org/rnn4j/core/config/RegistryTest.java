package org.rnn4j.core.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rnn4j.api.Cell;
import org.rnn4j.api.CellProvider;
import org.rnn4j.api.Initializer;
import org.rnn4j.api.Layer;
import org.rnn4j.core.component.initializer.InitializerProvider;
import org.rnn4j.core.config.Samples.Shape;

class RegistryTest {
    @TempDir
    Path folder;

    @Test
    void findsProvidersOnTheClassPath() throws IOException {
        Path jar = Jars.jar(folder.resolve("mine.jar"), CellProvider.class, FoundCellProvider.class);
        try (URLClassLoader loader = Jars.loader(jar)) {
            Family<?> initializers = new Family<>("initializer", Initializer.class, InitializerProvider.class);
            Registry registry = Registry.load(List.of(Samples.SHAPES, initializers), loader);
            assertTrue(registry.types(Cell.class).contains("found"));
            Reference found = Reference.of(registry, "found").get(0);
            assertEquals("mine.jar", found.jar());
        }
    }

    @Test
    void typesAreInAlphabeticalOrder() {
        assertEquals(List.of("elman", "lstm"), Samples.registry().types(Cell.class));
        assertEquals(List.of("flat", "round"), Samples.registry().types(Shape.class));
    }

    @Test
    void withLeavesTheRegistryAsItWas() {
        Registry empty = Registry.empty(List.of());
        Registry one = empty.with(new FoundCellProvider());
        assertEquals(List.of(), empty.types(Cell.class));
        assertEquals(List.of("found"), one.types(Cell.class));
    }

    @Test
    void oneTypeNameMayStandInSeveralFamilies() {
        Registry registry = Registry.empty(List.of())
                .with(new FoundCellProvider())
                .with(new Samples.LayerSample("found", List.of(), c -> (flow, x) -> x));
        assertEquals(registry.types(Cell.class), registry.types(Layer.class));
        assertEquals(2, Reference.of(registry, "found").size());
    }

    @Test
    void familiesOfTheApiComeFirst() {
        List<String> words =
                Samples.registry().families().stream().map(Family::word).toList();
        assertEquals(List.of("cell", "layer", "loss", "optimizer", "shape"), words);
        assertEquals("shape", Samples.registry().family(Shape.class).word());
    }
}
