package org.rnn4j.core.network;

import java.util.function.DoubleSupplier;

/**
 * Compares a gradient with difference quotients, element by element.
 *
 * <p>With f at five places a step h apart, the derivative is (8 (f₁ - f₋₁) - (f₂ - f₋₂)) / 12 h, up to h⁴. Where the four
 * slopes between the places jump, the function has a kink there, as relu has at 0: then any gradient between the smallest
 * and the largest slope is right, and the element is counted as a kink.
 *
 * <p>The error of an element is |gradient - quotient| / max(|gradient|, |quotient|, 10⁻⁴ max(1, |f|)): below the last
 * number, quotients are lost in the rounding of f.
 *
 * <p>Source: Abramowitz and Stegun 1964, 25.3.6.
 */
final class DifferenceQuotient {
    /** Truncation error h⁴ ≈ 1e-16, rounding error ε f / h ≈ 1e-12 f. */
    private static final double STEP = 1e-4;

    private static final double FLOOR = 1e-4;
    /** Errors above are looked at for a kink. */
    private static final double SUSPECT = 1e-7;
    /** A smooth function's slopes change evenly, up to h² f''' ≈ 1e-8. */
    private static final double JUMP = 1e-7;

    private final double value;
    private final double scale;
    private final int limit;

    /**
     * Quotients of a function.
     *
     * @param value of the function at the point
     * @param limit most elements to compare in one array
     */
    DifferenceQuotient(double value, int limit) {
        this.value = value;
        this.scale = Math.max(1, Math.abs(value));
        this.limit = limit;
    }

    /**
     * Compares the gradient with respect to one array.
     *
     * @param name of the array
     * @param point the array; moved while comparing, and back
     * @param gradient what is claimed
     * @param function the function at the point
     */
    GradientReport.Entry compare(String name, double[] point, double[] gradient, DoubleSupplier function) {
        int compared = Math.min(limit, point.length);
        int worst = 0;
        double[] worstValues = {-1, 0, 0};
        int kinks = 0;
        for (int k = 0; k < compared; k++) {
            int index = (int) ((long) k * point.length / compared);
            double[] f = around(point, index, function);
            double h = step(point[index]);
            double quotient = (8 * (f[3] - f[1]) - (f[4] - f[0])) / (12 * h);
            double error = error(gradient[index], quotient);
            if (!(error <= SUSPECT) && jumps(f, h)) {
                kinks++;
                error = error(gradient[index], nearestSlope(gradient[index], f, h));
            }
            if (!(error <= worstValues[0])) {
                worst = index;
                worstValues = new double[] {error, gradient[index], quotient};
            }
        }
        return new GradientReport.Entry(
                name,
                point.length,
                compared,
                kinks,
                Math.max(0, worstValues[0]),
                worst,
                worstValues[1],
                worstValues[2]);
    }

    /** The function two steps and one step below, at the point, and above. */
    private double[] around(double[] point, int index, DoubleSupplier function) {
        double before = point[index];
        double h = step(before);
        double[] f = new double[5];
        for (int k = 0; k < f.length; k++) {
            point[index] = before + (k - 2) * h;
            f[k] = k == 2 ? value : function.getAsDouble();
        }
        point[index] = before;
        return f;
    }

    private static double step(double x) {
        // A power of two near the step, so that x + h - x is h where x is not huge.
        return Double.isFinite(x) ? Math.scalb(1.0, Math.getExponent(STEP * Math.max(1, Math.abs(x)))) : STEP;
    }

    private double error(double gradient, double quotient) {
        double size = Math.max(Math.max(Math.abs(gradient), Math.abs(quotient)), FLOOR * scale);
        return Math.abs(gradient - quotient) / size;
    }

    private boolean jumps(double[] f, double h) {
        for (int k = 0; k + 3 < f.length; k++) {
            double third = (f[k + 3] - 3 * f[k + 2] + 3 * f[k + 1] - f[k]) / h;
            if (Math.abs(third) > JUMP * scale) return true;
        }
        return false;
    }

    private static double nearestSlope(double gradient, double[] f, double h) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int k = 0; k + 1 < f.length; k++) {
            double slope = (f[k + 1] - f[k]) / h;
            least = Math.min(least, slope);
            most = Math.max(most, slope);
        }
        return Math.max(least, Math.min(most, gradient));
    }
}
