package org.rnn4j.core.engine.reference;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.Execution.Mode;
import org.rnn4j.core.engine.States;
import org.rnn4j.core.engine.Tensor;
import org.rnn4j.core.trace.SequenceGraph;
import org.rnn4j.core.trace.SequenceGraph.Pool;
import org.rnn4j.core.trace.SequenceGraph.Repeat;
import org.rnn4j.core.trace.SequenceGraph.Reverse;
import org.rnn4j.core.trace.SequenceGraph.Scan;
import org.rnn4j.core.trace.SequenceGraph.Stage;
import org.rnn4j.core.trace.SequenceGraph.Value;

/** One run of a network forward: stage after stage. Keeps everything that was computed, for the way back. */
final class Forward {
    private final ReferenceCompiled network;
    private final ReferenceWeights weights;
    private final Batch batch;
    private final States initial;
    private final Mode mode;
    private final Lengths lengths;
    private final Map<Value, Numbers> numbers = new HashMap<>();
    private final Map<Scan, ForwardScan> scans = new IdentityHashMap<>();

    Forward(ReferenceCompiled network, ReferenceWeights weights, Batch batch, States initial, Mode mode) {
        this.network = network;
        this.weights = weights;
        this.batch = batch;
        this.initial = initial;
        this.mode = mode;
        this.lengths = new Lengths(batch.lengths(), batch.timeSteps());
        SequenceGraph graph = network.graph();
        numbers.put(graph.input(), Numbers.read(batch.input(), graph.input(), lengths));
        graph.sides().forEach((name, value) -> numbers.put(value, Numbers.read(side(name), value, lengths)));
        graph.stages().forEach(this::run);
    }

    private void run(Stage stage) {
        if (stage instanceof Scan scan) {
            scans.put(scan, new ForwardScan(this, scan));
        } else if (stage instanceof Pool pool) {
            numbers.put(pool.output(), Pools.forward(pool, of(pool.input()), lengths));
        } else if (stage instanceof Reverse reverse) {
            numbers.put(reverse.output(), reversed(of(reverse.input()), reverse.output()));
        } else if (stage instanceof Repeat repeat) {
            Numbers output = Numbers.zeros(repeat.output(), lengths);
            for (int t = 0; t < lengths.longest(); t++) {
                output.put(t, lengths.active(t), of(repeat.input()).get(0, lengths.active(t)));
            }
            numbers.put(repeat.output(), output);
        }
    }

    /** Every example's steps in the opposite order. */
    Numbers reversed(Numbers input, Value like) {
        Numbers output = Numbers.zeros(like, lengths);
        for (int b = 0; b < lengths.batchSize(); b++) {
            int last = lengths.of()[b] - 1;
            int[] example = {b};
            for (int t = 0; t <= last; t++) output.put(last - t, example, input.get(t, example));
        }
        return output;
    }

    private Tensor side(String name) {
        Tensor side = batch.sides().get(name);
        if (side == null) throw new AssertionError("unchecked side input " + name);
        return side;
    }

    /** The numbers of a value that was computed. */
    Numbers of(Value value) {
        Numbers found = numbers.get(value);
        if (found == null) throw new AssertionError("not computed: " + value);
        return found;
    }

    /** What a scan computed. */
    ForwardScan of(Scan scan) {
        ForwardScan found = scans.get(scan);
        if (found == null) throw new AssertionError("not run: " + scan.graph().name());
        return found;
    }

    /** Keeps the numbers of a value. */
    void keep(Value value, Numbers computed) {
        numbers.put(value, computed);
    }

    /** The states that are left, by full name. */
    States finalStates() {
        Map<String, Tensor> states = new LinkedHashMap<>();
        for (Scan scan : network.graph().scans()) {
            scan.finalStates()
                    .forEach((name, value) -> states.put(
                            scan.graph().name() + "." + name, of(value).tensor(lengths.batchSize())));
        }
        return new States(states);
    }

    ReferenceCompiled network() {
        return network;
    }

    ReferenceWeights weights() {
        return weights;
    }

    Batch batch() {
        return batch;
    }

    States initial() {
        return initial;
    }

    Mode mode() {
        return mode;
    }

    /** The lengths of sequences in this batch. */
    Lengths lengths() {
        return lengths;
    }
}
