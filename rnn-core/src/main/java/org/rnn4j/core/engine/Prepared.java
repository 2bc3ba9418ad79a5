package org.rnn4j.core.engine;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
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

    /** The same sources of several batches of one network as one batch, in their order. */
    public static Prepared join(List<Prepared> parts) {
        Prepared first = parts.get(0);
        if (parts.size() == 1) return first;
        Map<Value, Tensor> joined = new LinkedHashMap<>();
        for (Value value : first.values.keySet()) {
            joined.put(
                    value, Tensor.join(parts.stream().map(p -> p.tensor(value)).toList()));
        }
        Map<String, Lengths> all = new LinkedHashMap<>();
        for (String time : first.lengths.keySet()) {
            List<Lengths> each = parts.stream().map(p -> p.length(time)).toList();
            all.put(
                    time,
                    new Lengths(
                            each.stream().mapToInt(Lengths::timeSteps).max().orElse(0),
                            each.stream()
                                    .flatMapToInt(l -> Arrays.stream(l.of()))
                                    .toArray()));
        }
        return new Prepared(joined, all);
    }

    private Tensor tensor(Value value) {
        Tensor found = values.get(value);
        if (found == null) throw new AssertionError("sources of another network: no " + value);
        return found;
    }

    private Lengths length(String time) {
        Lengths found = lengths.get(time);
        if (found == null) throw new AssertionError("sources of another network: no " + time);
        return found;
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
