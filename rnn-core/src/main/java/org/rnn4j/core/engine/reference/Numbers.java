package org.rnn4j.core.engine.reference;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.rnn4j.core.engine.Tensor;
import org.rnn4j.core.trace.SequenceGraph.Value;

/**
 * The numbers of a sequence, [B, size] at every time step, or of a batch of vectors, at step 0.
 *
 * <p>Zero past the examples' lengths. Owned by one run.
 */
final class Numbers {
    private final Rows[] steps;
    private final boolean hasTime;
    private final int size;

    private Numbers(Rows[] steps, boolean hasTime, int size) {
        this.steps = steps;
        this.hasTime = hasTime;
        this.size = size;
    }

    /** Zeros. */
    static Numbers zeros(Value value, Lengths lengths) {
        Rows[] steps = new Rows[value.hasTime() ? lengths.timeSteps() : 1];
        for (int t = 0; t < steps.length; t++) {
            steps[t] = value.isOneHot()
                    ? new Rows.OneHot(new int[lengths.batchSize()], value.size())
                    : new Rows.Dense(Rows.zeros(lengths.batchSize(), value.size()));
        }
        return new Numbers(steps, value.hasTime(), value.size());
    }

    /** What a tensor holds within the examples' lengths. */
    static Numbers read(Tensor tensor, Value value, Lengths lengths) {
        Numbers numbers = zeros(value, lengths);
        int batchSize = lengths.batchSize();
        double[] data = value.isOneHot() ? new double[0] : tensor.doubles();
        for (int t = 0; t < numbers.steps.length; t++) {
            int[] examples = value.hasTime() ? lengths.active(t) : lengths.all();
            if (examples.length == 0) continue;
            Rows all = value.isOneHot()
                    ? new Rows.OneHot(ids(tensor, t, batchSize), value.size())
                    : new Rows.Dense(Rows.read(data, t * batchSize * value.size(), batchSize, value.size()));
            numbers.put(t, examples, all.of(examples));
        }
        return numbers;
    }

    private static int[] ids(Tensor tensor, int t, int batchSize) {
        return java.util.Arrays.copyOfRange(tensor.ids(), t * batchSize, (t + 1) * batchSize);
    }

    /** The rows of some examples at a step; of a vector, the same at every step. */
    Rows get(int t, int[] examples) {
        return steps[hasTime ? t : 0].of(examples);
    }

    /** Sets the rows of some examples at a step. */
    void put(int t, int[] examples, Rows rows) {
        Rows all = steps[t];
        for (int k = 0; k < examples.length; k++) {
            if (all instanceof Rows.OneHot oneHot) {
                oneHot.ids()[examples[k]] = ((Rows.OneHot) rows).ids()[k];
            } else {
                all.numbers().setRow(examples[k], rows.numbers().getRow(k));
            }
        }
    }

    /** Adds to the rows of some examples at a step; of a vector, at whichever step. */
    void add(int t, int[] examples, Rows rows) {
        Array2DRowRealMatrix all = steps[hasTime ? t : 0].numbers();
        for (int k = 0; k < examples.length; k++) {
            double[] sum = all.getDataRef()[examples[k]];
            double[] more = rows.numbers().getDataRef()[k];
            for (int j = 0; j < sum.length; j++) sum[j] += more[j];
        }
    }

    /** Adds numbers of the same shape. */
    void add(Numbers more, int batchSize) {
        int[] all = java.util.stream.IntStream.range(0, batchSize).toArray();
        for (int t = 0; t < steps.length; t++) add(t, all, more.steps[t]);
    }

    /** A copy as a tensor: [T, B, size] or [B, size]. */
    Tensor tensor(int batchSize) {
        double[] data = new double[steps.length * batchSize * size];
        for (int t = 0; t < steps.length; t++) {
            double[][] rows = steps[t].numbers().getDataRef();
            for (int b = 0; b < batchSize; b++) {
                System.arraycopy(rows[b], 0, data, (t * batchSize + b) * size, size);
            }
        }
        return hasTime ? Tensor.of(data, steps.length, batchSize, size) : Tensor.of(data, batchSize, size);
    }
}
