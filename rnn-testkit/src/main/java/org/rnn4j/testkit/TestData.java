package org.rnn4j.testkit;

import java.util.LinkedHashMap;
import java.util.Map;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.States;
import org.rnn4j.core.engine.Tensor;
import org.rnn4j.core.math.CounterRandom;
import org.rnn4j.core.math.RandomKey;
import org.rnn4j.core.math.RandomPurpose;
import org.rnn4j.core.network.Network;
import org.rnn4j.core.trace.SequenceGraph.Scan;
import org.rnn4j.core.trace.SequenceGraph.Value;
import org.rnn4j.core.trace.StepGraph;

/**
 * Random data of a fixed seed. The numbers of an example depend on its number only, not on the batch; what lies past its
 * length is such that a network that looks at it cannot go unnoticed: NaN, or an index of -1.
 */
public final class TestData {
    private static final long SEED = 20;

    private TestData() {}

    /** A batch that a network can read, with the side inputs that it wants. */
    public static Batch batch(Network network, Shape shape) {
        int size = network.inputSize();
        Tensor input = network.isOneHotInput() ? indices(size, shape) : sequences("x", size, shape);
        long[] ids = new long[shape.batchSize()];
        for (int b = 0; b < ids.length; b++) ids[b] = shape.examples()[b];
        Batch batch = Batch.of(input, shape.lengths()).withExampleIds(ids);
        for (Map.Entry<String, Value> side : network.graph().sides().entrySet()) {
            String name = side.getKey();
            batch = batch.withSide(name, sequences(name, side.getValue().size(), shape));
        }
        return batch;
    }

    /** A tensor of the shape of a network's output. */
    public static Tensor likeOutput(String name, Network network, Shape shape) {
        int size = network.outputSize();
        return network.outputHasTime() ? sequences(name, size, shape) : vectors(name, size, shape);
    }

    /** A value for every state of a network; not for those at the positions of a memory, which begin as their cells say. */
    public static States states(Network network, Shape shape) {
        Map<String, Tensor> states = new LinkedHashMap<>();
        for (Scan scan : network.graph().scans()) {
            for (StepGraph.State state : scan.graph().states()) {
                if (state.hasPositions()) continue;
                String name = scan.graph().name() + "." + state.name();
                states.put(name, vectors(name, state.size(), shape));
            }
        }
        return new States(states);
    }

    /** Numbers [T, B, size]. */
    public static Tensor sequences(String name, int size, Shape shape) {
        int batchSize = shape.batchSize();
        double[] data = new double[shape.timeSteps() * batchSize * size];
        for (int place = 0; place < shape.timeSteps() * batchSize; place++) {
            int time = place / batchSize;
            int b = place % batchSize;
            double[] row = row(name, size, shape.examples()[b], time);
            if (time >= shape.lengths()[b]) java.util.Arrays.fill(row, Double.NaN);
            System.arraycopy(row, 0, data, place * size, size);
        }
        return Tensor.of(data, shape.timeSteps(), batchSize, size);
    }

    /** Numbers [B, size]. */
    public static Tensor vectors(String name, int size, Shape shape) {
        double[] data = new double[shape.batchSize() * size];
        for (int b = 0; b < shape.batchSize(); b++) {
            System.arraycopy(row(name, size, shape.examples()[b], 0), 0, data, b * size, size);
        }
        return Tensor.of(data, shape.batchSize(), size);
    }

    /** Indices [T, B] below a size. */
    public static Tensor indices(int size, Shape shape) {
        int batchSize = shape.batchSize();
        int[] ids = new int[shape.timeSteps() * batchSize];
        for (int place = 0; place < ids.length; place++) {
            int time = place / batchSize;
            int b = place % batchSize;
            RandomKey key = key("ids").at(0, shape.examples()[b], time);
            ids[place] = time >= shape.lengths()[b] ? -1 : (int) (CounterRandom.uniform(key, 0) * size);
        }
        return Tensor.ofIds(ids, shape.timeSteps(), batchSize);
    }

    /** Numbers of a name. */
    static double[] numbers(String name, int length) {
        return row(name, length, 0, 0);
    }

    private static double[] row(String name, int size, int example, int time) {
        double[] row = new double[size];
        CounterRandom.fillGaussian(key(name).at(0, example, time), row);
        return row;
    }

    private static RandomKey key(String name) {
        return RandomKey.of(SEED, RandomPurpose.NOISE).named(name);
    }
}
