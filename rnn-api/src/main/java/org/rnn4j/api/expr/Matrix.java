package org.rnn4j.api.expr;

/**
 * A trained matrix as it stands in an equation.
 *
 * @param parameter the trained numbers, [rows, columns]
 * @param transposed true if the equation uses the transpose
 */
public record Matrix(Parameter parameter, boolean transposed) {

    /** Size of the product's result. */
    public int rows() {
        return transposed ? parameter.columns() : parameter.rows();
    }

    /** Size of the product's operand. */
    public int columns() {
        return transposed ? parameter.rows() : parameter.columns();
    }

    /** The transposed matrix, of the same trained numbers. */
    public Matrix transpose() {
        return new Matrix(parameter, !transposed);
    }

    @Override
    public String toString() {
        return transposed ? parameter.name() + "ᵀ" : parameter.name();
    }
}
