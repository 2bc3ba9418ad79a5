package org.rnn4j.core.decode;

import java.util.Arrays;
import java.util.OptionalInt;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.Option;
import org.rnn4j.api.ShapeException;

/**
 * Where decoding begins and when it stops. Immutable.
 *
 * <pre>
 * Prompt name = Prompt.of(start, end).withPrefix(vocabulary.ids("Tyr")).withMaxLength(30);
 * </pre>
 */
public final class Prompt {
    private static final int DEFAULT_MAX_LENGTH = 1000;
    private static final Option<Integer> MAX_LENGTH = Option.integer(
                    "maxLength", "most symbols that are added to the prefix")
            .atLeast(1);

    private final int[] read;
    private final OptionalInt end;
    private final int maxLength;
    private final Constraint constraint;

    private Prompt(int[] read, OptionalInt end, int maxLength, Constraint constraint) {
        this.read = read;
        this.end = end;
        this.maxLength = MAX_LENGTH.checked(maxLength);
        this.constraint = constraint;
    }

    /**
     * Sequences that have an end, such as names.
     *
     * @param start the symbol that the network reads first
     * @param end the symbol after which nothing comes; it may be the same
     */
    public static Prompt of(int start, int end) {
        return new Prompt(new int[] {start}, OptionalInt.of(end), DEFAULT_MAX_LENGTH, Constraint.none());
    }

    /** Sequences that go on until they are long enough, such as running text. */
    public static Prompt endless(int start) {
        return new Prompt(new int[] {start}, OptionalInt.empty(), DEFAULT_MAX_LENGTH, Constraint.none());
    }

    /** The same with symbols that every sequence begins with. */
    public Prompt withPrefix(int... prefix) {
        int[] all = new int[prefix.length + 1];
        all[0] = read[0];
        System.arraycopy(prefix, 0, all, 1, prefix.length);
        return new Prompt(all, end, maxLength, constraint);
    }

    /** The same, with at most so many symbols after the prefix. */
    public Prompt withMaxLength(int symbols) {
        return new Prompt(read, end, symbols, constraint);
    }

    /** The same with a rule for every symbol after the prefix. */
    public Prompt withConstraint(Constraint rule) {
        return new Prompt(read, end, maxLength, rule);
    }

    /** A copy of the symbols that the network reads before it adds the first one: start and prefix. */
    int[] read() {
        return read.clone();
    }

    /** A copy of the prefix. */
    public int[] prefix() {
        return Arrays.copyOfRange(read, 1, read.length);
    }

    /** Most symbols after the prefix. */
    public int maxLength() {
        return maxLength;
    }

    boolean isEnd(int symbol) {
        return end.isPresent() && end.getAsInt() == symbol;
    }

    OptionalInt end() {
        return end;
    }

    /** The rule for every symbol after the prefix. */
    public Constraint constraint() {
        return constraint;
    }

    /** Checks all symbols against a network. */
    void check(Stepper<?> stepper) {
        for (int symbol : read) check(symbol, stepper.symbols());
        end.ifPresent(symbol -> check(symbol, stepper.symbols()));
    }

    static void check(int symbol, int symbols) {
        if (symbol >= 0 && symbol < symbols) return;
        throw new ShapeException(ErrorMessage.of("Symbol " + symbol + " is none of the network's")
                .fact("range", "0 to " + (symbols - 1))
                .fix("use the vocabulary that the network was trained with")
                .toString());
    }
}
