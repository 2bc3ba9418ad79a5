package org.rnn4j.core.data.synthetic;

import java.util.List;
import java.util.random.RandomGenerator;
import org.rnn4j.api.Config;
import org.rnn4j.api.Option;
import org.rnn4j.core.data.Encoding;
import org.rnn4j.core.data.Example;
import org.rnn4j.core.data.Feature;
import org.rnn4j.core.engine.Tensor;

/**
 * The adding problem: two of many numbers are marked, and their sum is asked for at the end.
 *
 * <p>A step is (number, mark): numbers are uniform in [-1, 1), marks 1 at one step of the first half and one of the second,
 * else 0. Always saying 0 has a mean squared error of 2/3.
 *
 * <p>Source: Hochreiter and Schmidhuber 1997, doi:10.1162/neco.1997.9.8.1735, experiment 4, there with marks -1 at both ends
 * and targets 0.5 + sum / 4.
 *
 * @param length steps of a sequence
 */
record AddingProblem(int length) implements Task {
    @Override
    public Encoding encoding() {
        return new Encoding(new Feature.Numbers(2), new Feature.Numbers(1), false);
    }

    @Override
    public Example example(RandomGenerator random, int number, Use use) {
        double[] steps = new double[2 * length];
        for (int t = 0; t < length; t++) steps[2 * t] = 2 * random.nextDouble() - 1;
        int first = random.nextInt(length / 2);
        int second = Sequences.between(random, length / 2, length);
        steps[2 * first + 1] = 1;
        steps[2 * second + 1] = 1;
        double sum = steps[2 * first] + steps[2 * second];
        return Example.of(Tensor.of(steps, length, 2), Tensor.of(new double[] {sum}, 1));
    }

    /** Makes it available as {@code addingProblem}. */
    public static final class Provider implements TaskProvider {
        private static final Option<Integer> LENGTH =
                Option.integer("length", "steps of a sequence").atLeast(2).orElse(100);

        @Override
        public String type() {
            return "addingProblem";
        }

        @Override
        public String summary() {
            return "The sum of the two marked ones among many numbers.";
        }

        @Override
        public List<Option<?>> options() {
            return List.of(LENGTH);
        }

        @Override
        public Task create(Config config) {
            return new AddingProblem(config.get(LENGTH));
        }
    }
}
