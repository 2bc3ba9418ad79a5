package org.rnn4j.core.component.schedule;

import java.util.List;

/**
 * How far training has come.
 *
 * @param updates done so far
 * @param epochs done so far
 * @param totalUpdates of the whole training
 * @param totalEpochs of the whole training
 * @param memory numbers that the schedule remembers, at first none
 */
public record Progress(long updates, long epochs, long totalUpdates, long totalEpochs, List<Double> memory) {
    /** Copies the list. */
    public Progress {
        memory = List.copyOf(memory);
    }

    /** Before the first update. */
    public static Progress start(long totalUpdates, long totalEpochs) {
        return new Progress(0, 0, totalUpdates, totalEpochs, List.of());
    }

    /** One update later. */
    public Progress afterUpdate() {
        return new Progress(updates + 1, epochs, totalUpdates, totalEpochs, memory);
    }

    /** One epoch later, updates being counted already. */
    public Progress afterEpoch(Schedule schedule, double metric) {
        return new Progress(updates, epochs + 1, totalUpdates, totalEpochs, schedule.remember(this, metric));
    }
}
