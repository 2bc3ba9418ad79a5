package org.rnn4j.core.network;

import java.util.LinkedHashMap;
import java.util.Map;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.Execution;
import org.rnn4j.core.engine.States;
import org.rnn4j.core.engine.Tensor;
import org.rnn4j.core.math.CounterRandom;
import org.rnn4j.core.math.RandomKey;
import org.rnn4j.core.math.RandomPurpose;

/** A run of a network as a function to one number: the summed loss, or a weighted sum of output and final states. */
final class CheckedRun {
    private final Execution execution;
    private final boolean loss;
    private final Execution.Mode mode;

    CheckedRun(Execution execution, boolean loss, Execution.Mode mode) {
        this.execution = execution;
        this.loss = loss;
        this.mode = mode;
    }

    /** The number. */
    double value(Batch batch, States initial) {
        execution.forward(batch, initial, mode);
        if (loss) return execution.loss().loss();
        double sum = weighted("output", execution.output());
        for (Map.Entry<String, Tensor> state : execution.finalStates().values().entrySet()) {
            sum += weighted(state.getKey(), state.getValue());
        }
        return sum;
    }

    /** The number; leaves its gradients in the execution. */
    double differentiate(Batch batch, States initial) {
        double value = value(batch, initial);
        if (loss) {
            execution.backward();
        } else {
            Map<String, Tensor> states = new LinkedHashMap<>();
            execution.finalStates().values().forEach((name, state) -> states.put(name, factors(name, state)));
            execution.backward(factors("output", execution.output()), new States(states));
        }
        return value;
    }

    private static double weighted(String name, Tensor tensor) {
        double[] values = tensor.doubles();
        double[] factors = factors(name, tensor).doubles();
        double sum = 0;
        for (int k = 0; k < values.length; k++) sum += values[k] * factors[k];
        return sum;
    }

    private static Tensor factors(String name, Tensor like) {
        double[] factors = new double[like.length()];
        CounterRandom.fillGaussian(RandomKey.of(0, RandomPurpose.NOISE).named(name), factors);
        return Tensor.of(factors, like.shape());
    }
}
