package org.rnn4j.core.component.schedule;

import java.util.List;

/**
 * The learning rate as training goes on.
 *
 * <p>A schedule has no state of its own: all that it depends on stands in {@link Progress}, so that training resumed from a
 * checkpoint goes on with the same rates.
 *
 * <pre>
 * Progress progress = Progress.start(updatesInAll, epochsInAll);
 * for each epoch:
 *   for each update:
 *     u.learningRate = schedule.learningRate(base, progress);
 *     progress = progress.afterUpdate();
 *   progress = progress.afterEpoch(schedule, metric);
 * </pre>
 */
@FunctionalInterface
public interface Schedule {
    /**
     * The rate of the next update.
     *
     * @param base the optimizer's learning rate
     * @param progress what has been done so far
     */
    double learningRate(double base, Progress progress);

    /**
     * What to remember when an epoch ends; what was remembered before, unless overridden.
     *
     * @param progress before the end of the epoch
     * @param metric of the validation data, or the training loss where there are none
     */
    default List<Double> remember(Progress progress, double metric) {
        return progress.memory();
    }
}
