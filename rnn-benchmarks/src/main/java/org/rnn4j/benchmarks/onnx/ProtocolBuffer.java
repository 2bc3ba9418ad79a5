package org.rnn4j.benchmarks.onnx;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Writes a message in the wire format of Protocol Buffers, field by field. Mutable, for one thread.
 *
 * <p>Source: the encoding guide of Protocol Buffers; of its wire types only varint (0) and length-delimited (2) are needed.
 */
final class ProtocolBuffer {
    private static final int VARINT = 0;
    private static final int DELIMITED = 2;
    private static final int BITS = 7;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** Adds a whole number that is not negative. */
    ProtocolBuffer number(int field, long value) {
        varint((long) field << 3 | VARINT);
        varint(value);
        return this;
    }

    /** Adds a text. */
    ProtocolBuffer text(int field, String text) {
        return bytes(field, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds a message. */
    ProtocolBuffer message(int field, ProtocolBuffer message) {
        return bytes(field, message.toBytes());
    }

    /** Adds single-precision numbers as raw bytes, little-endian. */
    ProtocolBuffer floats(int field, float[] values) {
        ByteBuffer buffer = ByteBuffer.allocate(Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asFloatBuffer().put(values);
        return bytes(field, buffer.array());
    }

    private ProtocolBuffer bytes(int field, byte[] bytes) {
        varint((long) field << 3 | DELIMITED);
        varint(bytes.length);
        out.writeBytes(bytes);
        return this;
    }

    private void varint(long value) {
        long rest = value;
        while (rest >>> BITS != 0) {
            out.write((int) (rest & 0x7f | 0x80));
            rest >>>= BITS;
        }
        out.write((int) rest);
    }

    byte[] toBytes() {
        return out.toByteArray();
    }
}
