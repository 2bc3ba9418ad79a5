package org.rnn4j.core.kernel;

/**
 * A row-major matrix within an array: element {@code (row, column)} at {@code offset + row * stride + column}.
 *
 * @param array the storage
 * @param offset the place of the first element
 * @param rows number of rows
 * @param columns number of columns
 * @param stride floats from one row to the next
 */
public record Matrix(float[] array, int offset, int rows, int columns, int stride) {
    /** Creates a matrix without gaps between its rows. */
    public Matrix(float[] array, int offset, int rows, int columns) {
        this(array, offset, rows, columns, columns);
    }
}
