package org.rnn4j.core.engine;

import java.util.Arrays;
import java.util.List;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.ShapeException;
import org.rnn4j.core.kernel.KernelLookup;

/**
 * Numbers with a shape, row-major: how data enters and leaves an engine. Sequences are time-major, [T, B, size]; indices
 * into a vocabulary are whole numbers [T, B].
 *
 * <p>Holds the array that it is given, without a copy; nobody changes it while an engine works.
 */
public final class Tensor {
    private final int[] shape;
    private final Object data;

    private Tensor(Object data, int length, int[] shape) {
        long needed = 1;
        for (int extent : shape) {
            if (extent < 0) throw new ShapeException("A negative extent in the shape " + Arrays.toString(shape));
            needed *= extent;
        }
        if (needed != length) {
            throw new ShapeException(ErrorMessage.of("Numbers do not fill their shape")
                    .fact("shape", Arrays.toString(shape) + ", " + needed + " numbers")
                    .fact("given", length + " numbers")
                    .toString());
        }
        this.shape = shape.clone();
        this.data = data;
    }

    /** Single precision. */
    public static Tensor of(float[] data, int... shape) {
        return new Tensor(data, data.length, shape);
    }

    /** Double precision. */
    public static Tensor of(double[] data, int... shape) {
        return new Tensor(data, data.length, shape);
    }

    /** Indices. */
    public static Tensor ofIds(int[] data, int... shape) {
        return new Tensor(data, data.length, shape);
    }

    /** A copy of the extents. */
    public int[] shape() {
        return shape.clone();
    }

    /** Number of axes. */
    public int rank() {
        return shape.length;
    }

    /** One extent. */
    public int extent(int axis) {
        return shape[axis];
    }

    /** Number of elements. */
    public int length() {
        if (data instanceof float[] floats) return floats.length;
        return data instanceof double[] doubles ? doubles.length : ((int[]) data).length;
    }

    /** True if the elements are indices. */
    public boolean isIds() {
        return data instanceof int[];
    }

    /** True if the elements are of single precision. */
    public boolean isFloat() {
        return data instanceof float[];
    }

    /**
     * Some places along an axis, in a new order; a place may stand there several times.
     *
     * @param axis that the places are counted along
     */
    public Tensor select(int axis, int[] places) {
        int inner = 1;
        for (int k = axis + 1; k < shape.length; k++) inner *= shape[k];
        int outer = shape[axis] == 0 ? 0 : length() / (inner * shape[axis]);
        int[] newShape = shape.clone();
        newShape[axis] = places.length;
        Object selected =
                java.lang.reflect.Array.newInstance(data.getClass().getComponentType(), outer * places.length * inner);
        for (int o = 0; o < outer; o++) {
            for (int k = 0; k < places.length; k++) {
                int from = (o * shape[axis] + places[k]) * inner;
                System.arraycopy(data, from, selected, (o * places.length + k) * inner, inner);
            }
        }
        return new Tensor(selected, outer * places.length * inner, newShape);
    }

    /**
     * Batches of numbers as one batch, in their order: [B, size] each, or [S, B, size], which get zeros up to the greatest S.
     *
     * @param parts at least one; all of one rank, kind and size
     */
    static Tensor join(List<Tensor> parts) {
        Tensor like = parts.get(0);
        boolean sequences = like.rank() == 3;
        int size = like.shape[like.rank() - 1];
        int steps = sequences ? parts.stream().mapToInt(t -> t.shape[0]).max().orElse(0) : 1;
        int batch = parts.stream().mapToInt(t -> t.shape[t.rank() - 2]).sum();
        Object all = java.lang.reflect.Array.newInstance(like.data.getClass().getComponentType(), steps * batch * size);
        int row = 0;
        for (Tensor part : parts) {
            int rows = part.shape[part.rank() - 2];
            for (int s = 0; s < (sequences ? part.shape[0] : 1); s++) {
                System.arraycopy(part.data, s * rows * size, all, (s * batch + row) * size, rows * size);
            }
            row += rows;
        }
        return new Tensor(
                all, steps * batch * size, sequences ? new int[] {steps, batch, size} : new int[] {batch, size});
    }

    /** The element at a row-major position, as a number. */
    public double get(int position) {
        if (data instanceof float[] floats) return floats[position];
        return data instanceof double[] doubles ? doubles[position] : ((int[]) data)[position];
    }

    /** True if all elements of a row-major range are finite. */
    public boolean isFinite(int from, int to) {
        if (data instanceof float[] floats) return KernelLookup.kernels().isFinite(floats, from, to - from);
        for (int k = from; k < to; k++) {
            if (!Double.isFinite(get(k))) return false;
        }
        return true;
    }

    /** The indices themselves, not a copy. */
    public int[] ids() {
        if (data instanceof int[] ids) return ids;
        throw new ShapeException("Numbers [" + Arrays.toString(shape) + "] where indices are needed");
    }

    /** The numbers in single precision: the array itself if it is of that kind, else a copy. */
    public float[] floats() {
        if (data instanceof float[] floats) return floats;
        float[] copy = new float[length()];
        for (int k = 0; k < copy.length; k++) copy[k] = (float) get(k);
        return copy;
    }

    /** The numbers in double precision: the array itself if it is of that kind, else a copy. */
    public double[] doubles() {
        if (data instanceof double[] doubles) return doubles;
        double[] copy = new double[length()];
        for (int k = 0; k < copy.length; k++) copy[k] = get(k);
        return copy;
    }

    @Override
    public String toString() {
        String kind = isIds() ? "ids" : isFloat() ? "float32" : "float64";
        return kind + Arrays.toString(shape);
    }
}
