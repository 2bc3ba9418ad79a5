package org.rnn4j.core.data.synthetic;

import java.util.random.RandomGenerator;
import org.rnn4j.core.config.Family;
import org.rnn4j.core.data.Encoding;
import org.rnn4j.core.data.Example;

/** Makes examples of one kind. Immutable. */
public interface Task {
    /** All tasks. */
    Family<Task> FAMILY = new Family<>("task", Task.class, TaskProvider.class);

    /** What an example is for. */
    enum Use {
        /** Something to learn from. */
        TRAINING,
        /** Something to be judged by: where only some targets say whether a task is solved, the others do not count. */
        JUDGING
    }

    /** What the numbers of all examples mean; the same for every seed. */
    Encoding encoding();

    /**
     * One example.
     *
     * @param random where its chance comes from, and from nowhere else
     * @param number from 0, within its part
     */
    Example example(RandomGenerator random, int number, Use use);

    /** True if there are so few different examples that all have to differ, and one for judging is kept out of training. */
    default boolean isFinite() {
        return false;
    }
}
