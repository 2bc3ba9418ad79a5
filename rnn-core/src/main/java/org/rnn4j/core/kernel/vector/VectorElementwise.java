package org.rnn4j.core.kernel.vector;

import java.lang.invoke.MethodHandle;
import java.util.EnumMap;
import java.util.Map;
import jdk.incubator.vector.VectorSpecies;
import org.rnn4j.core.kernel.BinaryOp;
import org.rnn4j.core.kernel.Panels;
import org.rnn4j.core.kernel.ScalarElementwise;
import org.rnn4j.core.kernel.TernaryOp;
import org.rnn4j.core.kernel.UnaryOp;

/** Sends each operation to its loop, and what is left of the last register to the scalar kernels. */
final class VectorElementwise {
    // Implementation note. Loops are called through tables of handles, which keep them apart: see OutOfLine. Through a
    // switch, or an interface of which a network's functions are two, several would be compiled into one method.
    private static final VectorSpecies<Float> LANES = VectorWidth.LANES;

    private static final Table UNARY = table(Unary.class, UnaryPanels.class, unaryLoops());
    private static final Table BINARY = table(Binary.class, BinaryPanels.class, binaryLoops());
    private static final Table BINARY_SCALAR = table(BinaryScalar.class, BinaryScalarPanels.class, binaryScalarLoops());
    private static final Table BINARY_ROW = table(Binary.class, BinaryPanels.class, binaryRowLoops());
    private static final Table TERNARY = table(Ternary.class, TernaryPanels.class, ternaryLoops());

    private VectorElementwise() {}

    /** An operation over one stretch of numbers, and over several panels. */
    private record Loops<F, P>(F flat, P panels) {}

    /** The handles of all operations, by their ordinal. */
    private record Table(MethodHandle[] flat, MethodHandle[] panels) {}

    private static <F, P> Table table(Class<F> flat, Class<P> panels, Map<?, Loops<F, P>> loops) {
        return new Table(
                OutOfLine.handles(flat, loops.values().stream().map(Loops::flat).toArray()),
                OutOfLine.handles(
                        panels, loops.values().stream().map(Loops::panels).toArray()));
    }

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

    interface UnaryPanels {
        void run(Panels a, Panels out, int panels, int n);
    }

    interface BinaryPanels {
        void run(Panels a, Panels b, Panels out, int panels, int n);
    }

    interface BinaryScalarPanels {
        void run(Panels a, float b, Panels out, int panels, int n);
    }

    interface TernaryPanels {
        void run(Panels a, Panels b, Panels c, Panels out, int panels, int n);
    }

    /** Whether so many panels of so many numbers have loops of their own. */
    static boolean isByPanels(int panels, int n) {
        return panels > 1 && LANES.loopBound(n) == n;
    }

    static void unary(UnaryOp op, Panels a, Panels out, int panels, int n) {
        try {
            UNARY.panels[op.ordinal()].invokeExact(a, out, panels, n);
        } catch (Throwable e) {
            throw OutOfLine.thrown(e);
        }
    }

    static void binary(BinaryOp op, Panels a, Panels b, Panels out, int panels, int n) {
        try {
            BINARY.panels[op.ordinal()].invokeExact(a, b, out, panels, n);
        } catch (Throwable e) {
            throw OutOfLine.thrown(e);
        }
    }

    static void binaryScalar(BinaryOp op, Panels a, float b, Panels out, int panels, int n) {
        try {
            BINARY_SCALAR.panels[op.ordinal()].invokeExact(a, b, out, panels, n);
        } catch (Throwable e) {
            throw OutOfLine.thrown(e);
        }
    }

    static void binaryRow(BinaryOp op, Panels a, Panels b, Panels out, int panels, int n) {
        try {
            BINARY_ROW.panels[op.ordinal()].invokeExact(a, b, out, panels, n);
        } catch (Throwable e) {
            throw OutOfLine.thrown(e);
        }
    }

    static void ternary(TernaryOp op, Panels a, Panels b, Panels c, Panels out, int panels, int n) {
        try {
            TERNARY.panels[op.ordinal()].invokeExact(a, b, c, out, panels, n);
        } catch (Throwable e) {
            throw OutOfLine.thrown(e);
        }
    }

    static void unary(UnaryOp op, float[] a, int aAt, float[] out, int outAt, int n) {
        int whole = LANES.loopBound(n);
        try {
            UNARY.flat[op.ordinal()].invokeExact(a, aAt, out, outAt, whole);
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
            BINARY.flat[op.ordinal()].invokeExact(a, aAt, b, bAt, out, outAt, whole);
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
            BINARY_SCALAR.flat[op.ordinal()].invokeExact(a, aAt, b, out, outAt, whole);
        } catch (Throwable e) {
            throw OutOfLine.thrown(e);
        }
        if (whole < n) {
            ScalarElementwise.binaryScalar(op, a, aAt + whole, b, out, outAt + whole, n - whole);
        }
    }

    static void binaryRow(BinaryOp op, float[] a, int aAt, float[] b, int bAt, float[] out, int outAt, int n) {
        try {
            BINARY_ROW.flat[op.ordinal()].invokeExact(a, aAt, b, bAt, out, outAt, n);
        } catch (Throwable e) {
            throw OutOfLine.thrown(e);
        }
    }

    static void ternary(
            TernaryOp op, float[] a, int aAt, float[] b, int bAt, float[] c, int cAt, float[] out, int outAt, int n) {
        int whole = LANES.loopBound(n);
        try {
            TERNARY.flat[op.ordinal()].invokeExact(a, aAt, b, bAt, c, cAt, out, outAt, whole);
        } catch (Throwable e) {
            throw OutOfLine.thrown(e);
        }
        if (whole < n) {
            ScalarElementwise.ternary(
                    op, a, aAt + whole, b, bAt + whole, c, cAt + whole, out, outAt + whole, n - whole);
        }
    }

    private static Map<UnaryOp, Loops<Unary, UnaryPanels>> unaryLoops() {
        Map<UnaryOp, Loops<Unary, UnaryPanels>> map = new EnumMap<>(UnaryOp.class);
        map.put(UnaryOp.COPY, new Loops<>(System::arraycopy, VectorElementwise::copy));
        map.put(UnaryOp.NEGATE, new Loops<>(UnaryLoops::negate, UnaryLoops::negate));
        map.put(UnaryOp.ABS, new Loops<>(UnaryLoops::abs, UnaryLoops::abs));
        map.put(UnaryOp.SQUARE, new Loops<>(UnaryLoops::square, UnaryLoops::square));
        map.put(UnaryOp.SQRT, new Loops<>(UnaryLoops::sqrt, UnaryLoops::sqrt));
        map.put(UnaryOp.RECIPROCAL, new Loops<>(UnaryLoops::reciprocal, UnaryLoops::reciprocal));
        map.put(UnaryOp.ONE_MINUS, new Loops<>(UnaryLoops::oneMinus, UnaryLoops::oneMinus));
        map.put(UnaryOp.RELU, new Loops<>(UnaryLoops::relu, UnaryLoops::relu));
        map.put(UnaryOp.SIGMOID, new Loops<>(FunctionLoops::sigmoid, FunctionLoops::sigmoid));
        map.put(UnaryOp.TANH, new Loops<>(FunctionLoops::tanh, FunctionLoops::tanh));
        map.put(UnaryOp.SOFTPLUS, new Loops<>(FunctionLoops::softplus, FunctionLoops::softplus));
        map.put(UnaryOp.EXP, new Loops<>(FunctionLoops::exp, FunctionLoops::exp));
        map.put(UnaryOp.LOG, new Loops<>(FunctionLoops::log, FunctionLoops::log));
        return map;
    }

    private static Map<BinaryOp, Loops<Binary, BinaryPanels>> binaryLoops() {
        Map<BinaryOp, Loops<Binary, BinaryPanels>> map = new EnumMap<>(BinaryOp.class);
        map.put(BinaryOp.ADD, new Loops<>(BinaryLoops::add, BinaryLoops::add));
        map.put(BinaryOp.SUBTRACT, new Loops<>(BinaryLoops::subtract, BinaryLoops::subtract));
        map.put(BinaryOp.SUBTRACT_FROM, new Loops<>(BinaryLoops::subtractFrom, BinaryLoops::subtractFrom));
        map.put(BinaryOp.MULTIPLY, new Loops<>(BinaryLoops::multiply, BinaryLoops::multiply));
        map.put(BinaryOp.DIVIDE, new Loops<>(BinaryLoops::divide, BinaryLoops::divide));
        map.put(BinaryOp.DIVIDE_INTO, new Loops<>(BinaryLoops::divideInto, BinaryLoops::divideInto));
        map.put(BinaryOp.MAXIMUM, new Loops<>(BinaryLoops::maximum, BinaryLoops::maximum));
        map.put(BinaryOp.MINIMUM, new Loops<>(BinaryLoops::minimum, BinaryLoops::minimum));
        map.put(BinaryOp.GREATER, new Loops<>(BinaryLoops::greater, BinaryLoops::greater));
        map.put(BinaryOp.SIGMOID_GRADIENT, new Loops<>(BinaryLoops::sigmoidGradient, BinaryLoops::sigmoidGradient));
        map.put(BinaryOp.TANH_GRADIENT, new Loops<>(BinaryLoops::tanhGradient, BinaryLoops::tanhGradient));
        map.put(BinaryOp.RELU_GRADIENT, new Loops<>(BinaryLoops::reluGradient, BinaryLoops::reluGradient));
        return map;
    }

    private static Map<BinaryOp, Loops<BinaryScalar, BinaryScalarPanels>> binaryScalarLoops() {
        Map<BinaryOp, Loops<BinaryScalar, BinaryScalarPanels>> map = new EnumMap<>(BinaryOp.class);
        map.put(BinaryOp.ADD, new Loops<>(BinaryScalarLoops::add, BinaryScalarLoops::add));
        map.put(BinaryOp.SUBTRACT, new Loops<>(BinaryScalarLoops::subtract, BinaryScalarLoops::subtract));
        map.put(BinaryOp.SUBTRACT_FROM, new Loops<>(BinaryScalarLoops::subtractFrom, BinaryScalarLoops::subtractFrom));
        map.put(BinaryOp.MULTIPLY, new Loops<>(BinaryScalarLoops::multiply, BinaryScalarLoops::multiply));
        map.put(BinaryOp.DIVIDE, new Loops<>(BinaryScalarLoops::divide, BinaryScalarLoops::divide));
        map.put(BinaryOp.DIVIDE_INTO, new Loops<>(BinaryScalarLoops::divideInto, BinaryScalarLoops::divideInto));
        map.put(BinaryOp.MAXIMUM, new Loops<>(BinaryScalarLoops::maximum, BinaryScalarLoops::maximum));
        map.put(BinaryOp.MINIMUM, new Loops<>(BinaryScalarLoops::minimum, BinaryScalarLoops::minimum));
        map.put(BinaryOp.GREATER, new Loops<>(BinaryScalarLoops::greater, BinaryScalarLoops::greater));
        map.put(
                BinaryOp.SIGMOID_GRADIENT,
                new Loops<>(BinaryScalarLoops::sigmoidGradient, BinaryScalarLoops::sigmoidGradient));
        map.put(BinaryOp.TANH_GRADIENT, new Loops<>(BinaryScalarLoops::tanhGradient, BinaryScalarLoops::tanhGradient));
        map.put(BinaryOp.RELU_GRADIENT, new Loops<>(BinaryScalarLoops::reluGradient, BinaryScalarLoops::reluGradient));
        return map;
    }

    private static Map<BinaryOp, Loops<Binary, BinaryPanels>> binaryRowLoops() {
        Map<BinaryOp, Loops<Binary, BinaryPanels>> map = new EnumMap<>(BinaryOp.class);
        map.put(BinaryOp.ADD, new Loops<>(BinaryRowLoops::add, BinaryRowLoops::add));
        map.put(BinaryOp.SUBTRACT, new Loops<>(BinaryRowLoops::subtract, BinaryRowLoops::subtract));
        map.put(BinaryOp.SUBTRACT_FROM, new Loops<>(BinaryRowLoops::subtractFrom, BinaryRowLoops::subtractFrom));
        map.put(BinaryOp.MULTIPLY, new Loops<>(BinaryRowLoops::multiply, BinaryRowLoops::multiply));
        map.put(BinaryOp.DIVIDE, new Loops<>(BinaryRowLoops::divide, BinaryRowLoops::divide));
        map.put(BinaryOp.DIVIDE_INTO, new Loops<>(BinaryRowLoops::divideInto, BinaryRowLoops::divideInto));
        map.put(BinaryOp.MAXIMUM, new Loops<>(BinaryRowLoops::maximum, BinaryRowLoops::maximum));
        map.put(BinaryOp.MINIMUM, new Loops<>(BinaryRowLoops::minimum, BinaryRowLoops::minimum));
        map.put(BinaryOp.GREATER, new Loops<>(BinaryRowLoops::greater, BinaryRowLoops::greater));
        map.put(
                BinaryOp.SIGMOID_GRADIENT,
                new Loops<>(BinaryRowLoops::sigmoidGradient, BinaryRowLoops::sigmoidGradient));
        map.put(BinaryOp.TANH_GRADIENT, new Loops<>(BinaryRowLoops::tanhGradient, BinaryRowLoops::tanhGradient));
        map.put(BinaryOp.RELU_GRADIENT, new Loops<>(BinaryRowLoops::reluGradient, BinaryRowLoops::reluGradient));
        return map;
    }

    private static Map<TernaryOp, Loops<Ternary, TernaryPanels>> ternaryLoops() {
        Map<TernaryOp, Loops<Ternary, TernaryPanels>> map = new EnumMap<>(TernaryOp.class);
        map.put(TernaryOp.SELECT, new Loops<>(TernaryLoops::select, TernaryLoops::select));
        map.put(TernaryOp.MULTIPLY_ADD, new Loops<>(TernaryLoops::multiplyAdd, TernaryLoops::multiplyAdd));
        map.put(
                TernaryOp.MULTIPLY_SUBTRACT_FROM,
                new Loops<>(TernaryLoops::multiplySubtractFrom, TernaryLoops::multiplySubtractFrom));
        map.put(
                TernaryOp.SIGMOID_GRADIENT_OF_PRODUCT,
                new Loops<>(TernaryLoops::sigmoidGradientOfProduct, TernaryLoops::sigmoidGradientOfProduct));
        map.put(
                TernaryOp.TANH_GRADIENT_OF_PRODUCT,
                new Loops<>(TernaryLoops::tanhGradientOfProduct, TernaryLoops::tanhGradientOfProduct));
        return map;
    }

    private static void copy(Panels a, Panels out, int panels, int n) {
        for (int p = 0; p < panels; p++) System.arraycopy(a.array, a.panel(p), out.array, out.panel(p), n);
    }
}
