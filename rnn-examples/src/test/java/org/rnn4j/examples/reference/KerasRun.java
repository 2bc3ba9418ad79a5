package org.rnn4j.examples.reference;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.Engine;
import org.rnn4j.core.engine.Execution;
import org.rnn4j.core.engine.States;
import org.rnn4j.core.engine.Tensor;
import org.rnn4j.core.network.Mask;

/** A run of a layer of Keras on one batch; what goes in and out is batch-major, as in Keras. */
final class KerasRun {
    private final KerasLayer layer;
    private final Execution execution;
    private final Batch batch;
    private final Mask mask;
    private final Mask outputMask;
    private States states;

    /**
     * A run.
     *
     * @param x [B, T, I]
     * @param steps what to do where, [B, T], or null JSON
     * @param initialState states in Keras's order, or null JSON
     */
    KerasRun(KerasLayer layer, Numbers x, JsonNode steps, JsonNode initialState) {
        this.layer = layer;
        this.execution = layer.network().newExecution(new Engine.Options(Optional.empty(), true, 1));
        Numbers timeMajor = x.transposed(1, 0, 2);
        Numbers counted = steps.isArray() ? Numbers.of(steps).transposed(1, 0) : ones(x);
        this.mask = Mask.of(counted.tensor());
        this.outputMask = Mask.of((layer.goesBackwards() ? counted.flipped() : counted).tensor());
        this.batch = mask.compact(Batch.of(timeMajor.tensor()));
        List<Tensor> initial = new ArrayList<>();
        if (initialState.isArray())
            initialState.forEach(s -> initial.add(Numbers.of(s).tensor()));
        this.states = layer.initial(initial);
    }

    private static Numbers ones(Numbers x) {
        double[] ones = new double[x.shape()[0] * x.shape()[1]];
        java.util.Arrays.fill(ones, 1);
        return new Numbers(new int[] {x.shape()[1], x.shape()[0]}, ones);
    }

    /** The output after some calls, each of which begins with the states that the one before left. */
    double[] call(int calls) {
        for (int k = 0; k < calls; k++) {
            execution.forward(batch, states, Execution.Mode.GRADIENT);
            states = execution.finalStates();
        }
        if (!layer.returnsSequences()) return execution.output().doubles();
        Tensor aligned = outputMask.expand(execution.output(), layer.fill());
        return Numbers.of(aligned).transposed(1, 0, 2).data();
    }

    /** Runs backward from the gradient of the output. */
    void backward(Numbers gradient) {
        Tensor output = layer.returnsSequences()
                ? outputMask.expandGradient(gradient.transposed(1, 0, 2).tensor(), layer.fill())
                : gradient.tensor();
        execution.backward(output, States.initial());
    }

    /** The gradient of x, [B, T, I]. */
    double[] inputGradient() {
        Tensor aligned = mask.expand(execution.inputGradient(), Mask.Fill.ZEROS);
        return Numbers.of(aligned).transposed(1, 0, 2).data();
    }

    Execution execution() {
        return execution;
    }
}
