package org.rnn4j.core.kernel;

/** The elementwise functions of {@link Kernels} on single numbers; they define what the vector kernels compute. */
public final class ScalarElementwise {
    private ScalarElementwise() {}

    /** Computes {@link Kernels#unary}. */
    public static void unary(UnaryOp op, float[] a, int aOffset, float[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = unary(op, a[aOffset + i]);
        }
    }

    /** Computes {@link Kernels#binary}. */
    public static void binary(
            BinaryOp op, float[] a, int aOffset, float[] b, int bOffset, float[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = binary(op, a[aOffset + i], b[bOffset + i]);
        }
    }

    /** Computes {@link Kernels#binaryScalar}. */
    public static void binaryScalar(BinaryOp op, float[] a, int aOffset, float b, float[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = binary(op, a[aOffset + i], b);
        }
    }

    /** Computes {@link Kernels#binaryRow}. */
    public static void binaryRow(
            BinaryOp op, float[] a, int aOffset, float[] b, int bOffset, float[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = binary(op, a[aOffset + i], b[bOffset + i % PanelLayout.WIDTH]);
        }
    }

    /** Computes {@link Kernels#ternary}. */
    public static void ternary(
            TernaryOp op,
            float[] a,
            int aOffset,
            float[] b,
            int bOffset,
            float[] c,
            int cOffset,
            float[] out,
            int outOffset,
            int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = ternary(op, a[aOffset + i], b[bOffset + i], c[cOffset + i]);
        }
    }

    private static float unary(UnaryOp op, float x) {
        return switch (op) {
            case COPY -> x;
            case NEGATE -> -x;
            case ABS -> Math.abs(x);
            case SQUARE -> x * x;
            case SQRT -> (float) Math.sqrt(x);
            case RECIPROCAL -> 1 / x;
            case ONE_MINUS -> 1 - x;
            case RELU -> x <= 0 ? 0 : x;
            case SIGMOID -> FloatMath.sigmoid(x);
            case TANH -> FloatMath.tanh(x);
            case SOFTPLUS -> FloatMath.softplus(x);
            case EXP -> FloatMath.exp(x);
            case LOG -> FloatMath.log(x);
        };
    }

    private static float binary(BinaryOp op, float a, float b) {
        return switch (op) {
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case SUBTRACT_FROM -> b - a;
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
            case DIVIDE_INTO -> b / a;
            case MAXIMUM -> Math.max(a, b);
            case MINIMUM -> Math.min(a, b);
            case GREATER -> a > b ? 1 : 0;
            case SIGMOID_GRADIENT -> a * (b * (1 - b));
            case TANH_GRADIENT -> a * Math.fma(-b, b, 1f);
            case RELU_GRADIENT -> b > 0 ? a : 0;
        };
    }

    private static float ternary(TernaryOp op, float a, float b, float c) {
        return switch (op) {
            case SELECT -> a > 0 ? b : c;
            case MULTIPLY_ADD -> Math.fma(a, b, c);
            case MULTIPLY_SUBTRACT_FROM -> Math.fma(-a, b, c);
            case SIGMOID_GRADIENT_OF_PRODUCT -> binary(BinaryOp.SIGMOID_GRADIENT, a * b, c);
            case TANH_GRADIENT_OF_PRODUCT -> binary(BinaryOp.TANH_GRADIENT, a * b, c);
        };
    }
}
