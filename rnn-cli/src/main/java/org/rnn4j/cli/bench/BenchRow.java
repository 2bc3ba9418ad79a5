package org.rnn4j.cli.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.rnn4j.api.ConfigException;
import org.rnn4j.api.ErrorMessage;

/**
 * Sizes of a network and a batch.
 *
 * @param name of the row
 * @param timeSteps T
 * @param batchSize B
 * @param inputSize of the first layer
 * @param hiddenSize of every layer
 * @param layers one on the other
 */
public record BenchRow(String name, int timeSteps, int batchSize, int inputSize, int hiddenSize, int layers) {
    private static final String USUAL = "rows.json";

    /** The seven rows that come with the command. */
    public static List<BenchRow> usual() {
        try (InputStream in = Objects.requireNonNull(BenchRow.class.getResourceAsStream(USUAL), USUAL)) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), USUAL);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The rows of a file, a JSON list of objects with a key for each size.
     *
     * @throws ConfigException if it is anything else
     */
    public static List<BenchRow> read(Path file) {
        try {
            return parse(Files.readString(file), file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<BenchRow> parse(String text, String source) {
        try {
            List<BenchRow> rows = new ArrayList<>();
            for (JsonNode row : new ObjectMapper().readTree(text)) {
                rows.add(new BenchRow(
                        row.path("name").asText(),
                        size(row, "timeSteps", source),
                        size(row, "batchSize", source),
                        size(row, "inputSize", source),
                        size(row, "hiddenSize", source),
                        size(row, "layers", source)));
            }
            return List.copyOf(rows);
        } catch (JsonProcessingException e) {
            throw mistake(source, e.getOriginalMessage());
        }
    }

    private static int size(JsonNode row, String key, String source) {
        JsonNode size = row.path(key);
        if (size.canConvertToInt() && size.intValue() >= 1) return size.intValue();
        throw mistake(source, "'" + key + "' of " + row + " is not a number from 1");
    }

    private static ConfigException mistake(String source, String problem) {
        return new ConfigException(ErrorMessage.of("No rows of a benchmark in " + source)
                .fact("problem", problem)
                .fact(
                        "needed",
                        "[{\"name\": \"small\", \"timeSteps\": 64, \"batchSize\": 32, \"inputSize\": 64, "
                                + "\"hiddenSize\": 64, \"layers\": 1}, …]")
                .fix("correct the file")
                .toString());
    }

    /** Examples times steps. */
    public long steps() {
        return (long) timeSteps * batchSize;
    }
}
