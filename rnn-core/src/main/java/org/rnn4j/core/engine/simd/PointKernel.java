package org.rnn4j.core.engine.simd;

import java.util.Arrays;
import org.rnn4j.core.kernel.BinaryOp;
import org.rnn4j.core.kernel.PanelLayout;
import org.rnn4j.core.kernel.Panels;
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

    /** Computes n elements of each of some panels from the worker's arguments. */
    void run(Worker worker, Panels out, int panels, int n) {
        switch (operands) {
            case 1 -> worker.kernels.unary(unary, full(worker, 0, panels, n), out, panels, n);
            case 2 -> runBinary(worker, out, panels, n);
            default ->
                worker.kernels.ternary(
                        ternary,
                        full(worker, 0, panels, n),
                        full(worker, 1, panels, n),
                        full(worker, 2, panels, n),
                        out,
                        panels,
                        n);
        }
    }

    private void runBinary(Worker worker, Panels out, int panels, int n) {
        Argument a = worker.arguments[0];
        Argument b = worker.arguments[1];
        boolean left = a.kind == Argument.Kind.FULL;
        boolean right = b.kind == Argument.Kind.FULL;
        if (left == right || !hasNumberForm) {
            worker.kernels.binary(binary, full(worker, 0, panels, n), full(worker, 1, panels, n), out, panels, n);
            return;
        }
        Panels full = left ? a.panels : b.panels;
        Argument other = left ? b : a;
        BinaryOp op = left ? binary : swapped;
        if (other.kind == Argument.Kind.NUMBER) {
            worker.kernels.binaryScalar(op, full, other.number, out, panels, n);
        } else {
            worker.kernels.binaryRow(op, full, other.panels, out, panels, n);
        }
    }

    /** An argument with an element for each result: where it stands, or written out into scratch memory. */
    private static Panels full(Worker worker, int index, int panels, int n) {
        Argument argument = worker.arguments[index];
        if (argument.kind == Argument.Kind.FULL) return argument.panels;
        int rows = PanelLayout.panels(n);
        int written = argument.kind == Argument.Kind.NUMBER || argument.panels.rowCapacity == 0 ? 1 : panels;
        float[] array = worker.operand(index, written * rows);
        if (argument.kind == Argument.Kind.NUMBER) {
            Arrays.fill(array, 0, n, argument.number);
        } else {
            for (int p = 0; p < written; p++) {
                for (int row = 0; row < rows; row++) {
                    int to = (p * rows + row) * PanelLayout.WIDTH;
                    System.arraycopy(argument.panels.array, argument.panels.panel(p), array, to, PanelLayout.WIDTH);
                }
            }
        }
        argument.full(array, 0, written == 1 ? 0 : rows);
        return argument.panels;
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
