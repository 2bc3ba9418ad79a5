package org.rnn4j.core.data.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.rnn4j.api.Config;
import org.rnn4j.api.Option;
import org.rnn4j.core.data.Encoding;
import org.rnn4j.core.data.Example;
import org.rnn4j.core.data.Feature;
import org.rnn4j.core.data.Vocabulary;

/**
 * Temporal order: among symbols that say nothing stand a few, X or Y, far from each other; their order is the class.
 *
 * <p>A sequence begins with B and ends with E; between them are a, b, c, d at random, but for X or Y at one step in each of
 * these parts of its length: from 10 to 20 % and from 50 to 60 % for two of them (4 classes); from 10 to 20 %, 33 to 43 % and
 * 66 to 76 % for three (8 classes).
 *
 * <p>Source: Hochreiter and Schmidhuber 1997, doi:10.1162/neco.1997.9.8.1735, experiments 6a and 6b.
 *
 * @param length steps of a sequence
 * @param marks 2 or 3
 */
record TemporalOrder(int length, int marks) implements Task {
    private static final Vocabulary SYMBOLS = Sequences.letters("BEabcdXY");
    private static final int NOISE = 2;
    private static final int X = 6;
    private static final double[][] BEGINS = {{}, {}, {0.1, 0.5}, {0.1, 0.33, 0.66}};

    @Override
    public Encoding encoding() {
        List<String> classes = List.of("");
        for (int i = 0; i < marks; i++) {
            List<String> longer = new ArrayList<>();
            for (String prefix : classes) longer.addAll(List.of(prefix + "X", prefix + "Y"));
            classes = longer;
        }
        return new Encoding(new Feature.Symbols(SYMBOLS), Sequences.labels(classes), false);
    }

    @Override
    public Example example(RandomGenerator random, int number, Use use) {
        int[] steps = new int[length];
        for (int t = 0; t < length; t++) steps[t] = NOISE + random.nextInt(X - NOISE);
        steps[0] = 0;
        steps[length - 1] = 1;
        int order = 0;
        for (double begin : BEGINS[marks]) {
            int mark = random.nextInt(2);
            int at =
                    Sequences.between(random, (int) Math.ceil(begin * length), (int) Math.ceil((begin + 0.1) * length));
            steps[at] = X + mark;
            order = 2 * order + mark;
        }
        return Example.of(Sequences.ids(steps), Sequences.label(order));
    }

    /** Makes it available as {@code temporalOrder}. */
    public static final class Provider implements TaskProvider {
        private static final Option<Integer> LENGTH =
                Option.integer("length", "steps of a sequence").atLeast(20).orElse(50);
        private static final Option<Integer> MARKS = Option.integer("marks", "symbols whose order is asked for")
                .atLeast(2)
                .atMost(3)
                .orElse(3);

        @Override
        public String type() {
            return "temporalOrder";
        }

        @Override
        public String summary() {
            return "In which order two or three symbols X or Y stood among many others.";
        }

        @Override
        public List<Option<?>> options() {
            return List.of(LENGTH, MARKS);
        }

        @Override
        public Task create(Config config) {
            return new TemporalOrder(config.get(LENGTH), config.get(MARKS));
        }
    }
}
