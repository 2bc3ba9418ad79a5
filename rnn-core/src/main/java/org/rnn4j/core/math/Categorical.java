package org.rnn4j.core.math;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.util.FastMath;
import org.apache.commons.math3.util.KthSelector;
import org.rnn4j.api.ErrorMessage;

/**
 * Choice of one of n tokens by their logits.
 *
 * <pre>
 * p = softmax(logits / temperature), of the topK greatest logits, of these the most probable whose sum reaches topP
 * </pre>
 *
 * <p>Of tokens with equal logits, the one with the lower index counts as the greater. At least one token is always left.
 *
 * <p>Edge cases: temperature 0 is greedy, the greatest logit; towards 0, equal greatest logits share the choice. topK of n
 * or more and topP of 1 leave all tokens. A logit of −∞ is never chosen. All −∞, NaN and +∞ are errors.
 *
 * <p>Source: nucleus sampling (topP): Holtzman et al. 2020, arXiv:1904.09751; top-k: Fan, Lewis and Dauphin 2018,
 * arXiv:1805.04833.
 *
 * @param temperature at least 0; 1 leaves the distribution as it is, less makes it sharper
 * @param topK at least 1
 * @param topP in (0, 1]
 */
public record Categorical(double temperature, int topK, double topP) {
    /** A topK that leaves all tokens. */
    public static final int ALL = Integer.MAX_VALUE;

    /** Checks the ranges. */
    public Categorical {
        if (!(temperature >= 0 && Double.isFinite(temperature))) {
            throw outOfRange("temperature", temperature, "0 (greedy) or more, finite");
        }
        if (topK < 1) throw outOfRange("topK", topK, "1 or more; Categorical.ALL for all tokens");
        if (!(topP > 0 && topP <= 1)) throw outOfRange("topP", topP, "more than 0, up to 1 (all tokens)");
    }

    /** Always the greatest logit. */
    public static Categorical greedy() {
        return atTemperature(0);
    }

    /** All tokens, at a temperature. */
    public static Categorical atTemperature(double temperature) {
        return new Categorical(temperature, ALL, 1);
    }

    /** The same among the k greatest logits. */
    public Categorical withTopK(int k) {
        return new Categorical(temperature, k, topP);
    }

    /** The same among the most probable tokens whose probabilities reach p. */
    public Categorical withTopP(double p) {
        return new Categorical(temperature, topK, p);
    }

    /**
     * Chooses a token.
     *
     * @param logits one for each token; not changed
     * @param uniform a random number in [0, 1), for example {@link CounterRandom#uniform}
     * @return the index of the token
     */
    public int sample(double[] logits, double uniform) {
        if (!(uniform >= 0 && uniform < 1)) throw outOfRange("uniform", uniform, "0 or more, less than 1");
        double max = checkedMax(logits);
        if (temperature == 0) return first(logits, max);
        int[] tokens = candidates(logits, max);
        double[] weights = weights(logits, tokens, max);
        double target = uniform * sum(weights);
        double reached = 0;
        int chosen = tokens[0];
        for (int i = 0; i < tokens.length; i++) {
            if (weights[i] == 0) continue;
            chosen = tokens[i];
            reached += weights[i];
            if (reached > target) break;
        }
        return chosen;
    }

    /** Chooses a token, see {@link #sample(double[], double)}. */
    public int sample(float[] logits, double uniform) {
        return sample(widen(logits), uniform);
    }

    /**
     * The probability with which each token is chosen; they sum to 1, and tokens that are left out have 0.
     *
     * @param logits one for each token; not changed
     */
    public double[] probabilities(double[] logits) {
        double max = checkedMax(logits);
        double[] probabilities = new double[logits.length];
        if (temperature == 0) {
            probabilities[first(logits, max)] = 1;
            return probabilities;
        }
        int[] tokens = candidates(logits, max);
        double[] weights = weights(logits, tokens, max);
        double total = sum(weights);
        for (int i = 0; i < tokens.length; i++) {
            probabilities[tokens[i]] = weights[i] / total;
        }
        return probabilities;
    }

    /** The probability with which each token is chosen, see {@link #probabilities(double[])}. */
    public double[] probabilities(float[] logits) {
        return probabilities(widen(logits));
    }

    /** The tokens that topK and topP leave, by index. */
    private int[] candidates(double[] logits, double max) {
        int[] tokens = IntStream.range(0, logits.length).toArray();
        if (topK < tokens.length) {
            double least = new KthSelector().select(logits.clone(), null, tokens.length - topK);
            tokens = greatest(logits, tokens, topK, least);
        }
        if (topP < 1) {
            double[] sorted =
                    Arrays.stream(tokens).mapToDouble(t -> logits[t]).sorted().toArray();
            int size = nucleusSize(sorted, max);
            tokens = greatest(logits, tokens, size, sorted[sorted.length - size]);
        }
        return tokens;
    }

    /** How many of the greatest logits it takes for their probabilities to reach topP. */
    private int nucleusSize(double[] sorted, double max) {
        double total = 0;
        for (double logit : sorted) {
            total += weight(logit, max);
        }
        double reached = 0;
        int size = 0;
        while (size < sorted.length && reached < topP * total) {
            size++;
            reached += weight(sorted[sorted.length - size], max);
        }
        return size;
    }

    /** The given number of tokens with the greatest logits, by index; the smallest of these logits is known. */
    private static int[] greatest(double[] logits, int[] tokens, int count, double least) {
        long above = Arrays.stream(tokens).filter(t -> logits[t] > least).count();
        int[] kept = new int[count];
        int size = 0;
        long ties = count - above;
        for (int t : tokens) {
            if (logits[t] > least || (logits[t] == least && ties-- > 0)) kept[size++] = t;
        }
        return kept;
    }

    private double[] weights(double[] logits, int[] tokens, double max) {
        return Arrays.stream(tokens).mapToDouble(t -> weight(logits[t], max)).toArray();
    }

    private double weight(double logit, double max) {
        return FastMath.exp((logit - max) / temperature);
    }

    // Not DoubleStream.sum(), whose compensation is not promised to stay as it is.
    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    private static int first(double[] logits, double value) {
        int i = 0;
        while (logits[i] != value) i++;
        return i;
    }

    private static double checkedMax(double[] logits) {
        double max = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < logits.length; i++) {
            if (!(logits[i] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(ErrorMessage.of("Cannot choose a token: a logit is " + logits[i])
                        .fact("token", i + " of " + logits.length)
                        .fix("find the NaN or overflow in the network; -Infinity is the way to forbid a token")
                        .toString());
            }
            max = Math.max(max, logits[i]);
        }
        if (max == Double.NEGATIVE_INFINITY) {
            throw new IllegalArgumentException(ErrorMessage.of("Cannot choose a token: there is none to choose")
                    .fact("tokens", logits.length)
                    .fact("forbidden", logits.length + " (logit -Infinity)")
                    .fix("leave at least one token allowed")
                    .toString());
        }
        return max;
    }

    private static double[] widen(float[] values) {
        return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
    }

    private static IllegalArgumentException outOfRange(String name, Object value, String allowed) {
        return new IllegalArgumentException(ErrorMessage.of(name + " is " + value)
                .fact("allowed", allowed)
                .fix("correct the number")
                .toString());
    }
}
