package org.rnn4j.core.engine;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.rnn4j.core.trace.SequenceGraph.Value;

/**
 * What a network has made of its sources: all that it needs of them to go on. Immutable.
 *
 * @param values by value of the network: [B, size], or [S, B, size]
 * @param lengths of the sequences among them, by the source that they follow
 */
public record Prepared(Map<Value, Tensor> values, Map<String, Lengths> lengths) {
    /** Nothing. */
    public static final Prepared NOTHING = new Prepared(Map.of(), Map.of());

    /**
     * The lengths of sequences.
     *
     * @param timeSteps S
     * @param of each example
     */
    public record Lengths(int timeSteps, int[] of) {}

    /** Copies the maps, keeping their order. */
    public Prepared {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        lengths = Collections.unmodifiableMap(new LinkedHashMap<>(lengths));
    }

    /** True if there is nothing. */
    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** The same for some examples, in a new order; an example may stand there several times. */
    public Prepared select(int[] examples) {
        Map<Value, Tensor> selected = new LinkedHashMap<>();
        values.forEach((value, tensor) -> selected.put(value, tensor.select(tensor.rank() - 2, examples)));
        Map<String, Lengths> chosen = new LinkedHashMap<>();
        lengths.forEach((name, each) -> chosen.put(
                name,
                new Lengths(
                        each.timeSteps(),
                        Arrays.stream(examples).map(b -> each.of()[b]).toArray())));
        return new Prepared(selected, chosen);
    }
}
