package org.rnn4j.examples.reference;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.rnn4j.core.engine.Precision;

/**
 * The folder of fixtures: that of {@code -Drnn.fixtures=DIR}, else the one that comes with the tests.
 *
 * <p>Every case is a test of its own; how many agreed is printed for each file.
 */
final class Fixtures {
    private static final String FOLDER = "rnn.fixtures";
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    /** A file of the folder. */
    record File(String name, JsonNode root) {}

    private Fixtures() {}

    /** A test for each case of the files of a form, in each precision. */
    static Stream<DynamicContainer> tests(
            Form form, List<Precision> precisions, BiConsumer<JsonNode, Precision> check) {
        List<DynamicContainer> containers = new ArrayList<>();
        for (File file : files(form)) {
            List<JsonNode> cases = form.cases(file.root());
            if (cases.isEmpty()) continue;
            String name = form == Form.TORCH_PARTS ? file.name() + " cells" : file.name();
            for (Precision precision : precisions) containers.add(tests(name, precision, cases, check));
        }
        return containers.stream();
    }

    private static DynamicContainer tests(
            String file, Precision precision, List<JsonNode> cases, BiConsumer<JsonNode, Precision> check) {
        AtomicInteger agreed = new AtomicInteger();
        AtomicInteger number = new AtomicInteger();
        Stream<DynamicTest> tests = cases.stream()
                .map(c -> DynamicTest.dynamicTest(name(c, number.getAndIncrement()), () -> {
                    check.accept(c, precision);
                    agreed.incrementAndGet();
                }))
                .onClose(() -> System.out.printf(
                        "%s: %d of %d cases agree in %s%n", file, agreed.get(), cases.size(), precision));
        return DynamicContainer.dynamicContainer(file + " " + precision, tests);
    }

    private static String name(JsonNode json, int number) {
        return json.path("name")
                .asText(number + " "
                        + json.path("module").asText(json.path("model").asText()));
    }

    /** The files of a form. */
    static List<File> files(Form form) {
        return files().stream()
                .filter(file -> Form.of(file.name(), file.root()) == form)
                .toList();
    }

    /** All files of the folder. */
    static List<File> files() {
        try (Stream<Path> paths = Files.list(folder())) {
            List<File> files = new ArrayList<>();
            for (Path path :
                    paths.filter(p -> p.toString().endsWith(".json")).sorted().toList()) {
                files.add(new File(path.getFileName().toString(), JSON.readTree(path.toFile())));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder; a relative one counts from where the build was started, which is this module or one above. */
    static Path folder() {
        String given = System.getProperty(FOLDER, "");
        if (given.isEmpty()) return bundled();
        for (Path base = Path.of("").toAbsolutePath(); base != null; base = base.getParent()) {
            if (Files.isDirectory(base.resolve(given))) return base.resolve(given);
        }
        throw new AssertionError("No folder " + given);
    }

    private static Path bundled() {
        try {
            return Path.of(Objects.requireNonNull(Fixtures.class.getResource("/fixtures"))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
