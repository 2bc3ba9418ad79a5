package org.rnn4j.core.component.schedule;

import java.util.List;

/**
 * Lowers the rate when a metric no longer improves.
 *
 * <p>After each epoch, m being its metric:
 * <pre>
 * m &lt; best (1 - threshold):  best = m, bad = 0
 * otherwise:                 bad = bad + 1
 * in a cooldown:             rest = rest - 1, bad = 0
 * bad &gt; patience:            reductions = reductions + 1, rest = cooldown, bad = 0
 * rate = max(η factor^reductions, minimum)
 * </pre>
 *
 * <p>Variant: as PyTorch's {@code ReduceLROnPlateau} with a relative threshold. Where large metrics are good, m &gt;
 * best (1 + threshold) is an improvement.
 *
 * <p>Edge cases: a metric that is not a number never improves.
 *
 * <p>Source: PyTorch 2.13, torch.optim.lr_scheduler.ReduceLROnPlateau.
 */
public final class Plateau implements Schedule {
    /** Which metrics are good. */
    public enum Mode {
        /** Small ones, such as a loss. */
        MIN,
        /** Large ones, such as an accuracy. */
        MAX;

        /** The name in a configuration. */
        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private final Mode mode;
    private final double factor;
    private final int patience;
    private final Limits limits;

    private record Limits(double threshold, int cooldown, double minimum) {}

    /** What is remembered from epoch to epoch. */
    private record State(double best, long bad, long rest, long reductions) {
        static State of(List<Double> memory, Mode mode) {
            double worst = mode == Mode.MIN ? Double.MAX_VALUE : -Double.MAX_VALUE;
            return memory.isEmpty()
                    ? new State(worst, 0, 0, 0)
                    : new State(
                            memory.get(0),
                            memory.get(1).longValue(),
                            memory.get(2).longValue(),
                            memory.get(3).longValue());
        }

        List<Double> memory() {
            return List.of(best, (double) bad, (double) rest, (double) reductions);
        }
    }

    private Plateau(Mode mode, double factor, int patience, Limits limits) {
        this.mode = mode;
        this.factor = ScheduleOptions.PLATEAU_FACTOR.checked(factor);
        this.patience = ScheduleOptions.PATIENCE.checked(patience);
        this.limits = limits;
        ScheduleOptions.THRESHOLD.checked(limits.threshold);
        ScheduleOptions.COOLDOWN.checked(limits.cooldown);
        ScheduleOptions.MINIMUM.checked(limits.minimum);
    }

    /** Small metrics are good, factor 0.1, patience 10, threshold 1e-4, without cooldown and minimum. */
    public static Plateau of() {
        return new Plateau(Mode.MIN, 0.1, 10, new Limits(1e-4, 0, 0));
    }

    /** The same with small or large metrics as the good ones. */
    public Plateau withMode(Mode newMode) {
        return new Plateau(newMode, factor, patience, limits);
    }

    /** The same with another factor of each reduction. */
    public Plateau withFactor(double newFactor) {
        return new Plateau(mode, newFactor, patience, limits);
    }

    /** The same with another number of epochs without improvement that are endured. */
    public Plateau withPatience(int epochs) {
        return new Plateau(mode, factor, epochs, limits);
    }

    /** The same with another relative change that counts as an improvement. */
    public Plateau withThreshold(double threshold) {
        return new Plateau(mode, factor, patience, new Limits(threshold, limits.cooldown, limits.minimum));
    }

    /** The same with a number of epochs after a reduction in which nothing counts as bad. */
    public Plateau withCooldown(int epochs) {
        return new Plateau(mode, factor, patience, new Limits(limits.threshold, epochs, limits.minimum));
    }

    /** The same with a rate below which it does not go. */
    public Plateau withMinimum(double rate) {
        return new Plateau(mode, factor, patience, new Limits(limits.threshold, limits.cooldown, rate));
    }

    @Override
    public double learningRate(double base, Progress progress) {
        long reductions = State.of(progress.memory(), mode).reductions;
        return reductions == 0 ? base : Math.max(base * Math.pow(factor, reductions), Math.min(base, limits.minimum));
    }

    @Override
    public List<Double> remember(Progress progress, double metric) {
        State s = State.of(progress.memory(), mode);
        boolean better =
                mode == Mode.MIN ? metric < s.best * (1 - limits.threshold) : metric > s.best * (1 + limits.threshold);
        double best = better ? metric : s.best;
        long rest = Math.max(0, s.rest - 1);
        long bad = better || s.rest > 0 ? 0 : s.bad + 1;
        return bad > patience
                ? new State(best, 0, limits.cooldown, s.reductions + 1).memory()
                : new State(best, bad, rest, s.reductions).memory();
    }
}
