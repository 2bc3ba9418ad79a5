package org.rnn4j.core.data;

import java.util.List;
import org.rnn4j.core.engine.Tensor;

/** Puts examples side by side, time-major; what is past an example's length is 0. */
final class Packing {
    private Packing() {}

    /**
     * Sequences [T] or [T, size] as [T, B] or [T, B, size].
     *
     * @param from first step taken of each
     * @param lengths number of steps taken of each
     * @param steps T
     */
    static Tensor sequences(List<Tensor> rows, int from, int[] lengths, int steps) {
        int batchSize = rows.size();
        Tensor first = rows.get(0);
        if (first.isIds()) {
            int[] packed = new int[Math.multiplyExact(steps, batchSize)];
            for (int b = 0; b < batchSize; b++) {
                int[] row = rows.get(b).ids();
                for (int t = 0; t < lengths[b]; t++) packed[t * batchSize + b] = row[from + t];
            }
            return Tensor.ofIds(packed, steps, batchSize);
        }
        int size = first.extent(1);
        int stride = batchSize * size;
        int length = Math.multiplyExact(steps, Math.multiplyExact(batchSize, size));
        if (areFloats(rows)) {
            float[] packed = new float[length];
            for (int b = 0; b < batchSize; b++) {
                copy(rows.get(b).floats(), from * size, packed, b * size, lengths[b], size, stride);
            }
            return Tensor.of(packed, steps, batchSize, size);
        }
        double[] packed = new double[length];
        for (int b = 0; b < batchSize; b++) {
            copy(rows.get(b).doubles(), from * size, packed, b * size, lengths[b], size, stride);
        }
        return Tensor.of(packed, steps, batchSize, size);
    }

    /** Symbols [] or vectors [size] as [B] or [B, size]. */
    static Tensor vectors(List<Tensor> rows) {
        int batchSize = rows.size();
        Tensor first = rows.get(0);
        if (first.isIds()) {
            return Tensor.ofIds(rows.stream().mapToInt(row -> row.ids()[0]).toArray(), batchSize);
        }
        int size = first.extent(0);
        if (areFloats(rows)) {
            float[] packed = new float[batchSize * size];
            for (int b = 0; b < batchSize; b++) System.arraycopy(rows.get(b).floats(), 0, packed, b * size, size);
            return Tensor.of(packed, batchSize, size);
        }
        double[] packed = new double[batchSize * size];
        for (int b = 0; b < batchSize; b++) System.arraycopy(rows.get(b).doubles(), 0, packed, b * size, size);
        return Tensor.of(packed, batchSize, size);
    }

    private static boolean areFloats(List<Tensor> rows) {
        return rows.stream().allMatch(Tensor::isFloat);
    }

    // Object, because System.arraycopy takes float[] and double[] alike.
    private static void copy(Object row, int from, Object packed, int to, int steps, int size, int stride) {
        for (int t = 0; t < steps; t++) System.arraycopy(row, from + t * size, packed, to + t * stride, size);
    }
}
