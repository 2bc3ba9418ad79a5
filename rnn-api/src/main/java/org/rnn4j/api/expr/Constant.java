package org.rnn4j.api.expr;

import java.util.Arrays;

/** Fixed numbers of a {@link Operation#CONSTANT}; equal if all numbers are. */
public final class Constant {
    private final double[] values;

    Constant(double... values) {
        this.values = values.clone();
    }

    /** Number of elements. */
    public int size() {
        return values.length;
    }

    /** The element at an index. */
    public double get(int index) {
        return values[index];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Constant constant && Arrays.equals(values, constant.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        if (values.length > 1) return Arrays.toString(values);
        return values[0] == Math.rint(values[0]) && Math.abs(values[0]) < 1e9
                ? Long.toString((long) values[0])
                : Double.toString(values[0]);
    }
}
