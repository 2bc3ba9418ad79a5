package org.rnn4j.core.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.rnn4j.api.DataException;
import org.rnn4j.api.ErrorMessage;

/**
 * A text file in UTF-8, with or without a byte order mark; lines end as on Unix, Windows or an old Macintosh.
 *
 * @param place the file, for messages
 * @param text the content; lines end with a line feed
 */
public record TextFile(TextPlace place, String text) {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final long MOST_BYTES = 1L << 30;

    /** A line and where it stands. */
    public record Line(String text, TextPlace place) {}

    /**
     * Reads a file.
     *
     * @throws DataException if there is no such file, or it holds no text in UTF-8
     */
    public static TextFile read(Path file) {
        String text = decode(file, bytes(file)).replace("\r\n", "\n").replace('\r', '\n');
        if (text.isBlank()) {
            throw error(
                    text.isEmpty() ? "Empty file: " + file : "Only blank lines in " + file, "name a file with text");
        }
        return new TextFile(TextPlace.of(file), text);
    }

    /** The lines that are not blank. */
    public List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        int number = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            number++;
            if (!line.isBlank()) lines.add(new Line(line, place.at(number)));
        }
        return lines;
    }

    /** The number of the line in which a character stands, from 1. */
    int lineOf(int position) {
        return 1
                + (int) text.substring(0, position)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }

    private static byte[] bytes(Path file) {
        if (Files.isDirectory(file)) throw error("A folder, not a file: " + file, "name a text file");
        if (!Files.exists(file)) {
            throw new DataException(ErrorMessage.of("No such file: " + file)
                    .fact("looked for", file.toAbsolutePath().normalize())
                    .fix("correct the name; a path in a configuration is relative to the configuration's folder")
                    .toString());
        }
        try {
            if (Files.size(file) <= MOST_BYTES) return Files.readAllBytes(file);
            throw error("Too large to be read as a whole: " + file, "split it into files of at most 1 GiB");
        } catch (IOException e) {
            throw new DataException(
                    ErrorMessage.of("Cannot read " + file)
                            .fact("reason", e)
                            .fix("check that you may read it")
                            .toString(),
                    e);
        }
    }

    // Strict, unlike new String(bytes, UTF_8), which would teach a model replacement characters without a word.
    private static String decode(Path file, byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(in, out, true);
        out.flip();
        if (result.isError()) {
            long line = 1 + out.chars().filter(c -> c == '\n').count();
            throw new DataException(ErrorMessage.of("Not UTF-8 text: " + file + ":" + line)
                    .fact("byte", String.format("0x%02X", bytes[in.position()]))
                    .fix("save the file as UTF-8")
                    .toString());
        }
        boolean marked = out.length() > 0 && out.charAt(0) == BYTE_ORDER_MARK;
        return (marked ? out.subSequence(1, out.length()) : out).toString();
    }

    private static DataException error(String headline, String fix) {
        return new DataException(ErrorMessage.of(headline).fix(fix).toString());
    }
}
