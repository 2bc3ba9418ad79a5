package org.rnn4j.core.engine.reference;

import org.jspecify.annotations.Nullable;

/**
 * What is computed over the positions of each example's memory: the rows of the first example, then of the next.
 *
 * <p>A matrix has at least one row: where no example has a position, it is one of zeros that belongs to nobody.
 */
final class Segments {
    private Segments() {}

    /** Each example's row at every one of its positions. */
    static Rows spread(Rows a, int[] lengths) {
        double[][] given = a.numbers().getDataRef();
        double[][] result = new double[java.util.Arrays.stream(lengths).sum()][];
        int row = 0;
        for (int i = 0; i < lengths.length; i++) {
            for (int s = 0; s < lengths[i]; s++) result[row++] = given[i].clone();
        }
        return rows(result, a.size());
    }

    /** The sum of each example's rows. */
    static Rows sum(Rows a, int[] lengths) {
        double[][] given = a.numbers().getDataRef();
        double[][] result = new double[lengths.length][a.size()];
        int row = 0;
        for (int i = 0; i < lengths.length; i++) {
            for (int s = 0; s < lengths[i]; s++, row++) {
                for (int j = 0; j < result[i].length; j++) result[i][j] += given[row][j];
            }
        }
        return rows(result, a.size());
    }

    /** e^a / Σ e^a over each example's rows, with the largest a subtracted from all. */
    static Rows softmax(Rows a, int[] lengths) {
        double[][] given = a.numbers().getDataRef();
        double[][] result = new double[a.count()][a.size()];
        int first = 0;
        for (int length : lengths) {
            for (int j = 0; j < a.size(); j++) {
                double most = Double.NEGATIVE_INFINITY;
                for (int s = first; s < first + length; s++) most = Math.max(most, given[s][j]);
                double sum = 0;
                for (int s = first; s < first + length; s++) sum += result[s][j] = Math.exp(given[s][j] - most);
                for (int s = first; s < first + length; s++) result[s][j] /= sum;
            }
            first += length;
        }
        return rows(result, a.size());
    }

    /**
     * One row for each example: the rows of all its positions one after the other.
     *
     * @param lengths how many positions each has; null of a value without positions
     */
    static double[][] flattened(Rows a, int @Nullable [] lengths) {
        double[][] given = a.numbers().getDataRef();
        if (lengths == null) return given;
        double[][] result = new double[lengths.length][];
        int row = 0;
        for (int i = 0; i < lengths.length; i++) {
            result[i] = new double[lengths[i] * a.size()];
            for (int s = 0; s < lengths[i]; s++, row++) {
                System.arraycopy(given[row], 0, result[i], s * a.size(), a.size());
            }
        }
        return result;
    }

    /** Rows of some examples, zeros if there are none. */
    static Rows rows(double[][] rows, int size) {
        return rows.length == 0 ? new Rows.Dense(Rows.zeros(1, size)) : Rows.of(rows);
    }
}
