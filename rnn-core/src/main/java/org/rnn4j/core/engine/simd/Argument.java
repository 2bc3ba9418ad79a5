package org.rnn4j.core.engine.simd;

/**
 * What an element-wise function reads: an array with an element for each result, a row that repeats, or a number. The first
 * two go on from panel to panel.
 */
final class Argument {
    enum Kind {
        FULL,
        ROW,
        NUMBER
    }

    Kind kind = Kind.NUMBER;
    float[] array = new float[0];
    float number;
    private int first;
    private int stride;

    /**
     * An element for each result.
     *
     * @param newStride elements from a panel to the next
     */
    void full(float[] newArray, int newFirst, int newStride) {
        set(Kind.FULL, newArray, newFirst, newStride);
    }

    /**
     * A row of 16 elements that repeats.
     *
     * @param newStride elements from a panel to the next
     */
    void row(float[] newArray, int newFirst, int newStride) {
        set(Kind.ROW, newArray, newFirst, newStride);
    }

    void number(float newNumber) {
        kind = Kind.NUMBER;
        number = newNumber;
    }

    private void set(Kind newKind, float[] newArray, int newFirst, int newStride) {
        kind = newKind;
        array = newArray;
        first = newFirst;
        stride = newStride;
    }

    /** Where the elements for a panel begin, counted from the first panel at hand. */
    int at(int panel) {
        return first + panel * stride;
    }
}
