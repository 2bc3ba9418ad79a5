package org.rnn4j.core.kernel.vector;

import java.util.EnumMap;
import java.util.Map;
import jdk.incubator.vector.VectorSpecies;
import org.rnn4j.core.kernel.BinaryOp;
import org.rnn4j.core.kernel.ScalarElementwise;
import org.rnn4j.core.kernel.TernaryOp;
import org.rnn4j.core.kernel.UnaryOp;

/** Sends each operation to its loop, and what is left of the last register to the scalar kernels. */
final class VectorElementwise {
    // Implementation note. Loops are called through a table, not a switch: a call site that has seen many targets is
    // not inlined, so each loop is compiled by itself. In a switch the small ones would be inlined together, past the
    // node count at which C2 gives up on intrinsics and puts every vector on the heap.
    private static final VectorSpecies<Float> LANES = VectorWidth.LANES;

    private static final Unary[] UNARY = unaryTable();
    private static final Binary[] BINARY = binaryTable();
    private static final BinaryScalar[] BINARY_SCALAR = binaryScalarTable();
    private static final Binary[] BINARY_ROW = binaryRowTable();
    private static final Ternary[] TERNARY = ternaryTable();

    private VectorElementwise() {}

    private interface Unary {
        void run(float[] a, int aAt, float[] out, int outAt, int n);
    }

    private interface Binary {
        void run(float[] a, int aAt, float[] b, int bAt, float[] out, int outAt, int n);
    }

    private interface BinaryScalar {
        void run(float[] a, int aAt, float b, float[] out, int outAt, int n);
    }

    private interface Ternary {
        void run(float[] a, int aAt, float[] b, int bAt, float[] c, int cAt, float[] out, int outAt, int n);
    }

    static void unary(UnaryOp op, float[] a, int aAt, float[] out, int outAt, int n) {
        int whole = LANES.loopBound(n);
        UNARY[op.ordinal()].run(a, aAt, out, outAt, whole);
        if (whole < n) {
            ScalarElementwise.unary(op, a, aAt + whole, out, outAt + whole, n - whole);
        }
    }

    static void binary(BinaryOp op, float[] a, int aAt, float[] b, int bAt, float[] out, int outAt, int n) {
        int whole = LANES.loopBound(n);
        BINARY[op.ordinal()].run(a, aAt, b, bAt, out, outAt, whole);
        if (whole < n) {
            ScalarElementwise.binary(op, a, aAt + whole, b, bAt + whole, out, outAt + whole, n - whole);
        }
    }

    static void binaryScalar(BinaryOp op, float[] a, int aAt, float b, float[] out, int outAt, int n) {
        int whole = LANES.loopBound(n);
        BINARY_SCALAR[op.ordinal()].run(a, aAt, b, out, outAt, whole);
        if (whole < n) {
            ScalarElementwise.binaryScalar(op, a, aAt + whole, b, out, outAt + whole, n - whole);
        }
    }

    static void binaryRow(BinaryOp op, float[] a, int aAt, float[] b, int bAt, float[] out, int outAt, int n) {
        BINARY_ROW[op.ordinal()].run(a, aAt, b, bAt, out, outAt, n);
    }

    static void ternary(
            TernaryOp op, float[] a, int aAt, float[] b, int bAt, float[] c, int cAt, float[] out, int outAt, int n) {
        int whole = LANES.loopBound(n);
        TERNARY[op.ordinal()].run(a, aAt, b, bAt, c, cAt, out, outAt, whole);
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
        map.put(TernaryOp.INTERPOLATE, TernaryLoops::interpolate);
        return map.values().toArray(new Ternary[TernaryOp.values().length]);
    }
}
