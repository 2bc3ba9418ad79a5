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
 * Addition as translation: from {@code 12+7} to {@code 19}, digit by digit.
 *
 * <p>Each number has 1 to {@code digits} digits, every number of digits as likely. Read backwards, {@code 7+21}, the last
 * digits stand nearest to where the answer begins.
 *
 * <p>Source: Zaremba and Sutskever 2014, arXiv:1410.4615; reversed: Sutskever et al. 2014, arXiv:1409.3215.
 *
 * @param digits most digits of a number
 * @param reversed whether the task is read backwards
 */
record DigitAddition(int digits, boolean reversed) implements Task {
    private static final Vocabulary READ = Sequences.letters("0123456789+");
    private static final Vocabulary SAID = Sequences.lettersWithEnd("0123456789");

    @Override
    public Encoding encoding() {
        return Encoding.pairs(new Encoding.Source(new Feature.Symbols(READ), true), SAID);
    }

    @Override
    public boolean isFinite() {
        return true;
    }

    @Override
    public Example example(RandomGenerator random, int number, Use use) {
        int a = number(random);
        int b = number(random);
        String sum = a + "+" + b;
        String read = reversed ? new StringBuilder(sum).reverse().toString() : sum;
        return Sequences.pair(READ, read, SAID, Integer.toString(a + b));
    }

    private int number(RandomGenerator random) {
        int below = (int) Math.pow(10, 1 + random.nextInt(digits));
        return random.nextInt(below);
    }

    /** Makes it available as {@code digitAddition}. */
    public static final class Provider implements TaskProvider {
        private static final Option<Integer> DIGITS = Option.integer("digits", "most digits of a number")
                .atLeast(1)
                .atMost(9)
                .orElse(2);
        private static final Option<Boolean> REVERSED =
                Option.bool("reversed", "whether the task is read backwards").orElse(true);

        @Override
        public String type() {
            return "digitAddition";
        }

        @Override
        public String summary() {
            return "The sum of two numbers, from text to text.";
        }

        @Override
        public List<Option<?>> options() {
            return List.of(DIGITS, REVERSED);
        }

        @Override
        public Task create(Config config) {
            return new DigitAddition(config.get(DIGITS), config.get(REVERSED));
        }
    }
}
