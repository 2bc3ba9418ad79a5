package org.rnn4j.core.engine.reference;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rnn4j.api.expr.DropoutMask;
import org.rnn4j.api.expr.Node;
import org.rnn4j.api.expr.Operation;
import org.rnn4j.api.expr.Parameter;
import org.rnn4j.api.expr.Source;
import org.rnn4j.core.engine.DropoutMasks;
import org.rnn4j.core.engine.Tensor;
import org.rnn4j.core.math.RandomKey;
import org.rnn4j.core.trace.SequenceGraph.Scan;
import org.rnn4j.core.trace.SequenceGraph.Value;
import org.rnn4j.core.trace.StepGraph;

/**
 * One run of a cell along time: at every step it computes the rows of the examples that are active, and sets their states.
 *
 * <p>Backward scans take the time steps in the opposite order; an example becomes active at its own last step.
 */
final class ForwardScan {
    private final Forward run;
    private final Scan scan;
    private final StepGraph graph;
    private final Lengths lengths;
    private final Memories memories;
    private final Map<Node, Value> inputs = new IdentityHashMap<>();
    private final Map<String, Carried> states = new LinkedHashMap<>();
    private final List<Moment> moments = new ArrayList<>();

    /** What was computed at a time step for the examples that were active. */
    record Moment(int time, int[] examples, Map<String, int[]> memories, Map<Node, Rows> values) {}

    ForwardScan(Forward run, Scan scan) {
        this.run = run;
        this.scan = scan;
        this.graph = scan.graph();
        boolean time = scan.output().hasTime();
        this.lengths = time
                ? run.lengths(scan.output())
                : Lengths.ofVectors(run.batch().batchSize());
        this.memories = new Memories(run, scan);
        for (int k = 0; k < scan.inputs().size(); k++) {
            inputs.put(graph.inputs().get(k), scan.inputs().get(k));
        }
        graph.states().forEach(s -> states.put(s.name(), Carried.zeros(s, run, lengths)));
        graph.states().forEach(this::start);
        run();
        scan.finalStates().forEach((name, value) -> run.keep(value, state(name).numbers()));
    }

    private void run() {
        Numbers output = Numbers.zeros(scan.output(), lengths);
        Interpreter interpreter = new Interpreter(graph.nodes(), run.weights());
        int longest = lengths.longest();
        for (int k = 0; k < longest; k++) {
            int time = scan.backward() ? longest - 1 - k : k;
            int[] examples = lengths.active(time);
            Map<String, int[]> positions = memories.of(examples);
            Map<Node, Rows> values = interpreter.run(examples.length, positions, node -> given(node, time, examples));
            for (StepGraph.State state : graph.states()) {
                state(state.name()).put(examples, Interpreter.value(values, state.next()));
            }
            output.put(time, examples, Interpreter.value(values, graph.result(StepGraph.OUTPUT)));
            moments.add(new Moment(time, examples, positions, values));
        }
        run.keep(scan.output(), output);
    }

    private Rows given(Node node, int time, int[] examples) {
        if (node.operation() == Operation.DROPOUT_MASK) return mask(node, time, examples);
        Source source = node.detail(Source.class);
        if (source.kind() == Source.Kind.PREVIOUS) return state(source.name()).get(examples);
        Value input = inputs.get(node);
        if (input == null) throw new AssertionError("no input for " + source);
        return Memories.isMemory(node)
                ? memories.rows(input, examples)
                : run.of(input).get(time, examples);
    }

    /** The memories that the cell looks at. */
    Memories memories() {
        return memories;
    }

    private Rows mask(Node node, int time, int[] examples) {
        double[][] mask = new double[examples.length][node.size()];
        DropoutMask drop = node.detail(DropoutMask.class);
        RandomKey key = run.network().masks().key(scan, drop, run.mode());
        float[] drawn = new float[node.size()];
        java.util.Arrays.fill(drawn, 1);
        for (int k = 0; k < examples.length; k++) {
            if (run.mode().dropout()) {
                long example = run.batch().exampleIds()[examples[k]];
                DropoutMasks.draw(drop, key, example, time, drawn, 0, drawn.length);
            }
            double scale = run.mode().dropout() ? DropoutMasks.scale(drop) : 1;
            for (int j = 0; j < drawn.length; j++) mask[k][j] = drawn[j] == 0 ? 0 : scale;
        }
        return Rows.of(mask);
    }

    /** Sets a state to what it is before the first step. */
    private void start(StepGraph.State state) {
        Tensor passed = run.initial().values().get(fullName(state));
        Value value = scan.initialStates().get(state.name());
        Carried carried = state(state.name());
        if (passed != null) {
            carried.read(passed);
        } else if (value != null) {
            carried.put(lengths.all(), run.of(value).get(0, lengths.all()));
        } else if (state.learned().isPresent()) {
            Parameter learned = state.learned().get();
            carried.fill(run.weights().matrix(learned.name()).getColumn(0));
        } else {
            double[] row = new double[state.size()];
            java.util.Arrays.fill(row, state.initial().value());
            carried.fill(row);
        }
    }

    /** True if the caller of the run said with what the state begins. */
    boolean isPassed(StepGraph.State state) {
        return run.initial().values().containsKey(fullName(state));
    }

    /** The name of a state in the network. */
    String fullName(StepGraph.State state) {
        return graph.name() + "." + state.name();
    }

    private Carried state(String name) {
        Carried state = states.get(name);
        if (state == null) throw new AssertionError("no state " + name);
        return state;
    }

    /** The states after each example's last step, by full name. */
    Map<String, Tensor> finalStates() {
        Map<String, Tensor> all = new LinkedHashMap<>();
        for (StepGraph.State state : graph.states())
            all.put(fullName(state), state(state.name()).tensor());
        return all;
    }

    /** What was computed, in the order in which it was. */
    List<Moment> moments() {
        return moments;
    }

    /** The lengths that the scan runs along. */
    Lengths lengths() {
        return lengths;
    }
}
