package org.rnn4j.core.train;

import java.util.List;
import java.util.Optional;
import org.rnn4j.api.Optimizer;
import org.rnn4j.api.Option;
import org.rnn4j.core.component.clip.Clip;
import org.rnn4j.core.component.schedule.Schedule;

/**
 * How weights change: from the mean gradient, through clipping, noise and the learning rate, to the optimizer.
 *
 * @param optimizer the equations of an update
 * @param learningRate before the schedule
 * @param schedule of the learning rate
 * @param clip bound on the gradients, if any
 * @param noise added to the gradients after clipping, if any
 * @param accumulate segments whose gradients are put together for one update
 * @param frozen names of parameters that stay as they are
 */
public record UpdateRule(
        Optimizer optimizer,
        double learningRate,
        Schedule schedule,
        Optional<Clip> clip,
        Optional<GradientNoise> noise,
        int accumulate,
        List<String> frozen) {
    /** Parameters that stay as they are. */
    public static final Option<Optional<List<String>>> FROZEN = Option.texts(
                    "frozen", "names of parameters that stay as they are, such as layers.0.E; none if absent")
            .maybe();

    /** Segments for each update. */
    public static final Option<Integer> ACCUMULATE = Option.integer(
                    "accumulate", "batches whose gradients are put together for one update")
            .atLeast(1)
            .orElse(1);

    private static final Option<Double> LEARNING_RATE = Option.number(
                    "learningRate", "learning rate η, before the schedule")
            .above(0);

    /** Checks the ranges. */
    public UpdateRule {
        LEARNING_RATE.checked(learningRate);
        ACCUMULATE.checked(accumulate);
        frozen = List.copyOf(frozen);
    }

    /** A constant rate, without clipping, one update for each segment. */
    public static UpdateRule of(Optimizer optimizer, double learningRate) {
        return new UpdateRule(
                optimizer, learningRate, (base, progress) -> base, Optional.empty(), Optional.empty(), 1, List.of());
    }

    /** The same with another schedule. */
    public UpdateRule withSchedule(Schedule newSchedule) {
        return new UpdateRule(optimizer, learningRate, newSchedule, clip, noise, accumulate, frozen);
    }

    /** The same with a bound on the gradients. */
    public UpdateRule withClip(Clip newClip) {
        return new UpdateRule(optimizer, learningRate, schedule, Optional.of(newClip), noise, accumulate, frozen);
    }

    /** The same with noise added to the gradients. */
    public UpdateRule withNoise(GradientNoise newNoise) {
        return new UpdateRule(optimizer, learningRate, schedule, clip, Optional.of(newNoise), accumulate, frozen);
    }

    /** The same with the gradients of some segments put together. */
    public UpdateRule withAccumulate(int segments) {
        return new UpdateRule(optimizer, learningRate, schedule, clip, noise, segments, frozen);
    }

    /** The same with parameters that stay as they are, whatever the optimizer does. */
    public UpdateRule withFrozen(List<String> names) {
        return new UpdateRule(optimizer, learningRate, schedule, clip, noise, accumulate, names);
    }
}
