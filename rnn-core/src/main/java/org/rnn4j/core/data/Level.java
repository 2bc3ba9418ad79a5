package org.rnn4j.core.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What the symbols of a text are.
 *
 * <p>Words are runs of letters and digits, with apostrophes and hyphens inside; every other character that is not white
 * space is a word of its own, as is a line feed. Names in angle brackets, such as {@code <UNK>}, stay whole.
 */
public enum Level {
    /** Unicode characters (code points); joining gives the same text again. */
    CHARACTER {
        @Override
        void split(String text, SymbolConsumer consumer) {
            for (int at = 0; at < text.length(); ) {
                int character = text.codePointAt(at);
                consumer.accept(symbol(character), at);
                at += Character.charCount(character);
            }
        }

        @Override
        String join(List<String> symbols) {
            return String.join("", symbols);
        }
    },

    /** Words; joining puts spaces between them as English does, which may not be those of the text. */
    WORD {
        @Override
        void split(String text, SymbolConsumer consumer) {
            Matcher word = WORDS.matcher(text);
            while (word.find()) consumer.accept(word.group(), word.start());
        }

        @Override
        String join(List<String> symbols) {
            StringBuilder text = new StringBuilder();
            boolean space = false;
            for (String symbol : symbols) {
                if (space && !NO_SPACE_BEFORE.matcher(symbol).matches()) text.append(' ');
                text.append(symbol);
                space = !NO_SPACE_AFTER.matcher(symbol).matches();
            }
            return text.toString();
        }
    },

    /**
     * Bytes of UTF-8 that a {@link Vocabulary} puts together to longer symbols, see {@link BytePairs}; joining gives the same
     * text again. Splitting here gives the pieces within which symbols stay.
     */
    BYTE_PAIR {
        @Override
        void split(String text, SymbolConsumer consumer) {
            Matcher piece = PIECES.matcher(text);
            while (piece.find()) consumer.accept(BytePairs.letters(piece.group()), piece.start());
        }

        @Override
        String join(List<String> symbols) {
            return BytePairs.text(String.join("", symbols));
        }
    };

    private static final Pattern WORDS =
            Pattern.compile("<\\w+>|[\\p{L}\\p{M}\\p{N}]+(?:['’-][\\p{L}\\p{M}\\p{N}]+)*|\\n|\\S");
    // Most of a text's millions of characters: made once, they have been hashed and are found by identity.
    private static final List<String> ASCII =
            IntStream.range(0, 128).mapToObj(Character::toString).toList();
    // Together they cover any text: letters, digits or other signs with one space before them, and white space.
    private static final Pattern PIECES =
            Pattern.compile(" ?[\\p{L}\\p{M}]+| ?\\p{N}+| ?[^\\s\\p{L}\\p{M}\\p{N}]+|\\s+(?=\\s\\S)|\\s+");
    private static final Pattern NO_SPACE_BEFORE = Pattern.compile("[\\n.,;:!?%)\\]}»”]");
    private static final Pattern NO_SPACE_AFTER = Pattern.compile("[\\n(\\[{«“]");

    /** Takes the symbols of a text, one after the other. */
    @FunctionalInterface
    interface SymbolConsumer {
        /**
         * Takes a symbol.
         *
         * @param position of its first {@code char} in the text
         */
        void accept(String symbol, int position);
    }

    private static String symbol(int character) {
        return character < ASCII.size() ? ASCII.get(character) : Character.toString(character);
    }

    /** Gives the symbols of a text to a consumer. */
    abstract void split(String text, SymbolConsumer consumer);

    /** The symbols of a text; of byte pairs the pieces within which they stay. */
    public List<String> symbols(String text) {
        List<String> symbols = new ArrayList<>();
        split(text, (symbol, position) -> symbols.add(symbol));
        return symbols;
    }

    /** The text of some symbols. */
    abstract String join(List<String> symbols);

    /** The name in a configuration. */
    @Override
    public String toString() {
        return this == BYTE_PAIR ? "bytePair" : name().toLowerCase(Locale.ROOT);
    }

    /** Several symbols in words: {@code characters}. */
    public String plural() {
        return this == BYTE_PAIR ? "byte pairs" : this + "s";
    }
}
