package org.rnn4j.benchmarks.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

final class ProtocolBufferTest {
    private static String hex(ProtocolBuffer buffer) {
        return HexFormat.of().formatHex(buffer.toBytes());
    }

    @Test
    void numbersTextsAndMessagesAreAsInTheEncodingGuide() {
        assertEquals("089601", hex(new ProtocolBuffer().number(1, 150)));
        assertEquals("120774657374696e67", hex(new ProtocolBuffer().text(2, "testing")));
        assertEquals("1a03089601", hex(new ProtocolBuffer().message(3, new ProtocolBuffer().number(1, 150))));
    }

    @Test
    void fieldsBeyondFifteenTakeTwoBytes() {
        assertEquals("a00102", hex(new ProtocolBuffer().number(20, 2)));
    }

    @Test
    void floatsAreLittleEndian() {
        assertEquals("4a080000803f000000c0", hex(new ProtocolBuffer().floats(9, new float[] {1, -2})));
    }
}
