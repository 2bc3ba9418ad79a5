package org.rnn4j.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.rnn4j.core.kernel.Kernels;
import org.rnn4j.core.kernel.PackedRows;
import org.rnn4j.core.kernel.PackedWeights;
import org.rnn4j.core.kernel.PanelLayout;
import org.rnn4j.core.kernel.Panels;
import org.rnn4j.core.kernel.Product;

/**
 * How fast this machine multiplies matrices: the work that takes most of the time in a recurrent network. Both operands are
 * packed beforehand, as the kernels read them best.
 */
final class ProductRate {
    static final String DESCRIPTION =
            "Product [64, 256] x [256, 1024] in float32, as of a step of an LSTM, for a second";

    // The weights are 1 MiB: they fit into the second cache of a core, as those of a typical cell do.
    private static final int ROWS = 64;
    private static final int INNER = 256;
    private static final int OUTER = 1024;
    // The JIT needs some seconds for vector code, and a processor of its own.
    private static final double COMPILING = 3;
    private static final double WARM_UP = 0.2;
    private static final double SECONDS = 1;

    private ProductRate() {}

    /** Runs the kernels on one thread until they are compiled. */
    static void warmUp(Kernels kernels) {
        alone(kernels, COMPILING);
    }

    /** Floating-point operations a second of all threads together, each with operands of its own. */
    static double measure(Kernels kernels, int threads) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            together(pool, kernels, threads, WARM_UP);
            return together(pool, kernels, threads, SECONDS);
        } finally {
            pool.shutdownNow();
        }
    }

    private static double together(ExecutorService pool, Kernels kernels, int threads, double seconds) {
        List<Callable<Double>> work = new ArrayList<>();
        for (int i = 0; i < threads; i++) work.add(() -> alone(kernels, seconds));
        try {
            double sum = 0;
            for (Future<Double> each : pool.invokeAll(work)) sum += each.get();
            return sum;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a product has failed", e.getCause());
        }
    }

    private static double alone(Kernels kernels, double seconds) {
        Product product = product(kernels);
        long start = System.nanoTime();
        long end = start + (long) (seconds * 1e9);
        long products = 0;
        long now = start;
        while (now < end) {
            kernels.product(product);
            products++;
            now = System.nanoTime();
        }
        return 2.0 * ROWS * INNER * OUTER * products / ((now - start) / 1e9);
    }

    private static Product product(Kernels kernels) {
        PackedWeights weights = PackedWeights.allocate(PanelLayout.panels(OUTER), INNER);
        Arrays.fill(weights.array(), 0.5f);
        Panels rows = panels(INNER);
        PackedRows packed = new PackedRows();
        kernels.packRows(rows, ROWS, 1, INNER, PanelLayout.panels(OUTER), packed);
        return new Product()
                .input(rows, ROWS, 1, INNER)
                .packedInput(packed)
                .output(weights, panels(OUTER))
                .fromZero();
    }

    private static Panels panels(int size) {
        int offset = PanelLayout.ALIGNED_OFFSET;
        float[] array = new float[offset + PanelLayout.length(size, ROWS)];
        Arrays.fill(array, 0.25f);
        return new Panels(array, offset, ROWS);
    }
}
