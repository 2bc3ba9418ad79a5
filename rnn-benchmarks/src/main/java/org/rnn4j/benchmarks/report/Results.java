package org.rnn4j.benchmarks.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Lines of JSON of several runs, by whom they are, and the median of each number in them. Immutable once read.
 *
 * <p>Who ran is the line's engine, and for a file {@code rnn4j-….jsonl} the file's name: so runs on several JDKs stand apart.
 */
final class Results {
    /**
     * What was measured.
     *
     * @param engine who ran
     */
    record Key(String engine, String cell, String mode, String name) {}

    private static final String OURS = "rnn4j";

    private final Map<Key, List<JsonNode>> lines = new LinkedHashMap<>();

    static Results read(List<Path> files) {
        Results results = new Results();
        ObjectMapper mapper = new ObjectMapper();
        for (Path file : files) {
            String stem = file.getFileName().toString().replaceFirst("\\.jsonl$", "");
            try {
                for (String line : Files.readAllLines(file)) {
                    if (line.startsWith("{")) results.add(stem, mapper.readTree(line));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return results;
    }

    private void add(String stem, JsonNode line) {
        String engine = line.path("engine").asText();
        if (engine.equals(OURS) && stem.startsWith(OURS)) engine = stem;
        String job = line.path("job").asText();
        Key key = job.isEmpty()
                ? new Key(
                        engine,
                        line.path("cell").asText(),
                        line.path("mode").asText(),
                        line.path("name").asText())
                : new Key(engine, "", "job", job);
        lines.computeIfAbsent(key, k -> new ArrayList<>()).add(line);
    }

    /** All keys of a mode in the order in which they were read. */
    List<Key> keys(String mode) {
        return lines.keySet().stream().filter(k -> k.mode().equals(mode)).toList();
    }

    /** Those of a mode that are ours. */
    List<String> ours(String mode) {
        return engines(mode).stream().filter(Results::isOurs).toList();
    }

    /** The other engines of a mode. */
    List<String> peers(String mode) {
        return engines(mode).stream().filter(e -> !isOurs(e)).toList();
    }

    static boolean isOurs(String engine) {
        return engine.startsWith(OURS);
    }

    private List<String> engines(String mode) {
        return keys(mode).stream().map(Key::engine).distinct().toList();
    }

    /** The median of a number; empty if nobody measured it. */
    OptionalDouble median(Key key, String number) {
        double[] values = Optional.ofNullable(lines.get(key)).orElse(List.of()).stream()
                .filter(line -> line.has(number))
                .mapToDouble(line -> line.get(number).asDouble())
                .sorted()
                .toArray();
        int n = values.length;
        if (n == 0) return OptionalDouble.empty();
        return OptionalDouble.of((values[(n - 1) / 2] + values[n / 2]) / 2);
    }

    /** The number of runs of the line that was run most often. */
    int rounds() {
        return lines.values().stream().mapToInt(List::size).max().orElse(0);
    }
}
