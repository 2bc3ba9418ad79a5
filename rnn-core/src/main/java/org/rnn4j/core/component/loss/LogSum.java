package org.rnn4j.core.component.loss;

/** Sums of numbers that are given by their logarithms. */
final class LogSum {
    /** The logarithm of 0. */
    static final double ZERO = Double.NEGATIVE_INFINITY;

    private LogSum() {}

    /** log(e^a + e^b). */
    static double of(double a, double b) {
        double most = Math.max(a, b);
        return most == ZERO ? ZERO : most + Math.log1p(Math.exp(Math.min(a, b) - most));
    }

    /** log Σ e^a. */
    static double of(double[] a) {
        double most = ZERO;
        for (double each : a) most = Math.max(most, each);
        if (most == ZERO) return ZERO;
        double sum = 0;
        for (double each : a) sum += Math.exp(each - most);
        return most + Math.log(sum);
    }

    /** a - log Σ e^a. */
    static double[] logSoftmax(double[] a) {
        double sum = of(a);
        double[] result = new double[a.length];
        for (int k = 0; k < a.length; k++) result[k] = a[k] - sum;
        return result;
    }
}
