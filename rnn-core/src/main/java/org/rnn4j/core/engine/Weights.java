package org.rnn4j.core.engine;

import java.util.List;
import org.rnn4j.api.expr.Parameter;

/**
 * The numbers of all parameters, or of their gradients, by name.
 *
 * <p>Many threads may read while nobody writes.
 */
public interface Weights {
    /** The parameters in order. */
    List<Parameter> parameters();

    /** A copy of one parameter, row-major. */
    double[] get(String name);

    /** Sets one parameter, row-major. */
    void set(String name, double[] values);

    /**
     * Reads one row or column of a matrix.
     *
     * @param into as long as a row or column
     */
    void read(String name, Line line, double[] into);

    /** Adds to one row or column of a matrix. */
    void add(String name, Line line, double[] values);

    /**
     * A row or column of a matrix.
     *
     * @param column true for a column
     */
    record Line(boolean column, int index) {}

    /** Sets all numbers to 0. */
    void clear();

    /** Multiplies all numbers. */
    void scale(double factor);

    /** Multiplies one parameter's numbers. */
    void scale(String name, double factor);

    /** Limits every number to [-limit, limit]. */
    void limit(double limit);

    /**
     * The p-norm of one parameter's numbers.
     *
     * @param p 1, 2, or infinity for the largest absolute value
     */
    double norm(String name, double p);

    /** True if every number is finite. */
    boolean isFinite(String name);

    /** Grows with every change of the numbers. */
    int version();
}
