package org.rnn4j.core.io;

import java.nio.Buffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.ModelFormatException;
import org.rnn4j.api.ShapeException;

/**
 * A named array of numbers with a shape, stored row after row.
 *
 * <p>Immutable: numbers are seen through read-only buffers. An array that a tensor is made of is not copied, for it may be
 * large; whoever gave it does not write to it while the tensor is in use.
 *
 * <p>Edge cases: the empty shape is one number; a dimension of 0 is no number.
 */
public final class Tensor {
    /** The most elements that a Java array holds on every virtual machine. */
    static final int MOST_ELEMENTS = Integer.MAX_VALUE - 8;

    private final String name;
    private final TensorType type;
    private final int[] shape;
    private final Buffer data;

    private Tensor(String name, TensorType type, int[] shape, Buffer data) {
        this.name = name;
        this.type = type;
        this.shape = shape;
        this.data = data;
        if (elements(shape) != data.remaining()) {
            throw new ShapeException(ErrorMessage.of("The numbers do not fill the shape of tensor '" + name + "'")
                    .fact("shape", Arrays.toString(shape))
                    .fact("numbers", data.remaining())
                    .fix("give as many numbers as the product of the dimensions")
                    .toString());
        }
    }

    /** A tensor of type F32. */
    public static Tensor of(String name, float[] data, int... shape) {
        return of(name, TensorType.F32, shape, FloatBuffer.wrap(data));
    }

    /** A tensor of type F64. */
    public static Tensor of(String name, double[] data, int... shape) {
        return of(name, TensorType.F64, shape, DoubleBuffer.wrap(data));
    }

    /** A tensor of type I32. */
    public static Tensor of(String name, int[] data, int... shape) {
        return of(name, TensorType.I32, shape, IntBuffer.wrap(data));
    }

    /** A tensor of type I64. */
    public static Tensor of(String name, long[] data, int... shape) {
        return of(name, TensorType.I64, shape, LongBuffer.wrap(data));
    }

    /** A tensor of the numbers between a buffer's position and limit; the buffer is of the type's kind. */
    static Tensor of(String name, TensorType type, int[] shape, Buffer data) {
        return new Tensor(name, type, shape.clone(), data);
    }

    /** The product of the dimensions; −1 if one is negative or the product is more than {@link #MOST_ELEMENTS}. */
    static int elements(int[] shape) {
        if (Arrays.stream(shape).anyMatch(size -> size < 0)) return -1;
        // First, because a 0 makes the product 0, however large the others are.
        if (Arrays.stream(shape).anyMatch(size -> size == 0)) return 0;
        long product = 1;
        for (int size : shape) {
            product *= size;
            if (product > MOST_ELEMENTS) return -1;
        }
        return (int) product;
    }

    /** The name in the file. */
    public String name() {
        return name;
    }

    /** The kind of the numbers. */
    public TensorType type() {
        return type;
    }

    /** The dimensions, outermost first; a copy. */
    public int[] shape() {
        return shape.clone();
    }

    /** The number of numbers. */
    public int elements() {
        return data.remaining();
    }

    /** The size of the numbers in a file. */
    public long bytes() {
        return (long) elements() * type.bytes();
    }

    /** The numbers of a tensor of type F32, read-only. */
    public FloatBuffer floats() {
        return ((FloatBuffer) data(TensorType.F32)).asReadOnlyBuffer();
    }

    /** The numbers of a tensor of type F64, read-only. */
    public DoubleBuffer doubles() {
        return ((DoubleBuffer) data(TensorType.F64)).asReadOnlyBuffer();
    }

    /** The numbers of a tensor of type I32, read-only. */
    public IntBuffer ints() {
        return ((IntBuffer) data(TensorType.I32)).asReadOnlyBuffer();
    }

    /** The numbers of a tensor of type I64, read-only. */
    public LongBuffer longs() {
        return ((LongBuffer) data(TensorType.I64)).asReadOnlyBuffer();
    }

    /** A copy of the numbers of a tensor of type F32, or F64 rounded. */
    public float[] toFloats() {
        float[] copy = new float[elements()];
        if (type == TensorType.F64) {
            DoubleBuffer doubles = doubles();
            for (int i = 0; i < copy.length; i++) {
                copy[i] = (float) doubles.get();
            }
        } else {
            floats().get(copy);
        }
        return copy;
    }

    /** A copy of the numbers of a tensor of type F64 or F32. */
    public double[] toDoubles() {
        double[] copy = new double[elements()];
        if (type == TensorType.F32) {
            FloatBuffer floats = floats();
            for (int i = 0; i < copy.length; i++) {
                copy[i] = floats.get();
            }
        } else {
            doubles().get(copy);
        }
        return copy;
    }

    /** Name, type and shape, such as {@code W_xi F32 [64, 32]}. */
    @Override
    public String toString() {
        return name + " " + type + " " + Arrays.toString(shape);
    }

    private Buffer data(TensorType expected) {
        if (type == expected) return data;
        throw new ModelFormatException(ErrorMessage.of("Tensor '" + name + "' is of another type")
                .fact("expected", expected)
                .fact("found", type)
                .fix("save the tensor as " + expected)
                .toString());
    }
}
