package org.rnn4j.core.data;

import java.util.Arrays;

/** A growing list of numbers without boxes. Not thread-safe. */
final class IntList {
    private static final int LEAST = 16;

    private int[] numbers;
    private int size;

    IntList(int expected) {
        numbers = new int[Math.max(LEAST, expected)];
    }

    void add(int number) {
        if (size == numbers.length) numbers = Arrays.copyOf(numbers, size + (size >> 1));
        numbers[size++] = number;
    }

    int[] toArray() {
        return Arrays.copyOf(numbers, size);
    }
}
