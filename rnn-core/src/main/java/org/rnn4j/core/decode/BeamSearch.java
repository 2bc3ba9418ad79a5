package org.rnn4j.core.decode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.rnn4j.api.ConfigException;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.Option;
import org.rnn4j.core.decode.Stepper.Stepped;

/**
 * Looks for the most probable sequences by extending the best {@code width} hypotheses at a time.
 *
 * <pre>
 * score = log P(y) / length^α + penalty
 * </pre>
 *
 * <p>A hypothesis that reaches the end is done and gives up its place. The search stops when none are left, at the
 * greatest length, or as soon as no living one can overtake the best found. Width 1 is greedy; a width of all sequences
 * is exhaustive. Equal scores are ranked by the order of the symbols, so that the result is always the same.
 *
 * <p>Source: Sutskever, Vinyals and Le 2014, arXiv:1409.3215, section 3.2; the normalisation by length^α as in
 * Cho et al. 2014, arXiv:1409.1259 (α = 1), and in the course notes (α = 0.7).
 *
 * @param width most hypotheses that are extended at a time
 * @param lengthNormalization α; 0 ranks by probability, which prefers short sequences, 1 by the mean per symbol
 * @param best how many sequences are returned, if there are so many; at most the width
 */
public record BeamSearch(int width, double lengthNormalization, int best) {
    /** Most hypotheses at a time. */
    public static final Option<Integer> WIDTH =
            Option.integer("width", "most hypotheses at a time").atLeast(1);
    /** The exponent α. */
    public static final Option<Double> LENGTH_NORMALIZATION = Option.number(
                    "lengthNormalization", "the exponent of the length in the score")
            .atLeast(0);
    /** Number of results. */
    public static final Option<Integer> BEST =
            Option.integer("best", "number of sequences wanted").atLeast(1);

    private static final Comparator<Candidate> WORST_FIRST = Comparator.comparingDouble(Candidate::rank)
            .thenComparing(Comparator.comparingInt(Candidate::row).reversed())
            .thenComparing(Comparator.comparingInt(Candidate::symbol).reversed());

    /** Checks the ranges. */
    public BeamSearch {
        WIDTH.checked(width);
        LENGTH_NORMALIZATION.checked(lengthNormalization);
        BEST.checked(best);
        if (best > width) {
            throw new ConfigException(ErrorMessage.of("A beam of " + width + " cannot give the best " + best)
                    .fix("widen the beam to at least " + best)
                    .toString());
        }
    }

    /** A search for the most probable sequence. */
    public static BeamSearch of(int width) {
        return new BeamSearch(width, 0, 1);
    }

    /** The same with another exponent of the length. */
    public BeamSearch withLengthNormalization(double exponent) {
        return new BeamSearch(width, exponent, best);
    }

    /** The same with another number of results. */
    public BeamSearch withBest(int count) {
        return new BeamSearch(width, lengthNormalization, count);
    }

    /** Symbol {@code symbol} after the hypothesis of a row. */
    private record Candidate(int row, int symbol, double added, double logProbability, double penalty) {
        double rank() {
            return logProbability + penalty;
        }
    }

    /** The best sequences, best first. */
    public <S> List<Decoded> search(Stepper<S> stepper, Prompt prompt) {
        return search(stepper, prompt, Penalty.none());
    }

    /**
     * The best sequences, best first, where something is taken off the score; hypotheses on their way are ranked by
     * log P + penalty.
     *
     * @throws ConfigException if a penalty is above 0 or not a number
     */
    public <S> List<Decoded> search(Stepper<S> stepper, Prompt prompt, Penalty<S> penalty) {
        prompt.check(stepper);
        List<Decoded> done = new ArrayList<>();
        List<Hypothesis> live = List.of(Hypothesis.start(prompt));
        Stepped<S> stepped = Prefix.read(stepper, prompt, 1);
        for (int time = 1; ; time++) {
            List<Hypothesis> next = new ArrayList<>();
            List<Integer> rows = new ArrayList<>();
            for (Candidate candidate : candidates(live, stepped, prompt, penalty, width - done.size())) {
                Hypothesis longer = live.get(candidate.row()).plus(candidate.symbol(), candidate.added(), prompt);
                if (longer.ended() || time == prompt.maxLength()) {
                    done.add(longer.decoded(score(longer.logProbability(), longer.added()) + candidate.penalty()));
                } else {
                    next.add(longer);
                    rows.add(candidate.row());
                }
            }
            live = next;
            if (live.isEmpty() || cannotBeOvertaken(done, live, prompt)) return bestOf(done);
            S states = stepper.select(stepped.states(), ints(rows));
            stepped = stepper.step(
                    states, live.stream().mapToInt(Hypothesis::last).toArray());
        }
    }

    /** The best extensions of all hypotheses, best first. */
    private static <S> List<Candidate> candidates(
            List<Hypothesis> live, Stepped<S> stepped, Prompt prompt, Penalty<S> penalty, int count) {
        PriorityQueue<Candidate> best = new PriorityQueue<>(WORST_FIRST);
        for (int row = 0; row < live.size(); row++) {
            Hypothesis hypothesis = live.get(row);
            double[] logits = stepped.logits()[row];
            prompt.constraint().restrict(hypothesis.symbols(), logits);
            double[] added = Logits.logSoftmax(logits);
            double off = checked(penalty.of(stepped.states(), row, hypothesis.symbols()));
            for (int symbol = 0; symbol < added.length; symbol++) {
                double sum = hypothesis.logProbability() + added[symbol];
                boolean full = best.size() == count;
                if (sum == Double.NEGATIVE_INFINITY
                        || full && sum + off <= best.element().rank()) continue;
                best.add(new Candidate(row, symbol, added[symbol], sum, off));
                if (best.size() > count) best.remove();
            }
        }
        List<Candidate> sorted = new ArrayList<>(best);
        sorted.sort(WORST_FIRST.reversed());
        return sorted;
    }

    private static double checked(double penalty) {
        if (penalty <= 0) return penalty;
        throw new ConfigException(ErrorMessage.of("A penalty of " + penalty)
                .fact("range", "0 or less")
                .fix("give a penalty that takes something off the score")
                .toString());
    }

    private double score(double logProbability, int length) {
        return logProbability / StrictMath.pow(length, lengthNormalization);
    }

    // Every symbol lowers log P, and a negative number divided by a greater length comes closer to 0: so the living
    // one's
    // log P at the greatest length is a bound for all that may become of it, for penalties are at most 0.
    private boolean cannotBeOvertaken(List<Decoded> done, List<Hypothesis> live, Prompt prompt) {
        if (done.size() < best) return false;
        double most =
                live.stream().mapToDouble(Hypothesis::logProbability).max().orElseThrow();
        return bestOf(done).get(best - 1).score() >= score(most, prompt.maxLength());
    }

    private List<Decoded> bestOf(List<Decoded> done) {
        return done.stream()
                .sorted(Comparator.comparingDouble(Decoded::score).reversed())
                .limit(best)
                .toList();
    }

    private static int[] ints(List<Integer> values) {
        return values.stream().mapToInt(Integer::intValue).toArray();
    }
}
