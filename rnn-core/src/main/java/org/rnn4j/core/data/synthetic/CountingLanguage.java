package org.rnn4j.core.data.synthetic;

import java.util.List;
import java.util.random.RandomGenerator;
import org.rnn4j.api.Config;
import org.rnn4j.api.Option;
import org.rnn4j.core.data.Encoding;
import org.rnn4j.core.data.Example;
import org.rnn4j.core.data.Feature;
import org.rnn4j.core.data.Vocabulary;
import org.rnn4j.core.engine.Tensor;

/**
 * Words a^n b^n, or a^n b^n c^n: at each step, 1 for every symbol that may come next, else 0.
 *
 * <p>The word stands between S and T: S a a b b T is read without its last symbol. A word is accepted if all of its targets
 * are hit. In training, n is uniform in 1..maxN; example k for judging has n = k + 1, so a hundred of them say how far the
 * counting goes beyond what was trained.
 *
 * <p>Source: Gers and Schmidhuber 2001, doi:10.1109/72.963769.
 *
 * @param letters {@code ab} or {@code abc}
 * @param maxN largest n in training
 */
record CountingLanguage(String letters, int maxN) implements Task {
    private Vocabulary symbols() {
        return Sequences.letters("S" + letters + "T");
    }

    @Override
    public Encoding encoding() {
        Vocabulary symbols = symbols();
        return new Encoding(new Feature.Symbols(symbols), new Feature.Numbers(symbols.size()), true);
    }

    @Override
    public Example example(RandomGenerator random, int number, Use use) {
        int n = use == Use.TRAINING ? 1 + random.nextInt(maxN) : number + 1;
        int size = letters.length() + 2;
        int steps = 1 + letters.length() * n;
        int[] read = new int[steps];
        double[] next = new double[steps * size];
        next[1] = 1;
        for (int t = 1; t < steps; t++) {
            int letter = 1 + (t - 1) / n;
            read[t] = letter;
            boolean free = letter == 1;
            boolean last = t % n == 0;
            if (free || !last) next[t * size + letter] = 1;
            if (free || last) next[t * size + letter + 1] = 1;
        }
        return Example.of(Sequences.ids(read), Tensor.of(next, steps, size));
    }

    /** Makes it available as {@code countingLanguage}. */
    public static final class Provider implements TaskProvider {
        private static final Option<Integer> LETTERS = Option.integer("letters", "2 for a^n b^n, 3 for a^n b^n c^n")
                .atLeast(2)
                .atMost(3)
                .orElse(2);
        private static final Option<Integer> MAX_N =
                Option.integer("maxN", "largest n in training").atLeast(1).orElse(10);

        @Override
        public String type() {
            return "countingLanguage";
        }

        @Override
        public String summary() {
            return "Words a^n b^n (c^n): which symbols may come next.";
        }

        @Override
        public List<Option<?>> options() {
            return List.of(LETTERS, MAX_N);
        }

        @Override
        public Task create(Config config) {
            return new CountingLanguage("abc".substring(0, config.get(LETTERS)), config.get(MAX_N));
        }
    }
}
