package org.rnn4j.core.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.rnn4j.core.io.AtomicFiles;
import org.rnn4j.core.train.EpochReport;

/**
 * What each epoch brought, one JSON object a line:
 * <pre>
 * {"epoch":1,"updates":44,"learningRate":0.005,"seconds":0.31,
 *  "training":{"loss":2.7},"validation":{"loss":2.6},"best":true,"samples":["anosaurus"]}
 * </pre>
 *
 * <p>A number that is none, such as the metric of nothing, is null. Mutable, for one thread.
 */
final class MetricsLog {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Path file;
    private final List<JsonNode> lines = new ArrayList<>();

    private MetricsLog(Path file) {
        this.file = file;
    }

    /** An empty log; the file appears with the first line. */
    static MetricsLog begin(Path file) {
        return new MetricsLog(file);
    }

    /** Goes on with a log, without what was written after an epoch. */
    static MetricsLog resume(Path file, int epochs) {
        MetricsLog log = new MetricsLog(file);
        if (!Files.exists(file)) return log;
        StringBuilder kept = new StringBuilder();
        try {
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                JsonNode node = parse(line);
                if (!node.path("epoch").canConvertToInt() || node.path("epoch").intValue() > epochs) continue;
                log.lines.add(node);
                kept.append(line).append('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        AtomicFiles.writeString(file, kept.toString());
        return log;
    }

    // A line that a crash cut short is as if it were not there.
    private static JsonNode parse(String line) {
        try {
            return MAPPER.readTree(line);
        } catch (JsonProcessingException e) {
            return MAPPER.missingNode();
        }
    }

    /** Adds a line. */
    void add(EpochReport report, double seconds, List<String> samples) {
        ObjectNode line = MAPPER.createObjectNode();
        line.put("epoch", report.epoch());
        line.put("updates", report.updates());
        line.put("learningRate", report.learningRate());
        line.put("seconds", Math.round(1000 * seconds) / 1000.0);
        line.set("training", values(report.training()));
        if (!report.validation().isEmpty()) line.set("validation", values(report.validation()));
        line.put("best", report.best());
        if (!samples.isEmpty()) samples.forEach(line.withArrayProperty("samples")::add);
        lines.add(line);
        try {
            Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode values(Map<String, Double> values) {
        ObjectNode node = MAPPER.createObjectNode();
        values.forEach((name, value) -> {
            if (Double.isFinite(value)) {
                node.put(name, value);
            } else {
                node.putNull(name);
            }
        });
        return node;
    }

    /** All lines so far. */
    List<JsonNode> lines() {
        return List.copyOf(lines);
    }
}
