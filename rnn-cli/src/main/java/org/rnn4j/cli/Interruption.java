package org.rnn4j.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets Ctrl-C end training in good order: the process waits until the last checkpoint is written.
 *
 * <p>Closed by the thread that trains, when it has nothing more to write.
 */
final class Interruption implements AutoCloseable {
    private static final long MOST_SECONDS = 30;

    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook = new Thread(this::interrupt, "rnn-interruption");
    private volatile boolean there;

    Interruption() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** True if somebody wants an end. */
    boolean isThere() {
        return there;
    }

    private void interrupt() {
        there = true;
        try {
            closed.await(MOST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        if (!there) Runtime.getRuntime().removeShutdownHook(hook);
    }
}
