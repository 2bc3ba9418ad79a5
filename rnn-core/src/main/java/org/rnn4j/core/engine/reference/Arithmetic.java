package org.rnn4j.core.engine.reference;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;

/** Ways to compute rows from rows; no element ever depends on another example's row. */
final class Arithmetic {
    private Arithmetic() {}

    /** A function of each element. */
    static Rows map(Rows a, DoubleUnaryOperator function) {
        return eachRow(a, row -> {
            double[] result = new double[row.length];
            for (int j = 0; j < row.length; j++) result[j] = function.applyAsDouble(row[j]);
            return result;
        });
    }

    /** A function of each two elements of the same place. */
    static Rows map(Rows a, Rows b, DoubleBinaryOperator function) {
        double[][] left = a.numbers().getDataRef();
        double[][] right = b.numbers().getDataRef();
        double[][] result = new double[a.count()][a.size()];
        for (int k = 0; k < result.length; k++) {
            for (int j = 0; j < result[k].length; j++) {
                result[k][j] = function.applyAsDouble(left[k][j], right[k][j]);
            }
        }
        return Rows.of(result);
    }

    /** condition > 0 ? a : b. */
    static Rows select(Rows condition, Rows a, Rows b) {
        double[][] conditions = condition.numbers().getDataRef();
        double[][] left = a.numbers().getDataRef();
        double[][] right = b.numbers().getDataRef();
        double[][] result = new double[a.count()][a.size()];
        for (int k = 0; k < result.length; k++) {
            for (int j = 0; j < result[k].length; j++) {
                result[k][j] = conditions[k][j] > 0 ? left[k][j] : right[k][j];
            }
        }
        return Rows.of(result);
    }

    /** The sum of each row: size 1. */
    static Rows sum(Rows a) {
        return eachRow(a, row -> new double[] {sum(row)});
    }

    /** Each row's one number repeated. */
    static Rows broadcast(Rows a, int size) {
        return eachRow(a, row -> {
            double[] result = new double[size];
            java.util.Arrays.fill(result, row[0]);
            return result;
        });
    }

    /** Rows side by side. */
    static Rows concat(List<Rows> parts, int size) {
        double[][] result = new double[parts.get(0).count()][size];
        int from = 0;
        for (Rows part : parts) {
            double[][] rows = part.numbers().getDataRef();
            for (int k = 0; k < result.length; k++) System.arraycopy(rows[k], 0, result[k], from, part.size());
            from += part.size();
        }
        return Rows.of(result);
    }

    /** Some elements of each row. */
    static Rows slice(Rows a, int start, int length) {
        return eachRow(a, row -> java.util.Arrays.copyOfRange(row, start, start + length));
    }

    /** e^a / Σ e^a, with the largest a subtracted from all, which changes nothing but avoids overflow. */
    static Rows softmax(Rows a) {
        return eachRow(a, row -> {
            double[] result = exponentials(row, max(row));
            double sum = sum(result);
            for (int j = 0; j < row.length; j++) result[j] /= sum;
            return result;
        });
    }

    /** a - log Σ e^a. */
    static Rows logSoftmax(Rows a) {
        return eachRow(a, row -> {
            double max = max(row);
            double logSum = max + Math.log(sum(exponentials(row, max)));
            double[] result = new double[row.length];
            for (int j = 0; j < row.length; j++) result[j] = row[j] - logSum;
            return result;
        });
    }

    /** The element of each row at the index of a one-hot row: size 1. */
    static Rows pick(Rows index, Rows values) {
        if (!(index instanceof Rows.OneHot oneHot)) return sum(map(index, values, (a, b) -> a * b));
        double[][] rows = values.numbers().getDataRef();
        double[][] result = new double[rows.length][1];
        for (int k = 0; k < rows.length; k++) result[k][0] = rows[k][oneHot.ids()[k]];
        return Rows.of(result);
    }

    private static double sum(double[] row) {
        double sum = 0;
        for (double each : row) sum += each;
        return sum;
    }

    private static double max(double[] row) {
        double max = row[0];
        for (double each : row) max = Math.max(max, each);
        return max;
    }

    private static double[] exponentials(double[] row, double shift) {
        double[] result = new double[row.length];
        for (int j = 0; j < row.length; j++) result[j] = Math.exp(row[j] - shift);
        return result;
    }

    private static Rows eachRow(Rows a, UnaryOperator<double[]> function) {
        double[][] rows = a.numbers().getDataRef();
        double[][] result = new double[rows.length][];
        for (int k = 0; k < rows.length; k++) result[k] = function.apply(rows[k]);
        return Rows.of(result);
    }
}
