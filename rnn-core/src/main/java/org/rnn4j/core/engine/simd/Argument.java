package org.rnn4j.core.engine.simd;

/** What an element-wise function reads: an array with an element for each result, a row that repeats, or a number. */
final class Argument {
    enum Kind {
        FULL,
        ROW,
        NUMBER
    }

    Kind kind = Kind.NUMBER;
    float[] array = new float[0];
    int at;
    float number;

    void full(float[] newArray, int newAt) {
        kind = Kind.FULL;
        array = newArray;
        at = newAt;
    }

    void row(float[] newArray, int newAt) {
        kind = Kind.ROW;
        array = newArray;
        at = newAt;
    }

    void number(float newNumber) {
        kind = Kind.NUMBER;
        number = newNumber;
    }
}
