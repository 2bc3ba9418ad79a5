package org.rnn4j.core.kernel.vector;

import java.lang.invoke.MethodHandle;
import java.util.EnumMap;
import java.util.Map;
import jdk.incubator.vector.VectorSpecies;
import org.rnn4j.core.kernel.BinaryOp;
import org.rnn4j.core.kernel.ScalarElementwise;
import org.rnn4j.core.kernel.TernaryOp;
import org.rnn4j.core.kernel.UnaryOp;

/** Sends each operation to its loop, and what is left of the last register to the scalar kernels. */
final class VectorElementwise {
    // Implementation note. Loops are called through tables of handles, which keep them apart: see OutOfLine. Through a
    // switch, or an interface of which a network's functions are two, several would be compiled into one method.
    private static final VectorSpecies<Float> LANES = VectorWidth.LANES;

    private static final MethodHandle[] UNARY = OutOfLine.handles(Unary.class, unaryTable());
    private static final MethodHandle[] BINARY = OutOfLine.handles(Binary.class, binaryTable());
    private static final MethodHandle[] BINARY_SCALAR = OutOfLine.handles(BinaryScalar.class, binaryScalarTable());
    private static final MethodHandle[] BINARY_ROW = OutOfLine.handles(Binary.class, binaryRowTable());
    private static final MethodHandle[] TERNARY = OutOfLine.handles(Ternary.class, ternaryTable());

    private VectorElementwise() {}

    interface Unary {
        void run(float[] a, int aAt, float[] out, int outAt, int n);
    }

    interface Binary {
        void run(float[] a, int aAt, float[] b, int bAt, float[] out, int outAt, int n);
    }

    interface BinaryScalar {
        void run(float[] a, int aAt, float b, float[] out, int outAt, int n);
    }

    interface Ternary {
        void run(float[] a, int aAt, float[] b, int bAt, float[] c, int cAt, float[] out, int outAt, int n);
    }

    static void unary(UnaryOp op, float[] a, int aAt, float[] out, int outAt, int n) {
        int whole = LANES.loopBound(n);
        try {
            UNARY[op.ordinal()].invokeExact(a, aAt, out, outAt, whole);
        } catch (Throwable e) {
            throw OutOfLine.thrown(e);
        }
        if (whole < n) {
            ScalarElementwise.unary(op, a, aAt + whole, out, outAt + whole, n - whole);
        }
    }

    static void binary(BinaryOp op, float[] a, int aAt, float[] b, int bAt, float[] out, int outAt, int n) {
        int whole = LANES.loopBound(n);
        try {
            BINARY[op.ordinal()].invokeExact(a, aAt, b, bAt, out, outAt, whole);
        } catch (Throwable e) {
            throw OutOfLine.thrown(e);
        }
        if (whole < n) {
            ScalarElementwise.binary(op, a, aAt + whole, b, bAt + whole, out, outAt + whole, n - whole);
        }
    }

    static void binaryScalar(BinaryOp op, float[] a, int aAt, float b, float[] out, int outAt, int n) {
        int whole = LANES.loopBound(n);
        try {
            BINARY_SCALAR[op.ordinal()].invokeExact(a, aAt, b, out, outAt, whole);
        } catch (Throwable e) {
            throw OutOfLine.thrown(e);
        }
        if (whole < n) {
            ScalarElementwise.binaryScalar(op, a, aAt + whole, b, out, outAt + whole, n - whole);
        }
    }

    static void binaryRow(BinaryOp op, float[] a, int aAt, float[] b, int bAt, float[] out, int outAt, int n) {
        try {
            BINARY_ROW[op.ordinal()].invokeExact(a, aAt, b, bAt, out, outAt, n);
        } catch (Throwable e) {
            throw OutOfLine.thrown(e);
        }
    }

    static void ternary(
            TernaryOp op, float[] a, int aAt, float[] b, int bAt, float[] c, int cAt, float[] out, int outAt, int n) {
        int whole = LANES.loopBound(n);
        try {
            TERNARY[op.ordinal()].invokeExact(a, aAt, b, bAt, c, cAt, out, outAt, whole);
        } catch (Throwable e) {
            throw OutOfLine.thrown(e);
        }
        if (whole < n) {
            ScalarElementwise.ternary(
                    op, a, aAt + whole, b, bAt + whole, c, cAt + whole, out, outAt + whole, n - whole);
        }
    }

    private static Unary[] unaryTable() {
        Map<UnaryOp, Unary> map = new EnumMap<>(UnaryOp.class);
        map.put(UnaryOp.COPY, System::arraycopy);
        map.put(UnaryOp.NEGATE, UnaryLoops::negate);
        map.put(UnaryOp.ABS, UnaryLoops::abs);
        map.put(UnaryOp.SQUARE, UnaryLoops::square);
        map.put(UnaryOp.SQRT, UnaryLoops::sqrt);
        map.put(UnaryOp.RECIPROCAL, UnaryLoops::reciprocal);
        map.put(UnaryOp.ONE_MINUS, UnaryLoops::oneMinus);
        map.put(UnaryOp.RELU, UnaryLoops::relu);
        map.put(UnaryOp.SIGMOID, FunctionLoops::sigmoid);
        map.put(UnaryOp.TANH, FunctionLoops::tanh);
        map.put(UnaryOp.SOFTPLUS, FunctionLoops::softplus);
        map.put(UnaryOp.EXP, FunctionLoops::exp);
        map.put(UnaryOp.LOG, FunctionLoops::log);
        return map.values().toArray(new Unary[UnaryOp.values().length]);
    }

    private static Binary[] binaryTable() {
        Map<BinaryOp, Binary> map = new EnumMap<>(BinaryOp.class);
        map.put(BinaryOp.ADD, BinaryLoops::add);
        map.put(BinaryOp.SUBTRACT, BinaryLoops::subtract);
        map.put(BinaryOp.SUBTRACT_FROM, BinaryLoops::subtractFrom);
        map.put(BinaryOp.MULTIPLY, BinaryLoops::multiply);
        map.put(BinaryOp.DIVIDE, BinaryLoops::divide);
        map.put(BinaryOp.DIVIDE_INTO, BinaryLoops::divideInto);
        map.put(BinaryOp.MAXIMUM, BinaryLoops::maximum);
        map.put(BinaryOp.MINIMUM, BinaryLoops::minimum);
        map.put(BinaryOp.GREATER, BinaryLoops::greater);
        map.put(BinaryOp.SIGMOID_GRADIENT, BinaryLoops::sigmoidGradient);
        map.put(BinaryOp.TANH_GRADIENT, BinaryLoops::tanhGradient);
        map.put(BinaryOp.RELU_GRADIENT, BinaryLoops::reluGradient);
        return map.values().toArray(new Binary[BinaryOp.values().length]);
    }

    private static BinaryScalar[] binaryScalarTable() {
        Map<BinaryOp, BinaryScalar> map = new EnumMap<>(BinaryOp.class);
        map.put(BinaryOp.ADD, BinaryScalarLoops::add);
        map.put(BinaryOp.SUBTRACT, BinaryScalarLoops::subtract);
        map.put(BinaryOp.SUBTRACT_FROM, BinaryScalarLoops::subtractFrom);
        map.put(BinaryOp.MULTIPLY, BinaryScalarLoops::multiply);
        map.put(BinaryOp.DIVIDE, BinaryScalarLoops::divide);
        map.put(BinaryOp.DIVIDE_INTO, BinaryScalarLoops::divideInto);
        map.put(BinaryOp.MAXIMUM, BinaryScalarLoops::maximum);
        map.put(BinaryOp.MINIMUM, BinaryScalarLoops::minimum);
        map.put(BinaryOp.GREATER, BinaryScalarLoops::greater);
        map.put(BinaryOp.SIGMOID_GRADIENT, BinaryScalarLoops::sigmoidGradient);
        map.put(BinaryOp.TANH_GRADIENT, BinaryScalarLoops::tanhGradient);
        map.put(BinaryOp.RELU_GRADIENT, BinaryScalarLoops::reluGradient);
        return map.values().toArray(new BinaryScalar[BinaryOp.values().length]);
    }

    private static Binary[] binaryRowTable() {
        Map<BinaryOp, Binary> map = new EnumMap<>(BinaryOp.class);
        map.put(BinaryOp.ADD, BinaryRowLoops::add);
        map.put(BinaryOp.SUBTRACT, BinaryRowLoops::subtract);
        map.put(BinaryOp.SUBTRACT_FROM, BinaryRowLoops::subtractFrom);
        map.put(BinaryOp.MULTIPLY, BinaryRowLoops::multiply);
        map.put(BinaryOp.DIVIDE, BinaryRowLoops::divide);
        map.put(BinaryOp.DIVIDE_INTO, BinaryRowLoops::divideInto);
        map.put(BinaryOp.MAXIMUM, BinaryRowLoops::maximum);
        map.put(BinaryOp.MINIMUM, BinaryRowLoops::minimum);
        map.put(BinaryOp.GREATER, BinaryRowLoops::greater);
        map.put(BinaryOp.SIGMOID_GRADIENT, BinaryRowLoops::sigmoidGradient);
        map.put(BinaryOp.TANH_GRADIENT, BinaryRowLoops::tanhGradient);
        map.put(BinaryOp.RELU_GRADIENT, BinaryRowLoops::reluGradient);
        return map.values().toArray(new Binary[BinaryOp.values().length]);
    }

    private static Ternary[] ternaryTable() {
        Map<TernaryOp, Ternary> map = new EnumMap<>(TernaryOp.class);
        map.put(TernaryOp.SELECT, TernaryLoops::select);
        map.put(TernaryOp.MULTIPLY_ADD, TernaryLoops::multiplyAdd);
        map.put(TernaryOp.MULTIPLY_SUBTRACT_FROM, TernaryLoops::multiplySubtractFrom);
        map.put(TernaryOp.SIGMOID_GRADIENT_OF_PRODUCT, TernaryLoops::sigmoidGradientOfProduct);
        map.put(TernaryOp.TANH_GRADIENT_OF_PRODUCT, TernaryLoops::tanhGradientOfProduct);
        return map.values().toArray(new Ternary[TernaryOp.values().length]);
    }
}
