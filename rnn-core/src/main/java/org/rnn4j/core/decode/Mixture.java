package org.rnn4j.core.decode;

import java.util.List;
import org.rnn4j.core.component.loss.NormalComponent;
import org.rnn4j.core.math.CounterRandom;
import org.rnn4j.core.math.RandomKey;
import org.rnn4j.core.math.SpecialFunctions;

/**
 * A distribution over vectors that a network says: a mixture of normal distributions, or one.
 *
 * <pre>
 * Mixture next = Mixture.of(MixtureDensityLoss.of(5).components(output));
 * double[] drawn = next.sample(key);
 * Mixture.Interval eight = next.interval(0, 0.8);      // element 0 lies in it with a probability of 80 %
 * </pre>
 *
 * <p>Immutable.
 */
public final class Mixture {
    /** Halvings of an interval of quantiles: more change no digit of a double. */
    private static final int HALVINGS = 200;

    private static final double HALF = 0.5;

    private final List<NormalComponent> components;

    /** Bounds between which a number lies with some probability. */
    public record Interval(double low, double high) {}

    private Mixture(List<NormalComponent> components) {
        this.components = List.copyOf(components);
    }

    /** A mixture of at least one component, whose weights sum to 1. */
    public static Mixture of(List<NormalComponent> components) {
        return new Mixture(components);
    }

    /** Number of elements of a vector. */
    public int size() {
        return components.get(0).means().length;
    }

    /** The mean of each element: Σ w μ. */
    public double[] mean() {
        double[] mean = new double[size()];
        for (NormalComponent c : components) {
            for (int d = 0; d < mean.length; d++) mean[d] += c.weight() * c.means()[d];
        }
        return mean;
    }

    /** The variance of each element: Σ w (σ² + μ²) - mean². */
    public double[] variance() {
        double[] mean = mean();
        double[] variance = new double[mean.length];
        for (NormalComponent c : components) {
            for (int d = 0; d < mean.length; d++) {
                double from = c.means()[d] - mean[d];
                variance[d] += c.weight() * (c.deviations()[d] * c.deviations()[d] + from * from);
            }
        }
        return variance;
    }

    /** The probability that an element is at most x. */
    public double cumulative(int element, double x) {
        double sum = 0;
        for (NormalComponent c : components) {
            double z = (x - c.means()[element]) / (c.deviations()[element] * Math.sqrt(2));
            sum += c.weight() * HALF * (1 + SpecialFunctions.erf(z));
        }
        return sum;
    }

    /**
     * What an element stays below with a probability.
     *
     * @param probability above 0 and below 1
     */
    public double quantile(int element, double probability) {
        if (!(probability > 0 && probability < 1)) {
            throw new IllegalArgumentException("A probability that is not between 0 and 1: " + probability);
        }
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (NormalComponent c : components) {
            low = Math.min(low, c.means()[element] - c.deviations()[element]);
            high = Math.max(high, c.means()[element] + c.deviations()[element]);
        }
        double width = high - low;
        while (cumulative(element, low) > probability && width < Double.MAX_VALUE) low -= width *= 2;
        width = high - low;
        while (cumulative(element, high) < probability && width < Double.MAX_VALUE) high += width *= 2;
        for (int k = 0; k < HALVINGS && low < high; k++) {
            double middle = low + HALF * (high - low);
            if (middle == low || middle == high) break;
            if (cumulative(element, middle) < probability) low = middle;
            else high = middle;
        }
        return high;
    }

    /** The interval in which an element lies with a probability, as much of the rest being below it as above. */
    public Interval interval(int element, double probability) {
        double outside = HALF * (1 - probability);
        return new Interval(quantile(element, outside), quantile(element, 1 - outside));
    }

    /** Draws a vector; the same key gives the same one. */
    public double[] sample(RandomKey key) {
        double rest = CounterRandom.uniform(key.named("component"), 0);
        int chosen = 0;
        while (chosen + 1 < components.size() && rest >= components.get(chosen).weight()) {
            rest -= components.get(chosen++).weight();
        }
        NormalComponent c = components.get(chosen);
        double[] drawn = new double[size()];
        CounterRandom.fillGaussian(key.named("element"), drawn);
        for (int d = 0; d < drawn.length; d++) drawn[d] = c.means()[d] + c.deviations()[d] * drawn[d];
        return drawn;
    }
}
