package org.rnn4j.core.engine.reference;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rnn4j.core.engine.States;
import org.rnn4j.core.engine.Tensor;
import org.rnn4j.core.trace.SequenceGraph.Pool;
import org.rnn4j.core.trace.SequenceGraph.Repeat;
import org.rnn4j.core.trace.SequenceGraph.Reverse;
import org.rnn4j.core.trace.SequenceGraph.Scan;
import org.rnn4j.core.trace.SequenceGraph.Stage;
import org.rnn4j.core.trace.SequenceGraph.Value;

/**
 * One run of a network backward: the stages in the opposite order, each adding the gradients of what it read.
 *
 * <p>A value that several stages read gets the sum of their gradients.
 */
final class Backward {
    private final Forward forward;
    private final ReferenceWeights sums;
    private final States finalStates;
    private final Set<Value> differentiated;
    private final Map<Value, Numbers> gradients = new HashMap<>();
    private final Map<String, Tensor> initialGradients = new LinkedHashMap<>();

    /**
     * Runs backward.
     *
     * @param forward the run to differentiate
     * @param sums of the gradients of parameters; this run's are added
     * @param output gradient of the network's output
     * @param finalStates gradients of final states, by full name
     */
    Backward(Forward forward, ReferenceWeights sums, Numbers output, States finalStates) {
        this.forward = forward;
        this.sums = sums;
        this.finalStates = finalStates;
        this.differentiated = forward.network().gradient().differentiated();
        gradients.put(forward.network().graph().output(), output);
        List<Stage> stages = forward.network().graph().stages();
        for (int k = stages.size() - 1; k >= 0; k--) run(stages.get(k));
    }

    private void run(Stage stage) {
        // A cell may have nothing that is trained, and yet states whose gradient is wanted.
        boolean wanted = stage instanceof Scan || stage.makes().stream().anyMatch(differentiated::contains);
        if (!wanted) return;
        if (stage instanceof Scan scan) {
            new BackwardScan(this, scan).run();
        } else if (stage instanceof Pool pool) {
            Lengths lengths = forward.lengths(pool.input());
            Pools.backward(pool, forward.of(pool.input()), of(pool.output()), of(pool.input()), lengths);
        } else if (stage instanceof Reverse reverse) {
            of(reverse.input()).add(forward.reversed(of(reverse.output()), reverse.input()), batchSize());
        } else if (stage instanceof Repeat repeat) {
            Lengths lengths = forward.lengths(repeat.output());
            for (int t = 0; t < lengths.longest(); t++) {
                int[] examples = lengths.active(t);
                of(repeat.input()).add(0, examples, of(repeat.output()).get(t, examples));
            }
        }
    }

    /** The gradient of a value so far. */
    Numbers of(Value value) {
        return gradients.computeIfAbsent(value, v -> Numbers.zeros(v, forward.lengths(v)));
    }

    private int batchSize() {
        return forward.batch().batchSize();
    }

    Forward forward() {
        return forward;
    }

    ReferenceWeights sums() {
        return sums;
    }

    States finalStates() {
        return finalStates;
    }

    /** Keeps the gradient of a state that a scan began with, by full name. */
    void keepInitialGradient(String state, Tensor gradient) {
        initialGradients.put(state, gradient);
    }

    /** The gradients of the states that the scans began with. */
    States initialGradients() {
        return new States(initialGradients);
    }
}
