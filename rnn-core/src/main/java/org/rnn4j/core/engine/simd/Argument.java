package org.rnn4j.core.engine.simd;

import org.rnn4j.core.kernel.Panels;

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
    /** Where the elements of each panel begin, unless it is a number. */
    final Panels panels = new Panels();

    float number;

    /**
     * An element for each result.
     *
     * @param rowCapacity rows from a panel to the next; 0 if one panel stands for all
     */
    void full(float[] array, int first, int rowCapacity) {
        kind = Kind.FULL;
        panels.set(array, first, rowCapacity);
    }

    /**
     * A row of 16 elements that repeats.
     *
     * @param rowCapacity rows from a panel to the next; 0 if one panel stands for all
     */
    void row(float[] array, int first, int rowCapacity) {
        kind = Kind.ROW;
        panels.set(array, first, rowCapacity);
    }

    void number(float newNumber) {
        kind = Kind.NUMBER;
        number = newNumber;
    }
}
