package org.rnn4j.core.engine.simd;

import java.util.Arrays;
import org.rnn4j.core.kernel.BinaryOp;
import org.rnn4j.core.kernel.PanelLayout;
import org.rnn4j.core.kernel.TernaryOp;
import org.rnn4j.core.kernel.UnaryOp;
import org.rnn4j.core.plan.PointOp;

/**
 * An element-wise function as calls of kernels. Where a kernel has no form for a number or a repeated row, the argument is
 * written out into scratch memory first.
 */
final class PointKernel {
    private final int operands;
    private final UnaryOp unary;
    private final BinaryOp binary;
    private final BinaryOp swapped;
    private final boolean hasNumberForm;
    private final TernaryOp ternary;

    PointKernel(PointOp op) {
        this.operands = op.operands();
        this.unary = unary(op);
        this.binary = binary(op);
        this.swapped = swapped(binary);
        this.ternary = ternary(op);
        this.hasNumberForm = binary.ordinal() < BinaryOp.GREATER.ordinal();
    }

    /**
     * Computes n elements of each of some panels from the worker's arguments.
     *
     * @param stride elements from a panel of the result to the next
     */
    void run(Worker worker, float[] out, int at, int stride, int panels, int n) {
        switch (operands) {
            case 1 -> runUnary(worker, out, at, stride, panels, n);
            case 2 -> runBinary(worker, out, at, stride, panels, n);
            default -> runTernary(worker, out, at, stride, panels, n);
        }
    }

    private void runUnary(Worker worker, float[] out, int at, int stride, int panels, int n) {
        Argument a = worker.arguments[0];
        boolean full = a.kind == Argument.Kind.FULL;
        for (int p = 0; p < panels; p++) {
            int to = at + p * stride;
            if (!full) writeOut(a, p, out, to, n);
            if (full) worker.kernels.unary(unary, a.array, a.at(p), out, to, n);
            else if (unary != UnaryOp.COPY) worker.kernels.unary(unary, out, to, out, to, n);
        }
    }

    private void runBinary(Worker worker, float[] out, int at, int stride, int panels, int n) {
        Argument a = worker.arguments[0];
        Argument b = worker.arguments[1];
        boolean left = a.kind == Argument.Kind.FULL;
        boolean right = b.kind == Argument.Kind.FULL;
        if (left == right || !hasNumberForm) {
            float[] as = array(worker, 0, n);
            float[] bs = array(worker, 1, n);
            for (int p = 0; p < panels; p++) {
                worker.kernels.binary(binary, as, place(a, p, as, n), bs, place(b, p, bs, n), out, at + p * stride, n);
            }
            return;
        }
        Argument full = left ? a : b;
        Argument other = left ? b : a;
        BinaryOp op = left ? binary : swapped;
        boolean isNumber = other.kind == Argument.Kind.NUMBER;
        for (int p = 0; p < panels; p++) {
            int to = at + p * stride;
            if (isNumber) worker.kernels.binaryScalar(op, full.array, full.at(p), other.number, out, to, n);
            else worker.kernels.binaryRow(op, full.array, full.at(p), other.array, other.at(p), out, to, n);
        }
    }

    private void runTernary(Worker worker, float[] out, int at, int stride, int panels, int n) {
        Argument a = worker.arguments[0];
        Argument b = worker.arguments[1];
        Argument c = worker.arguments[2];
        float[] as = array(worker, 0, n);
        float[] bs = array(worker, 1, n);
        float[] cs = array(worker, 2, n);
        for (int p = 0; p < panels; p++) {
            int aAt = place(a, p, as, n);
            int bAt = place(b, p, bs, n);
            int cAt = place(c, p, cs, n);
            worker.kernels.ternary(ternary, as, aAt, bs, bAt, cs, cAt, out, at + p * stride, n);
        }
    }

    /** Where an argument stands with an element for each result: where it is, or in scratch memory. */
    private static float[] array(Worker worker, int index, int n) {
        Argument argument = worker.arguments[index];
        if (argument.kind == Argument.Kind.FULL) return argument.array;
        return worker.operand(index, (n + PanelLayout.WIDTH - 1) / PanelLayout.WIDTH);
    }

    /** Where a panel of an argument begins in its {@link #array}, written out first if it has to be. */
    private static int place(Argument argument, int panel, float[] array, int n) {
        if (argument.kind == Argument.Kind.FULL) return argument.at(panel);
        if (panel == 0 || argument.kind == Argument.Kind.ROW) writeOut(argument, panel, array, 0, n);
        return 0;
    }

    private static void writeOut(Argument argument, int panel, float[] target, int at, int n) {
        if (argument.kind == Argument.Kind.NUMBER) {
            Arrays.fill(target, at, at + n, argument.number);
            return;
        }
        for (int k = 0; k < n; k += PanelLayout.WIDTH) {
            System.arraycopy(argument.array, argument.at(panel), target, at + k, PanelLayout.WIDTH);
        }
    }

    private static UnaryOp unary(PointOp op) {
        return switch (op) {
            case NEGATE -> UnaryOp.NEGATE;
            case SIGMOID -> UnaryOp.SIGMOID;
            case TANH -> UnaryOp.TANH;
            case RELU -> UnaryOp.RELU;
            case SOFTPLUS -> UnaryOp.SOFTPLUS;
            case EXP -> UnaryOp.EXP;
            case LOG -> UnaryOp.LOG;
            case SQRT -> UnaryOp.SQRT;
            case SQUARE -> UnaryOp.SQUARE;
            case ABS -> UnaryOp.ABS;
            case ONE_MINUS -> UnaryOp.ONE_MINUS;
            default -> UnaryOp.COPY;
        };
    }

    private static BinaryOp binary(PointOp op) {
        return switch (op) {
            case SUBTRACT -> BinaryOp.SUBTRACT;
            case MULTIPLY -> BinaryOp.MULTIPLY;
            case DIVIDE -> BinaryOp.DIVIDE;
            case MAXIMUM -> BinaryOp.MAXIMUM;
            case MINIMUM -> BinaryOp.MINIMUM;
            case SIGMOID_GRADIENT -> BinaryOp.SIGMOID_GRADIENT;
            case TANH_GRADIENT -> BinaryOp.TANH_GRADIENT;
            case RELU_GRADIENT -> BinaryOp.RELU_GRADIENT;
            default -> BinaryOp.ADD;
        };
    }

    private static BinaryOp swapped(BinaryOp op) {
        return switch (op) {
            case SUBTRACT -> BinaryOp.SUBTRACT_FROM;
            case DIVIDE -> BinaryOp.DIVIDE_INTO;
            default -> op;
        };
    }

    private static TernaryOp ternary(PointOp op) {
        return switch (op) {
            case MULTIPLY_ADD -> TernaryOp.MULTIPLY_ADD;
            case MULTIPLY_SUBTRACT_FROM -> TernaryOp.MULTIPLY_SUBTRACT_FROM;
            case SIGMOID_GRADIENT_OF_PRODUCT -> TernaryOp.SIGMOID_GRADIENT_OF_PRODUCT;
            case TANH_GRADIENT_OF_PRODUCT -> TernaryOp.TANH_GRADIENT_OF_PRODUCT;
            default -> TernaryOp.SELECT;
        };
    }
}
