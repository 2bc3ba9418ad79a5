package org.rnn4j.cli.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was measured.
 *
 * @param engine who computed
 * @param cell type of the cell
 * @param mode what was done
 * @param name of the row
 * @param medianMillis of one run
 * @param gflops 10⁹ floating-point operations of matrix products a second
 * @param more numbers by key that only some modes have
 * @param note the same for a person; empty if there is nothing to say
 */
public record Measurement(
        String engine,
        String cell,
        String mode,
        String name,
        double medianMillis,
        double gflops,
        Map<String, Double> more,
        String note) {
    /** This engine's name in the lines. */
    public static final String RNN4J = "rnn4j";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Copies the map, keeping its order. */
    public Measurement {
        more = Collections.unmodifiableMap(new LinkedHashMap<>(more));
    }

    /**
     * One of ours.
     *
     * @param seconds of one run
     * @param flops of one run
     */
    public static Measurement of(String cell, String mode, BenchRow row, double seconds, double flops) {
        return new Measurement(RNN4J, cell, mode, row.name(), seconds * 1e3, flops / seconds / 1e9, Map.of(), "");
    }

    /** The same with another number. */
    public Measurement with(String key, double number) {
        Map<String, Double> all = new LinkedHashMap<>(more);
        all.put(key, number);
        return new Measurement(engine, cell, mode, name, medianMillis, gflops, all, note);
    }

    /** The same with a note. */
    public Measurement withNote(String text) {
        return new Measurement(engine, cell, mode, name, medianMillis, gflops, more, text);
    }

    /** One line of JSON. */
    public String toJson() {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("engine", engine);
        keys.put("cell", cell);
        keys.put("mode", mode);
        keys.put("name", name);
        keys.put("medianMillis", medianMillis);
        keys.put("gflops", gflops);
        keys.putAll(more);
        return json(keys);
    }

    static String json(Map<String, ?> keys) {
        try {
            return MAPPER.writeValueAsString(keys);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON: " + keys, e);
        }
    }
}
