package org.rnn4j.benchmarks.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rnn4j.cli.bench.BenchRow;

final class RecurrentModelTest {
    private static final BenchRow ROW = new BenchRow("tiny", 4, 2, 3, 5, 2);

    @ParameterizedTest
    @CsvSource({"lstm, 4, LSTM", "gru, 3, GRU", "elman, 1, RNN"})
    void aModelHasTheWeightsOfAllLayers(String cell, int gates, String operator) {
        int weights = gates * 5 * (3 + 5 + 2) + gates * 5 * (5 + 5 + 2);
        byte[] bytes = RecurrentModel.bytes(cell, ROW, false);
        assertTrue(bytes.length > 4 * weights && bytes.length < 4 * weights + 1000, () -> bytes.length + " bytes");
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        assertEquals(3, text.split(operator, -1).length);
        assertEquals(2, text.split("Squeeze", -1).length);
    }

    @Test
    void theSameModelHasTheSameBytes() {
        assertArrayEquals(RecurrentModel.bytes("gru", ROW, false), RecurrentModel.bytes("gru", ROW, false));
    }
}
