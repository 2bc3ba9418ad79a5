package org.rnn4j.core.engine.reference;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;

/** The value of a node for several examples: a row for each. Immutable by agreement. */
sealed interface Rows {
    /** Number of examples. */
    int count();

    /** Number of elements in each row. */
    int size();

    /** The numbers, [count, size]. */
    Array2DRowRealMatrix numbers();

    /** The rows of some of the examples, in their order. */
    Rows of(int[] examples);

    /** Rows of numbers. */
    record Dense(Array2DRowRealMatrix numbers) implements Rows {
        @Override
        public int count() {
            return numbers.getRowDimension();
        }

        @Override
        public int size() {
            return numbers.getColumnDimension();
        }

        @Override
        public Rows of(int[] examples) {
            double[][] chosen = new double[examples.length][];
            for (int k = 0; k < examples.length; k++) chosen[k] = numbers.getRow(examples[k]);
            return Rows.of(chosen);
        }
    }

    /** Rows that are 1 at one index and 0 elsewhere. */
    record OneHot(int[] ids, int size) implements Rows {
        @Override
        public int count() {
            return ids.length;
        }

        @Override
        public Array2DRowRealMatrix numbers() {
            double[][] rows = new double[ids.length][size];
            for (int k = 0; k < ids.length; k++) rows[k][ids[k]] = 1;
            return new Array2DRowRealMatrix(rows, false);
        }

        @Override
        public Rows of(int[] examples) {
            return new OneHot(Arrays.stream(examples).map(b -> ids[b]).toArray(), size);
        }
    }

    /** Rows of numbers, not copied. */
    static Rows of(double[][] rows) {
        return new Dense(new Array2DRowRealMatrix(rows, false));
    }

    /** Zeros. */
    static Array2DRowRealMatrix zeros(int count, int size) {
        return new Array2DRowRealMatrix(count, size);
    }

    /** The same row for every example. */
    static Rows repeated(double[] row, int count) {
        double[][] rows = new double[count][];
        Arrays.setAll(rows, k -> row.clone());
        return of(rows);
    }

    /** The elements [count, size] of an array from a position on. */
    static Array2DRowRealMatrix read(double[] data, int offset, int count, int size) {
        double[][] rows = new double[count][];
        Arrays.setAll(rows, k -> Arrays.copyOfRange(data, offset + k * size, offset + (k + 1) * size));
        return new Array2DRowRealMatrix(rows, false);
    }
}
