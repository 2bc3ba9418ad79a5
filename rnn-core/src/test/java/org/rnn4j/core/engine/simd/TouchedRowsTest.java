package org.rnn4j.core.engine.simd;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.rnn4j.core.kernel.Matrix;

class TouchedRowsTest {
    private final float[] numbers = new float[12];
    private final Matrix matrix = new Matrix(numbers, 2, 5, 2);
    private final TouchedRows rows = new TouchedRows();

    @Test
    void clearsTheRowsThatWereTouchedAndNoOthers() {
        Arrays.fill(numbers, 1);
        rows.add(new int[] {3, 0, 3, 4}, 3, 5);
        rows.clear(matrix);
        assertArrayEquals(new float[] {1, 1, 0, 0, 1, 1, 1, 1, 0, 0, 1, 1}, numbers);
    }

    @Test
    void clearsAllWhenMoreRowsWereTouchedThanThereAre() {
        Arrays.fill(numbers, 1);
        rows.add(new int[] {0, 1, 0, 1}, 4, 5);
        rows.add(new int[] {0, 1}, 2, 5);
        rows.clear(matrix);
        assertArrayEquals(new float[] {1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}, numbers);
    }

    @Test
    void clearsAllAfterAWriteAnywhereThenBeginsAnew() {
        rows.addAll();
        Arrays.fill(numbers, 1);
        rows.clear(matrix);
        assertEquals(0, numbers[11]);
        Arrays.fill(numbers, 1);
        rows.clear(matrix);
        assertEquals(1, numbers[11]);
    }
}
