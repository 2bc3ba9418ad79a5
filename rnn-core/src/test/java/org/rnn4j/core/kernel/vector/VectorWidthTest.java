package org.rnn4j.core.kernel.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VectorWidthTest {
    @ParameterizedTest
    @CsvSource({
        "128, amd64, 128",
        "256, amd64, 256",
        "256, x86_64, 256",
        "256, aarch64, 128",
        "512, amd64, 512",
        "512, aarch64, 512",
        "2048, aarch64, 512",
        "128, aarch64, 128"
    })
    void registersOf256BitsAreForX86(int preferred, String architecture, int expected) {
        assertEquals(expected, VectorWidth.bits(preferred, architecture));
    }
}
