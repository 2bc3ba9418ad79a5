package org.rnn4j.core.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rnn4j.core.engine.Tensor;

/** Many sessions of one network do not disturb each other, in whatever threads and batches they step. */
class SessionConcurrencyTest {
    private static final int SESSIONS = 1000;
    private static final int THREADS = 8;
    private static final int STEPS = 12;

    private final Network network = Network.builder()
            .vectorInput(5)
            .layer((flow, x) -> flow.scan(TestCells::lstm, x))
            .layer((flow, x) -> flow.scan(TestCells::elman, x))
            .seed(3)
            .build();

    /** What session i reads at step t. */
    private static float[] input(int session, int t) {
        float[] x = new float[5];
        for (int k = 0; k < x.length; k++) x[k] = (float) Math.sin(session * 31 + t * 7 + k);
        return x;
    }

    private float[][] oneAfterTheOther() {
        float[][] outputs = new float[SESSIONS][network.outputSize()];
        for (int i = 0; i < SESSIONS; i++) {
            Session session = network.newSession();
            for (int t = 0; t < STEPS; t++) session.step(input(i, t), outputs[i]);
        }
        return outputs;
    }

    @Test
    void aThousandSessionsInEightThreadsGiveTheSameBits() throws Exception {
        float[][] expected = oneAfterTheOther();
        List<Session> sessions =
                IntStream.range(0, SESSIONS).mapToObj(i -> network.newSession()).toList();
        float[][] outputs = new float[SESSIONS][network.outputSize()];
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> work = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                int first = thread;
                work.add(threads.submit(() -> {
                    // Step by step through all sessions of this thread, so that all are open at the same time.
                    for (int t = 0; t < STEPS; t++) {
                        for (int i = first; i < SESSIONS; i += THREADS) {
                            sessions.get(i).step(input(i, t), outputs[i]);
                        }
                    }
                }));
            }
            for (Future<?> each : work) each.get();
        } finally {
            threads.shutdownNow();
        }
        for (int i = 0; i < SESSIONS; i++) assertArrayEquals(expected[i], outputs[i], "session " + i);
    }

    @Test
    void liveSessionsAtDifferentPlacesStepAsOneBatch() {
        int count = 40;
        float[][] expected = oneAfterTheOther();
        List<Session> sessions =
                IntStream.range(0, count).mapToObj(i -> network.newSession()).toList();
        float[][] outputs = new float[count][];
        int[] time = new int[count];
        Random random = new Random(5);
        while (IntStream.of(time).anyMatch(t -> t < STEPS)) {
            List<Integer> chosen = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                if (time[i] < STEPS && random.nextBoolean()) chosen.add(i);
            }
            if (chosen.isEmpty()) continue;
            Collections.shuffle(chosen, random);
            float[] x = new float[chosen.size() * 5];
            for (int k = 0; k < chosen.size(); k++) {
                System.arraycopy(input(chosen.get(k), time[chosen.get(k)]++), 0, x, k * 5, 5);
            }
            Tensor y = Session.stepAll(chosen.stream().map(sessions::get).toList(), Tensor.of(x, chosen.size(), 5));
            int size = network.outputSize();
            for (int k = 0; k < chosen.size(); k++) {
                outputs[chosen.get(k)] = java.util.Arrays.copyOfRange(y.floats(), k * size, (k + 1) * size);
            }
        }
        for (int i = 0; i < count; i++) assertArrayEquals(expected[i], outputs[i], "session " + i);
    }
}
