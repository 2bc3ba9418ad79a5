package org.rnn4j.examples.engines;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.Execution;
import org.rnn4j.core.engine.States;
import org.rnn4j.core.engine.Tensor;
import org.rnn4j.core.trace.SequenceGraph;
import org.rnn4j.core.trace.SequenceGraph.Scan;
import org.rnn4j.core.trace.SequenceGraph.Value;
import org.rnn4j.core.trace.StepGraph;

/**
 * A batch to run, and how.
 *
 * @param timeSteps T
 * @param lengths of the examples
 * @param passStates true to begin with given states
 * @param training true to drop out
 */
record Episode(int timeSteps, int[] lengths, boolean passStates, boolean training) {
    static Episode of(int timeSteps, int... lengths) {
        return new Episode(timeSteps, lengths, false, false);
    }

    Episode withPassedStates() {
        return new Episode(timeSteps, lengths, true, training);
    }

    Episode withDropout() {
        return new Episode(timeSteps, lengths, passStates, true);
    }

    int batchSize() {
        return lengths.length;
    }

    Execution.Mode mode() {
        return training ? Execution.Mode.training(3, 5) : Execution.Mode.GRADIENT;
    }

    /** Inputs, side inputs and targets; where nobody may look stands what would be seen. */
    Batch batch(SequenceGraph graph) {
        Batch batch = Batch.of(input(graph.input()), lengths);
        for (Map.Entry<String, Value> side : graph.sides().entrySet()) {
            batch = batch.withSide(
                    side.getKey(), sequence(side.getKey(), side.getValue().size()));
        }
        return batch;
    }

    private Tensor input(Value value) {
        if (!value.isOneHot()) return sequence("x", value.size());
        int[] ids = Numbers.below("ids", timeSteps * batchSize(), value.size());
        for (int k = 0; k < ids.length; k++) if (isPadding(k)) ids[k] = -1;
        return Tensor.ofIds(ids, timeSteps, batchSize());
    }

    private Tensor sequence(String name, int size) {
        double[] x = Numbers.gaussian(name, timeSteps * batchSize() * size, 1);
        for (int k = 0; k < x.length; k++) if (isPadding(k / size)) x[k] = Double.NaN;
        return Tensor.of(x, timeSteps, batchSize(), size);
    }

    private boolean isPadding(int position) {
        return position / batchSize() >= lengths[position % batchSize()];
    }

    /** The states to begin with. */
    States initial(SequenceGraph graph) {
        return passStates ? states("initial ", graph) : States.initial();
    }

    /** Numbers for every state of a network. */
    States states(String name, SequenceGraph graph) {
        Map<String, Tensor> states = new LinkedHashMap<>();
        for (Scan scan : graph.scans()) {
            if (!scan.output().hasTime()) continue;
            for (StepGraph.State state : scan.graph().states()) {
                String full = scan.graph().name() + "." + state.name();
                double[] values = Numbers.gaussian(name + full, batchSize() * state.size(), 0.5);
                states.put(full, Tensor.of(values, batchSize(), state.size()));
            }
        }
        return new States(states);
    }

    /** Numbers for the gradient of the output. */
    Tensor outputGradient(Value output) {
        int[] shape = output.hasTime()
                ? new int[] {timeSteps, batchSize(), output.size()}
                : new int[] {batchSize(), output.size()};
        return Tensor.of(Numbers.gaussian("cotangent", Arrays.stream(shape).reduce(1, Math::multiplyExact), 1), shape);
    }

    /** Targets for a loss of classes or vectors, and which of them count. */
    Batch withTarget(Batch batch, Value output, boolean classes) {
        int[] shape = output.hasTime() ? new int[] {timeSteps, batchSize()} : new int[] {batchSize()};
        int count = output.hasTime() ? timeSteps * batchSize() : batchSize();
        double[] mask = new double[count];
        for (int k = 0; k < count; k++) mask[k] = k % 5 == 3 ? 0 : 1;
        Tensor target =
                classes ? Tensor.ofIds(Numbers.below("classes", count, output.size()), shape) : outputGradient(output);
        return batch.withTarget(target).withTargetMask(Tensor.of(mask, shape));
    }

    @Override
    public String toString() {
        return "T=" + timeSteps + ", lengths " + Arrays.toString(lengths) + (passStates ? ", given states" : "")
                + (training ? ", dropout" : "");
    }
}
