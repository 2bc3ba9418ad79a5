package org.rnn4j.core.network;

import java.util.LinkedHashMap;
import java.util.Map;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.Prepared;
import org.rnn4j.core.engine.StateShapes;
import org.rnn4j.core.engine.States;
import org.rnn4j.core.engine.Tensor;
import org.rnn4j.core.math.CounterRandom;
import org.rnn4j.core.math.RandomKey;
import org.rnn4j.core.math.RandomPurpose;
import org.rnn4j.core.trace.SequenceGraph.Scan;
import org.rnn4j.core.trace.StepGraph;

/** Random batches and states of a fixed seed; what lies past an example's length is such that it would be seen. */
final class TestBatches {
    private TestBatches() {}

    /** Vectors [T, B, size]; padding is NaN. */
    static Batch vectors(int timeSteps, int size, int... lengths) {
        double[] x = random("x", timeSteps * lengths.length * size);
        for (int k = 0; k < x.length; k++) {
            if (isPadding(k / size, lengths)) x[k] = Double.NaN;
        }
        return Batch.of(Tensor.of(x, timeSteps, lengths.length, size), lengths);
    }

    /** Indices [T, B] below a size; padding is -1. */
    static Batch indices(int timeSteps, int size, int... lengths) {
        double[] numbers = random("ids", timeSteps * lengths.length);
        int[] ids = new int[numbers.length];
        for (int k = 0; k < ids.length; k++) {
            ids[k] = isPadding(k, lengths) ? -1 : Math.floorMod(Double.hashCode(numbers[k]), size);
        }
        return Batch.of(Tensor.ofIds(ids, timeSteps, lengths.length), lengths);
    }

    /** Vectors of a shape, without padding. */
    static Tensor tensor(String name, int... shape) {
        int length = 1;
        for (int extent : shape) length *= extent;
        return Tensor.of(random(name, length), shape);
    }

    /** A value for every state of a network. */
    static States states(Network network, int batchSize) {
        Map<String, Tensor> states = new LinkedHashMap<>();
        for (Scan scan : network.graph().scans()) {
            for (StepGraph.State state : scan.graph().states()) {
                String name = scan.graph().name() + "." + state.name();
                states.put(name, tensor(name, batchSize, state.size()));
            }
        }
        return new States(states);
    }

    /** A value for every state of a network that reads the sources of a batch. */
    static States states(Network network, Batch batch) {
        Map<String, Tensor> states = new LinkedHashMap<>();
        StateShapes.of(network.graph(), batch, Prepared.NOTHING)
                .forEach((name, shape) -> states.put(name, tensor(name, shape)));
        return new States(states);
    }

    private static boolean isPadding(int position, int... lengths) {
        return position / lengths.length >= lengths[position % lengths.length];
    }

    private static double[] random(String name, int length) {
        double[] numbers = new double[length];
        CounterRandom.fillGaussian(RandomKey.of(11, RandomPurpose.NOISE).named(name), numbers);
        return numbers;
    }
}
