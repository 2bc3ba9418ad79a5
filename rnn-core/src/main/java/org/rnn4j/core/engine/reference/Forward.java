package org.rnn4j.core.engine.reference;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.Execution.Mode;
import org.rnn4j.core.engine.Prepared;
import org.rnn4j.core.engine.PreparedCheck;
import org.rnn4j.core.engine.States;
import org.rnn4j.core.engine.Tensor;
import org.rnn4j.core.trace.Preparation;
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
    private final Map<String, Lengths> lengths = new HashMap<>();
    private final Map<Value, Numbers> numbers = new HashMap<>();
    private final Map<Scan, ForwardScan> scans = new IdentityHashMap<>();

    Forward(ReferenceCompiled network, ReferenceWeights weights, Batch batch, States initial, Mode mode) {
        this.network = network;
        this.weights = weights;
        this.batch = batch;
        this.initial = initial;
        this.mode = mode;
        Lengths main = new Lengths(batch.lengths(), batch.timeSteps());
        lengths.put(SequenceGraph.TIME, main);
        lengths.put(SequenceGraph.NO_TIME, main);
        SequenceGraph graph = network.graph();
        numbers.put(graph.input(), Numbers.read(batch.input(), graph.input(), main));
        graph.sides().forEach((name, value) -> numbers.put(value, Numbers.read(side(name), value, main)));
        if (initial.prepared().isEmpty()) graph.sources().forEach(this::read);
        else readPrepared(initial.prepared());
        List<Stage> skipped =
                initial.prepared().isEmpty() ? List.of() : Preparation.of(graph).stages();
        graph.stages().stream().filter(s -> !skipped.contains(s)).forEach(this::run);
    }

    private void read(String name, Value value) {
        Batch.Source source = batch.sources().get(name);
        if (source == null) throw new AssertionError("unchecked source " + name);
        if (value.hasTime()) {
            lengths.put(name, new Lengths(source.lengths(), source.tensor().extent(0)));
        }
        numbers.put(value, Numbers.read(source.tensor(), value, lengths(value)));
    }

    private void readPrepared(Prepared prepared) {
        if (mode.backward()) throw PreparedCheck.notBackward();
        prepared.lengths().forEach((name, each) -> lengths.put(name, new Lengths(each.of(), each.timeSteps())));
        prepared.values().forEach((value, tensor) -> numbers.put(value, Numbers.read(tensor, value, lengths(value))));
    }

    /** What later runs need of the sources. */
    Prepared prepared() {
        Map<Value, Tensor> values = new LinkedHashMap<>();
        Map<String, Prepared.Lengths> times = new LinkedHashMap<>();
        for (Value value : Preparation.of(network.graph()).values()) {
            values.put(value, of(value).tensor(batch.batchSize()));
            if (!value.hasTime()) continue;
            Lengths steps = lengths(value);
            times.put(
                    value.time(),
                    new Prepared.Lengths(steps.timeSteps(), steps.of().clone()));
        }
        return new Prepared(values, times);
    }

    private void run(Stage stage) {
        if (stage instanceof Scan scan) {
            scans.put(scan, new ForwardScan(this, scan));
        } else if (stage instanceof Pool pool) {
            numbers.put(pool.output(), Pools.forward(pool, of(pool.input()), lengths(pool.input())));
        } else if (stage instanceof Reverse reverse) {
            numbers.put(reverse.output(), reversed(of(reverse.input()), reverse.output()));
        } else if (stage instanceof Repeat repeat) {
            Lengths steps = lengths(repeat.output());
            Numbers output = Numbers.zeros(repeat.output(), steps);
            for (int t = 0; t < steps.longest(); t++) {
                output.put(t, steps.active(t), of(repeat.input()).get(0, steps.active(t)));
            }
            numbers.put(repeat.output(), output);
        }
    }

    /** Every example's steps in the opposite order. */
    Numbers reversed(Numbers input, Value like) {
        Lengths steps = lengths(like);
        Numbers output = Numbers.zeros(like, steps);
        for (int b = 0; b < steps.batchSize(); b++) {
            int last = steps.of()[b] - 1;
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
            if (!scans.containsKey(scan)) continue;
            states.putAll(of(scan).finalStates());
        }
        return new States(states, initial.prepared());
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

    /** The lengths of a value's sequences; of a vector, those of the input. */
    Lengths lengths(Value value) {
        return lengths(value.time());
    }

    /** The lengths of sequences that follow a time. */
    Lengths lengths(String time) {
        Lengths found = lengths.get(time);
        if (found == null) throw new AssertionError("no lengths of " + time);
        return found;
    }
}
