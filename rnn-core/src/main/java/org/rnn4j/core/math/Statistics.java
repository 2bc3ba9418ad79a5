package org.rnn4j.core.math;

import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;
import org.apache.commons.math3.util.FastMath;
import org.rnn4j.api.ErrorMessage;

/** The few statistics that training reports and decoding need. */
public final class Statistics {
    private Statistics() {}

    /** The arithmetic mean; NaN for no values. */
    public static double mean(double[] values) {
        return StatUtils.mean(values);
    }

    /** The square root of the unbiased variance; NaN for no values, 0 for one. */
    public static double standardDeviation(double[] values) {
        return FastMath.sqrt(StatUtils.variance(values));
    }

    /** The 0.5-quantile; NaN for no values. */
    public static double median(double[] values) {
        return quantile(values, 0.5);
    }

    /**
     * The value below which a fraction of the values lies, interpolated linearly between neighbours.
     *
     * <p>Variant: type 7 of Hyndman and Fan 1996, as in NumPy and R. NaN for no values; NaN among the values is left out.
     *
     * @param values in any order; not changed
     * @param fraction in [0, 1]: 0 gives the least value, 1 the greatest
     */
    public static double quantile(double[] values, double fraction) {
        if (!(fraction >= 0 && fraction <= 1)) {
            throw new IllegalArgumentException(ErrorMessage.of("No quantile at " + fraction)
                    .fact("allowed", "0 to 1")
                    .fix("give a fraction; 0.5 is the median")
                    .toString());
        }
        Percentile percentile = new Percentile().withEstimationType(EstimationType.R_7);
        // Commons Math defines percentiles for p > 0 only; at 0 they are the minimum.
        return fraction == 0 ? StatUtils.min(values) : percentile.evaluate(values, 100 * fraction);
    }

    /**
     * ln Σ exp(values), without overflow: max + ln Σ exp(value − max).
     *
     * <p>Edge cases: −∞ for no values and where all are −∞; +∞ where one is; NaN where one is.
     */
    public static double logSumExp(double[] values) {
        double max = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            max = Math.max(max, value);
        }
        if (Double.isInfinite(max)) return max;
        double sum = 0;
        for (double value : values) {
            sum += FastMath.exp(value - max);
        }
        return max + FastMath.log(sum);
    }
}
