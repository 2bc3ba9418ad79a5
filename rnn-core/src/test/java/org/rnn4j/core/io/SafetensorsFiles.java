package org.rnn4j.core.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files made by hand, byte for byte. */
final class SafetensorsFiles {
    private SafetensorsFiles() {}

    /** A header of any text, and data. */
    static byte[] bytes(String header, byte... data) {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(Long.BYTES + text.length + data.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(text.length)
                .put(text)
                .put(data)
                .array();
    }

    /** Writes bytes to a file called {@code a.safetensors}. */
    static Path file(Path folder, byte[] bytes) {
        try {
            return Files.write(folder.resolve("a.safetensors"), bytes);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
