package org.rnn4j.core.io;

import java.io.IOException;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.channels.SeekableByteChannel;

/**
 * Reads little-endian numbers from a channel, a chunk at a time. Mutable, for one thread.
 *
 * <p><i>Implementation note:</i> a mapping would be limited to 2 GiB and would keep the file open until some garbage
 * collection; a chunk that fits in the cache costs one more copy, which the disk hides.
 */
final class TensorReader {
    private static final int CHUNK_BYTES = 1 << 18;

    private final SeekableByteChannel channel;
    private final FileErrors errors;
    private final ByteBuffer chunk;

    TensorReader(SeekableByteChannel channel, FileErrors errors) throws IOException {
        this.channel = channel;
        this.errors = errors;
        int bytes = (int) Math.min(CHUNK_BYTES, Math.max(Long.BYTES, channel.size()));
        this.chunk = ByteBuffer.allocate(bytes / Long.BYTES * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    }

    long readLong() throws IOException {
        return next(Long.BYTES).getLong();
    }

    byte[] readBytes(int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count);
        while (bytes.hasRemaining()) bytes.put(next(bytes.remaining()));
        return bytes.array();
    }

    /** Reads as many numbers of a type. */
    Buffer read(TensorType type, int elements) throws IOException {
        return switch (type) {
            case F32 -> {
                FloatBuffer numbers = FloatBuffer.allocate(elements);
                while (numbers.hasRemaining()) numbers.put(next(type, numbers).asFloatBuffer());
                yield numbers.flip();
            }
            case F64 -> {
                DoubleBuffer numbers = DoubleBuffer.allocate(elements);
                while (numbers.hasRemaining()) numbers.put(next(type, numbers).asDoubleBuffer());
                yield numbers.flip();
            }
            case I32 -> {
                IntBuffer numbers = IntBuffer.allocate(elements);
                while (numbers.hasRemaining()) numbers.put(next(type, numbers).asIntBuffer());
                yield numbers.flip();
            }
            case I64 -> {
                LongBuffer numbers = LongBuffer.allocate(elements);
                while (numbers.hasRemaining()) numbers.put(next(type, numbers).asLongBuffer());
                yield numbers.flip();
            }
        };
    }

    private ByteBuffer next(TensorType type, Buffer numbers) throws IOException {
        return next((long) numbers.remaining() * type.bytes());
    }

    /** The next bytes, as many as fit into the chunk; whole numbers, for the chunk is a multiple of their sizes. */
    private ByteBuffer next(long bytes) throws IOException {
        chunk.clear().limit((int) Math.min(bytes, chunk.capacity()));
        while (chunk.hasRemaining()) {
            if (channel.read(chunk) < 0) {
                throw errors.damaged("it ends too early", "end", "byte " + channel.position());
            }
        }
        return chunk.flip();
    }
}
