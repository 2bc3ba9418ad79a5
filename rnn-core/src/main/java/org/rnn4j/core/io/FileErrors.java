package org.rnn4j.core.io;

import java.nio.file.Path;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.ModelFormatException;

/**
 * Words the errors of reading one file.
 *
 * @param file the file that is read
 */
record FileErrors(Path file) {
    private static final int LONGEST_QUOTE = 80;

    /** Begins a message; the file is its first fact. */
    ErrorMessage message(String problem) {
        return ErrorMessage.of("Cannot read " + name(file) + ": " + problem).fact("file", file);
    }

    /** The error of a file that can only be replaced. */
    ModelFormatException damaged(String problem, String label, Object fact) {
        return new ModelFormatException(damagedMessage(problem, label, fact));
    }

    /** The error of a file that can only be replaced, with the failure that showed it. */
    ModelFormatException damaged(String problem, String label, Object fact, Throwable cause) {
        return new ModelFormatException(damagedMessage(problem, label, fact), cause);
    }

    private String damagedMessage(String problem, String label, Object fact) {
        return message(problem)
                .fact(label, fact)
                .fix("the file is damaged or not safetensors: copy it again, or save the model again")
                .toString();
    }

    /** The last part of a path; the path itself where it has none. */
    static String name(Path path) {
        Path name = path.getFileName();
        return String.valueOf(name == null ? path : name);
    }

    /** A text from a file, fit for a line of a message: short and without control characters. */
    static String quote(String text) {
        StringBuilder quoted = new StringBuilder("'");
        text.codePoints()
                .limit(LONGEST_QUOTE)
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE ? '?' : c)
                .forEach(quoted::appendCodePoint);
        return quoted.append(text.codePointCount(0, text.length()) > LONGEST_QUOTE ? "…'" : "'")
                .toString();
    }
}
