package org.rnn4j.core.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.rnn4j.api.ConfigException;
import org.rnn4j.api.ErrorMessage;

/** Reads a configuration file: JSON in UTF-8, with or without a byte order mark. */
public final class ConfigFile {
    static final int MOST_BYTES = 16 << 20;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private ConfigFile() {}

    /**
     * Reads a file.
     *
     * @throws ConfigException if there is no such file, or if it is not JSON in UTF-8
     */
    public static ConfigNode read(Path file) {
        return ConfigText.parse(decode(file, bytes(file)), Source.file(file));
    }

    /** Reads a file and sets values in it, see {@link Overrides}. */
    public static ConfigNode read(Path file, List<String> overrides) {
        return Overrides.apply(read(file), overrides);
    }

    private static byte[] bytes(Path file) {
        if (Files.isDirectory(file)) throw error("A folder, not a file: " + file, "name a JSON file");
        if (!Files.exists(file)) {
            throw new ConfigException(ErrorMessage.of("No such file: " + file)
                    .fact("looked for", file.toAbsolutePath())
                    .fix("correct the name, or change to the folder that it is relative to")
                    .toString());
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length <= MOST_BYTES) return bytes;
            throw error("Too large for a configuration: " + file, "name a JSON file of at most 16 MiB");
        } catch (IOException e) {
            throw new ConfigException(
                    ErrorMessage.of("Cannot read " + file)
                            .fact("reason", e)
                            .fix("check that you may read it")
                            .toString(),
                    e);
        }
    }

    // Strict, unlike new String(bytes, UTF_8), which would turn a wrong encoding into wrong texts without a word.
    private static String decode(Path file, byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(in, out, true);
        out.flip();
        if (result.isError()) throw notUtf8(file, out, bytes[in.position()]);
        boolean marked = out.length() > 0 && out.charAt(0) == BYTE_ORDER_MARK;
        return (marked ? out.subSequence(1, out.length()) : out).toString();
    }

    private static ConfigException notUtf8(Path file, CharBuffer before, byte bad) {
        long line = 1 + before.chars().filter(c -> c == '\n').count();
        return new ConfigException(ErrorMessage.of("Not UTF-8 text: " + file + ":" + line)
                .fact("byte", String.format("0x%02X", bad))
                .fix("save the file as UTF-8")
                .toString());
    }

    private static ConfigException error(String headline, String fix) {
        return new ConfigException(ErrorMessage.of(headline).fix(fix).toString());
    }
}
