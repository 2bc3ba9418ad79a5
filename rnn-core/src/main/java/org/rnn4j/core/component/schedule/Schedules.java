package org.rnn4j.core.component.schedule;

import java.util.List;
import org.rnn4j.core.component.schedule.Span.Unit;

/**
 * Schedules that are functions of time, with PyTorch's numbers.
 *
 * <p>η is the optimizer's learning rate, n the number of updates or epochs done, N the length of a span.
 */
public final class Schedules {
    private Schedules() {}

    /** η. */
    public static Schedule constant() {
        return (base, progress) -> base;
    }

    /** η factor^⌊n / N⌋: a step down after each span. PyTorch: {@code StepLR}. */
    public static Schedule step(Span every, double factor) {
        ScheduleOptions.FACTOR.checked(factor);
        return (base, progress) -> base * Math.pow(factor, every.done(progress) / every.in(progress));
    }

    /** η factor^(number of milestones that n has reached). PyTorch: {@code MultiStepLR}. */
    public static Schedule multistep(Unit unit, List<Integer> milestones, double factor) {
        ScheduleOptions.FACTOR.checked(factor);
        List<Integer> at = List.copyOf(ScheduleOptions.MILESTONES.checked(milestones));
        return (base, progress) -> {
            long reached = at.stream().filter(m -> m <= unit.done(progress)).count();
            return base * Math.pow(factor, reached);
        };
    }

    /** η factorⁿ. PyTorch: {@code ExponentialLR}. */
    public static Schedule exponential(Unit unit, double factor) {
        ScheduleOptions.FACTOR.checked(factor);
        return (base, progress) -> base * Math.pow(factor, unit.done(progress));
    }

    /**
     * minimum + (η - minimum) (1 + cos(π n / N)) / 2: down within the span, and up again beyond it. PyTorch:
     * {@code CosineAnnealingLR}. Source: Loshchilov and Hutter 2017, arXiv:1608.03983, eq. 5.
     */
    public static Schedule cosine(Span down, double minimum) {
        ScheduleOptions.MINIMUM.checked(minimum);
        return (base, progress) -> between(minimum, base, (double) down.done(progress) / down.in(progress));
    }

    /**
     * Cosine from η to the minimum, again and again, each time {@code multiplier} times as long. PyTorch:
     * {@code CosineAnnealingWarmRestarts}. Source: Loshchilov and Hutter 2017, arXiv:1608.03983.
     */
    public static Schedule cosineRestarts(Span first, int multiplier, double minimum) {
        ScheduleOptions.MULTIPLIER.checked(multiplier);
        ScheduleOptions.MINIMUM.checked(minimum);
        return (base, progress) -> {
            long n = first.done(progress);
            long period = first.in(progress);
            if (multiplier == 1) n %= period;
            while (n >= period) {
                n -= period;
                period *= multiplier;
            }
            return between(minimum, base, (double) n / period);
        };
    }

    /** η (from + (to - from) min(n / N, 1)). PyTorch: {@code LinearLR}. */
    public static Schedule linear(Span span, double from, double to) {
        ScheduleOptions.FROM.checked(from);
        ScheduleOptions.TO.checked(to);
        return (base, progress) -> base * (from + (to - from) * span.fraction(progress));
    }

    /** η (1 - min(n / N, 1))^power. PyTorch: {@code PolynomialLR}. */
    public static Schedule polynomial(Span span, double power) {
        ScheduleOptions.POWER.checked(power);
        return (base, progress) -> base * Math.pow(1 - span.fraction(progress), power);
    }

    /**
     * Cosine up from η / divide to η in the first part of the span, then down to η / divide / finalDivide. PyTorch:
     * {@code OneCycleLR}, η being its {@code max_lr}; after the span the rate stays. Source: Smith and Topin 2018,
     * arXiv:1708.07120.
     *
     * @param rise part of the span in which the rate rises, from 0 to 1
     */
    public static Schedule oneCycle(Span span, double rise, double divide, double finalDivide) {
        ScheduleOptions.RISE.checked(rise);
        ScheduleOptions.DIVIDE.checked(divide);
        ScheduleOptions.FINAL_DIVIDE.checked(finalDivide);
        return (base, progress) -> {
            double n = span.done(progress);
            double end = span.in(progress) - 1;
            double peak = rise * span.in(progress) - 1;
            double first = base / divide;
            if (peak > 0 && n <= peak) return between(base, first, n / peak);
            return between(first / finalDivide, base, n < end ? (n - peak) / (end - peak) : 1);
        };
    }

    /**
     * The other schedule's rate times min((n + 1) / (N + 1), 1): small steps first, while averages are young. The other one
     * runs from the beginning, too. Source: Goyal et al. 2017, arXiv:1706.02677, section 2.2.
     */
    public static Schedule warmUp(Span span, Schedule other) {
        return new Schedule() {
            @Override
            public double learningRate(double base, Progress progress) {
                double part = (span.done(progress) + 1.0) / (span.in(progress) + 1.0);
                return other.learningRate(base, progress) * Math.min(1, part);
            }

            @Override
            public List<Double> remember(Progress progress, double metric) {
                return other.remember(progress, metric);
            }
        };
    }

    /** From high at 0 to low at 1, along a cosine. */
    private static double between(double low, double high, double fraction) {
        return low + (high - low) * (1 + Math.cos(Math.PI * fraction)) / 2;
    }
}
