package org.rnn4j.core.decode;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.rnn4j.api.Option;
import org.rnn4j.core.decode.Stepper.Stepped;
import org.rnn4j.core.math.Categorical;
import org.rnn4j.core.math.CounterRandom;
import org.rnn4j.core.math.RandomKey;
import org.rnn4j.core.math.RandomPurpose;

/**
 * Draws sequences symbol by symbol, each from the network's distribution over the next.
 *
 * <pre>
 * Sampler sampler = new Sampler(Categorical.atTemperature(0.8), seed);
 * List&lt;Decoded&gt; names = sampler.sample(stepper, Prompt.of(start, end), 10);
 * </pre>
 *
 * <p>Sequence i depends on the seed and i only: not on how many are drawn, nor on their lengths. Immutable.
 *
 * @param choice how a symbol is chosen by its logits
 * @param seed another seed, other sequences
 */
public record Sampler(Categorical choice, long seed) {
    // Implementation note. Rows run together, so that the network's products are matrices; a row leaves as soon as its
    // sequence has ended. 256 rows are enough for full speed and little memory.
    private static final int MOST_ROWS = 256;
    private static final Option<Integer> COUNT =
            Option.integer("count", "number of sequences").atLeast(0);

    /** Always the most probable symbol. */
    public static Sampler greedy() {
        return new Sampler(Categorical.greedy(), 0);
    }

    /** Draws sequences; each one's score is its log probability. */
    public <S> List<Decoded> sample(Stepper<S> stepper, Prompt prompt, int count) {
        prompt.check(stepper);
        COUNT.checked(count);
        List<Decoded> all = new ArrayList<>();
        for (int first = 0; first < count; first += MOST_ROWS) {
            all.addAll(new Run<>(stepper, prompt, first, Math.min(MOST_ROWS, count - first)).finish());
        }
        return all;
    }

    /** One sequence. */
    public Decoded sample(Stepper<?> stepper, Prompt prompt) {
        return sample(stepper, prompt, 1).get(0);
    }

    /** Some sequences on their way: row r of the states belongs to hypothesis live[r]. */
    private final class Run<S> {
        private final Stepper<S> stepper;
        private final Prompt prompt;
        private final RandomKey key = RandomKey.of(seed, RandomPurpose.SAMPLE);
        private final int first;
        private final Hypothesis[] hypotheses;
        private int[] live;

        Run(Stepper<S> stepper, Prompt prompt, int first, int count) {
            this.stepper = stepper;
            this.prompt = prompt;
            this.first = first;
            this.hypotheses = IntStream.range(0, count)
                    .mapToObj(i -> Hypothesis.start(prompt))
                    .toArray(Hypothesis[]::new);
            this.live = IntStream.range(0, count).toArray();
        }

        List<Decoded> finish() {
            Stepped<S> stepped = Prefix.read(stepper, prompt, live.length);
            for (int time = 0; ; time++) {
                for (int row = 0; row < live.length; row++) extend(live[row], stepped.logits()[row], time);
                int[] stay = IntStream.range(0, live.length)
                        .filter(row -> !hypotheses[live[row]].ended())
                        .toArray();
                if (stay.length == 0 || time + 1 == prompt.maxLength()) break;
                S states = stay.length == live.length ? stepped.states() : stepper.select(stepped.states(), stay);
                live = IntStream.of(stay).map(row -> live[row]).toArray();
                int[] symbols =
                        IntStream.of(live).map(i -> hypotheses[i].last()).toArray();
                stepped = stepper.step(states, symbols);
            }
            return IntStream.range(0, hypotheses.length)
                    .mapToObj(i -> hypotheses[i].decoded(hypotheses[i].logProbability()))
                    .toList();
        }

        private void extend(int i, double[] logits, int time) {
            Hypothesis hypothesis = hypotheses[i];
            prompt.constraint().restrict(hypothesis.symbols(), logits);
            double[] logProbabilities = Logits.logSoftmax(logits);
            int symbol = choice.sample(logits, CounterRandom.uniform(key.at(0, first + i, time), 0));
            hypotheses[i] = hypothesis.plus(symbol, logProbabilities[symbol], prompt);
        }
    }
}
