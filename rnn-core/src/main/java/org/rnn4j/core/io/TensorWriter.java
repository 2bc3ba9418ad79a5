package org.rnn4j.core.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.channels.WritableByteChannel;

/** Writes little-endian numbers to a channel, a chunk at a time. Mutable, for one thread. */
final class TensorWriter {
    private static final int CHUNK_BYTES = 1 << 18;

    private final WritableByteChannel channel;
    private final ByteBuffer chunk = ByteBuffer.allocate(CHUNK_BYTES).order(ByteOrder.LITTLE_ENDIAN);

    TensorWriter(WritableByteChannel channel) {
        this.channel = channel;
    }

    void writeLong(long value) throws IOException {
        chunk.clear();
        chunk.putLong(value).flip();
        drain(chunk);
    }

    void writeBytes(byte[] bytes) throws IOException {
        drain(ByteBuffer.wrap(bytes));
    }

    /** Writes the numbers of a tensor. */
    void write(Tensor tensor) throws IOException {
        int most = CHUNK_BYTES / tensor.type().bytes();
        for (int at = 0; at < tensor.elements(); ) {
            int count = Math.min(most, tensor.elements() - at);
            chunk.clear();
            fill(tensor, at, count);
            drain(chunk.limit(count * tensor.type().bytes()));
            at += count;
        }
    }

    private void fill(Tensor tensor, int at, int count) {
        switch (tensor.type()) {
            case F32 -> {
                FloatBuffer numbers = tensor.floats();
                chunk.asFloatBuffer().put(0, numbers, numbers.position() + at, count);
            }
            case F64 -> {
                DoubleBuffer numbers = tensor.doubles();
                chunk.asDoubleBuffer().put(0, numbers, numbers.position() + at, count);
            }
            case I32 -> {
                IntBuffer numbers = tensor.ints();
                chunk.asIntBuffer().put(0, numbers, numbers.position() + at, count);
            }
            case I64 -> {
                LongBuffer numbers = tensor.longs();
                chunk.asLongBuffer().put(0, numbers, numbers.position() + at, count);
            }
        }
    }

    private void drain(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) channel.write(bytes);
    }
}
