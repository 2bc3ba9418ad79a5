package org.rnn4j.core.engine.simd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rnn4j.core.kernel.ScalarKernels;

/** Every task runs once, by the thread of its number if that is there; a failure reaches the caller. */
class WorkerPoolTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void everyTaskRunsOnce(int threads) {
        WorkerPool pool = new WorkerPool(new ScalarKernels(), threads);
        for (int tasks : new int[] {0, 1, 2, 3, 9, 64, 65, 200}) {
            AtomicIntegerArray queue = new AtomicIntegerArray(tasks);
            AtomicIntegerArray each = new AtomicIntegerArray(tasks);
            for (int k = 0; k < 50; k++) {
                pool.run(tasks, (task, worker) -> queue.incrementAndGet(task));
                pool.runOwn(tasks, (task, worker) -> each.incrementAndGet(task));
            }
            for (int task = 0; task < tasks; task++) {
                assertEquals(50, queue.get(task));
                assertEquals(50, each.get(task));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void aTaskIsOfTheThreadOfItsNumberIfAllAreThere(int threads) {
        WorkerPool pool = new WorkerPool(new ScalarKernels(), threads);
        CountDownLatch allBegan = new CountDownLatch(threads);
        int[] taker = new int[threads];
        pool.runOwn(threads, (task, worker) -> {
            allBegan.countDown();
            await(allBegan);
            taker[task] = worker.number;
        });
        for (int task = 0; task < threads; task++) assertEquals(task, taker[task]);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void aThreadBeginsWithTheFirstTaskOfItsShare(int threads) {
        WorkerPool pool = new WorkerPool(new ScalarKernels(), threads);
        CountDownLatch allBegan = new CountDownLatch(threads);
        int share = 40;
        int[] taker = new int[threads * share];
        pool.runOwn(taker.length, (task, worker) -> {
            allBegan.countDown();
            await(allBegan);
            taker[task] = worker.number;
        });
        for (int number = 0; number < threads; number++) assertEquals(number, taker[number * share]);
    }

    @Test
    void helpersThatSleepAreWoken() throws InterruptedException {
        WorkerPool pool = new WorkerPool(new ScalarKernels(), 2);
        for (int k = 0; k < 3; k++) {
            // Longer than a helper stays awake.
            Thread.sleep(50);
            CountDownLatch allBegan = new CountDownLatch(2);
            pool.runOwn(2, (task, worker) -> {
                allBegan.countDown();
                await(allBegan);
            });
            assertEquals(0, allBegan.getCount());
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(1, TimeUnit.MINUTES)) throw new AssertionError("a thread did not come");
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void helpersEndWhenNobodyRefersToThePool() throws InterruptedException {
        Set<Thread> before = workers();
        work(new WorkerPool(new ScalarKernels(), 3));
        Set<Thread> made = workers();
        made.removeAll(before);
        assertEquals(2, made.size());
        for (int k = 0; k < 600 && made.stream().anyMatch(Thread::isAlive); k++) {
            System.gc();
            Thread.sleep(50);
        }
        assertTrue(made.stream().noneMatch(Thread::isAlive), "threads of a pool that is gone still wait");
    }

    /** Jobs that lead to their pool, as those of a network do. */
    private static void work(WorkerPool pool) {
        pool.run(3, (task, worker) -> assertEquals(3, pool.threads()));
        pool.runOwn(3, (task, worker) -> assertEquals(3, pool.threads()));
        pool.runTogether((team, member, worker) -> assertEquals(3, pool.threads()));
    }

    private static Set<Thread> workers() {
        Set<Thread> found = new HashSet<>(Thread.getAllStackTraces().keySet());
        found.removeIf(t -> !t.getName().startsWith("rnn4j-worker-"));
        return found;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aFailureReachesTheCaller(int threads) {
        WorkerPool pool = new WorkerPool(new ScalarKernels(), threads);
        IllegalStateException failure = new IllegalStateException("task 2");
        WorkerPool.Job job = (task, worker) -> {
            if (task == 2) throw failure;
        };
        assertSame(failure, assertThrows(IllegalStateException.class, () -> pool.run(4, job)));
        assertSame(failure, assertThrows(IllegalStateException.class, () -> pool.runOwn(4, job)));
    }
}
