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

    /** Computes n elements from the worker's arguments. */
    void run(Worker worker, float[] out, int at, int n) {
        Argument[] arguments = worker.arguments;
        switch (operands) {
            case 1 -> runUnary(worker, arguments[0], out, at, n);
            case 2 -> runBinary(worker, arguments[0], arguments[1], out, at, n);
            default -> runTernary(worker, out, at, n);
        }
    }

    private void runUnary(Worker worker, Argument a, float[] out, int at, int n) {
        if (a.kind == Argument.Kind.FULL) {
            worker.kernels.unary(unary, a.array, a.at, out, at, n);
            return;
        }
        writeOut(a, out, at, n);
        if (unary != UnaryOp.COPY) worker.kernels.unary(unary, out, at, out, at, n);
    }

    private void runBinary(Worker worker, Argument a, Argument b, float[] out, int at, int n) {
        boolean left = a.kind == Argument.Kind.FULL;
        boolean both = left && b.kind == Argument.Kind.FULL;
        boolean none = !left && b.kind != Argument.Kind.FULL;
        if (both || none || !hasNumberForm) {
            full(worker, 0, n);
            full(worker, 1, n);
            worker.kernels.binary(binary, a.array, a.at, b.array, b.at, out, at, n);
            return;
        }
        Argument full = left ? a : b;
        Argument other = left ? b : a;
        BinaryOp op = left ? binary : swapped;
        if (other.kind == Argument.Kind.NUMBER) {
            worker.kernels.binaryScalar(op, full.array, full.at, other.number, out, at, n);
        } else {
            worker.kernels.binaryRow(op, full.array, full.at, other.array, other.at, out, at, n);
        }
    }

    private void runTernary(Worker worker, float[] out, int at, int n) {
        for (int k = 0; k < 3; k++) full(worker, k, n);
        Argument[] arg = worker.arguments;
        worker.kernels.ternary(
                ternary, arg[0].array, arg[0].at, arg[1].array, arg[1].at, arg[2].array, arg[2].at, out, at, n);
    }

    /** Makes an argument one with an element for each result. */
    private static void full(Worker worker, int index, int n) {
        Argument argument = worker.arguments[index];
        if (argument.kind == Argument.Kind.FULL) return;
        float[] scratch = worker.operand(index, (n + PanelLayout.WIDTH - 1) / PanelLayout.WIDTH);
        writeOut(argument, scratch, 0, n);
        argument.full(scratch, 0);
    }

    private static void writeOut(Argument argument, float[] target, int at, int n) {
        if (argument.kind == Argument.Kind.NUMBER) {
            Arrays.fill(target, at, at + n, argument.number);
            return;
        }
        for (int k = 0; k < n; k += PanelLayout.WIDTH) {
            System.arraycopy(argument.array, argument.at, target, at + k, PanelLayout.WIDTH);
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
            default -> TernaryOp.SELECT;
        };
    }
}
