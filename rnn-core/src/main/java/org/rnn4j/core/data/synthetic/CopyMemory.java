package org.rnn4j.core.data.synthetic;

import java.util.List;
import java.util.random.RandomGenerator;
import org.rnn4j.api.Config;
import org.rnn4j.api.Option;
import org.rnn4j.core.data.Encoding;
import org.rnn4j.core.data.Example;
import org.rnn4j.core.data.Feature;
import org.rnn4j.core.data.Vocabulary;

/**
 * Copy memory: some symbols are shown, then blanks for a while, then a mark, after which the symbols are to be said in their
 * order; until then, blanks.
 *
 * <p>A sequence has delay + 2 · copied steps: the symbols, delay - 1 blanks, the mark, a blank for each symbol. Without
 * memory, the best cross-entropy is copied · ln 8 / (delay + 2 · copied).
 *
 * <p>Source: Hochreiter and Schmidhuber 1997; in this form Arjovsky et al. 2016, arXiv:1511.06464, section 4.1.
 *
 * @param delay steps from the last symbol shown to the first one said, at least 1
 * @param copied symbols to keep in mind
 */
record CopyMemory(int delay, int copied) implements Task {
    private static final int SYMBOLS = 8;
    private static final Vocabulary READ = Sequences.letters("_abcdefgh>");
    private static final Vocabulary SAID = Sequences.letters("_abcdefgh");
    private static final int MARK = 9;

    @Override
    public Encoding encoding() {
        return new Encoding(new Feature.Symbols(READ), new Feature.Symbols(SAID), true);
    }

    @Override
    public Example example(RandomGenerator random, int number, Use use) {
        int length = delay + 2 * copied;
        int[] read = new int[length];
        int[] said = new int[length];
        for (int i = 0; i < copied; i++) {
            read[i] = 1 + random.nextInt(SYMBOLS);
            said[length - copied + i] = read[i];
        }
        read[length - copied - 1] = MARK;
        return Example.of(Sequences.ids(read), Sequences.ids(said));
    }

    /** Makes it available as {@code copyMemory}. */
    public static final class Provider implements TaskProvider {
        private static final Option<Integer> DELAY = Option.integer(
                        "delay", "steps from the last symbol shown to the first one said")
                .atLeast(1)
                .orElse(20);
        private static final Option<Integer> COPIED =
                Option.integer("copied", "symbols to keep in mind").atLeast(1).orElse(10);

        @Override
        public String type() {
            return "copyMemory";
        }

        @Override
        public String summary() {
            return "Some symbols that are to be said again after a while.";
        }

        @Override
        public List<Option<?>> options() {
            return List.of(DELAY, COPIED);
        }

        @Override
        public Task create(Config config) {
            return new CopyMemory(config.get(DELAY), config.get(COPIED));
        }
    }
}
