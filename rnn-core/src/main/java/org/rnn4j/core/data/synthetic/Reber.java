package org.rnn4j.core.data.synthetic;

import java.util.List;
import java.util.random.RandomGenerator;
import org.rnn4j.api.Config;
import org.rnn4j.api.Option;
import org.rnn4j.core.data.Encoding;
import org.rnn4j.core.data.Example;
import org.rnn4j.core.engine.Tensor;

/**
 * Words of the embedded Reber grammar one after the other, without anything that says where one ends: the next symbol is to
 * be said. With one word in a sequence it is the embedded Reber grammar, with many the continual one.
 *
 * <p>For judging, only the last symbol but one of each word counts, which repeats its second one: every other symbol follows
 * from the few before it, or cannot be known.
 *
 * <p>Source: Hochreiter and Schmidhuber 1997, doi:10.1162/neco.1997.9.8.1735, experiment 1; continual: Gers et al. 2000,
 * doi:10.1162/089976600300015015.
 *
 * @param words in a sequence
 */
record Reber(int words) implements Task {
    @Override
    public Encoding encoding() {
        return Encoding.nextSymbol(ReberGrammar.SYMBOLS);
    }

    @Override
    public Example example(RandomGenerator random, int number, Use use) {
        StringBuilder text = new StringBuilder();
        int[] ends = new int[words];
        for (int i = 0; i < words; i++) {
            text.append(ReberGrammar.word(random));
            ends[i] = text.length();
        }
        Example example = Sequences.nextSymbol(ReberGrammar.SYMBOLS, text.toString());
        if (use == Use.TRAINING) return example;
        double[] mask = new double[example.length()];
        // Symbol k is the target of step k - 1.
        for (int end : ends) mask[end - 3] = 1;
        return example.withTargetMask(Tensor.of(mask, mask.length));
    }

    /** Makes one word available as {@code embeddedReber}. */
    public static final class EmbeddedProvider implements TaskProvider {
        @Override
        public String type() {
            return "embeddedReber";
        }

        @Override
        public String summary() {
            return "The next symbol in a word of the embedded Reber grammar, whose second symbol returns near its end.";
        }

        @Override
        public List<Option<?>> options() {
            return List.of();
        }

        @Override
        public Task create(Config config) {
            return new Reber(1);
        }
    }

    /** Makes many words available as {@code continualReber}. */
    public static final class ContinualProvider implements TaskProvider {
        private static final Option<Integer> WORDS =
                Option.integer("words", "words in a sequence").atLeast(1).orElse(30);

        @Override
        public String type() {
            return "continualReber";
        }

        @Override
        public String summary() {
            return "The next symbol in words of the embedded Reber grammar that follow each other without a mark.";
        }

        @Override
        public List<Option<?>> options() {
            return List.of(WORDS);
        }

        @Override
        public Task create(Config config) {
            return new Reber(config.get(WORDS));
        }
    }
}
