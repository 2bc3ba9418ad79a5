package org.rnn4j.core.component.loss;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.rnn4j.api.SequenceLoss;
import org.rnn4j.core.math.CounterRandom;
import org.rnn4j.core.math.RandomKey;
import org.rnn4j.core.math.RandomPurpose;

/** Outputs of one example, and parameters, for a loss of sequences; without gradients. */
record Outputs(double[][] outputs, int[] target, Map<String, double[]> parameters) implements SequenceLoss.Example {
    static Outputs random(int steps, int size, int seed) {
        double[][] outputs = new double[steps][size];
        for (int t = 0; t < steps; t++) {
            CounterRandom.fillGaussian(RandomKey.of(seed, RandomPurpose.NOISE).at(0, 0, t), outputs[t]);
        }
        return new Outputs(outputs, new int[0], Map.of());
    }

    Outputs withLabels(int... labels) {
        return new Outputs(outputs, labels, parameters);
    }

    Outputs withRandom(String parameter, int length) {
        double[] numbers = new double[length];
        CounterRandom.fillGaussian(RandomKey.of(5, RandomPurpose.NOISE).named(parameter), numbers);
        Map<String, double[]> more = new LinkedHashMap<>(parameters);
        more.put(parameter, numbers);
        return new Outputs(outputs, target, more);
    }

    /** Calls for every sequence of numbers below {@code symbols} of a length. */
    static void forAll(int length, int symbols, Consumer<int[]> consumer) {
        int[] sequence = new int[length];
        for (long k = 0; k < Math.round(Math.pow(symbols, length)); k++) {
            long rest = k;
            for (int t = 0; t < length; t++) {
                sequence[t] = (int) (rest % symbols);
                rest /= symbols;
            }
            consumer.accept(sequence.clone());
        }
    }

    @Override
    public int steps() {
        return outputs.length;
    }

    @Override
    public double[] output(int step) {
        return outputs[step];
    }

    @Override
    public int labels() {
        return target.length;
    }

    @Override
    public int label(int index) {
        return target[index];
    }

    @Override
    public double[] target(int step) {
        throw new AssertionError("labels only");
    }

    @Override
    public double[] parameter(String name) {
        return Objects.requireNonNull(parameters.get(name));
    }

    @Override
    public boolean wantsGradient() {
        return false;
    }

    @Override
    public double[] outputGradient(int step) {
        throw new AssertionError("no gradient");
    }

    @Override
    public double[] parameterGradient(String name) {
        throw new AssertionError("no gradient");
    }
}
