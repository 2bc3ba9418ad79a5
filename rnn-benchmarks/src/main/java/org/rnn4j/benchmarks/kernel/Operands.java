package org.rnn4j.benchmarks.kernel;

import java.util.Arrays;
import org.rnn4j.core.kernel.KernelLookup;
import org.rnn4j.core.kernel.Kernels;
import org.rnn4j.core.kernel.PanelLayout;
import org.rnn4j.core.kernel.Panels;
import org.rnn4j.core.kernel.ScalarKernels;

/** What kernels read and write. */
final class Operands {
    private Operands() {}

    /** The kernels of this process, or those without SIMD. */
    static Kernels kernels(String name) {
        return name.equals("scalar") ? new ScalarKernels() : KernelLookup.kernels();
    }

    /** A filled value. */
    static Panels panels(int size, int rows) {
        int offset = PanelLayout.ALIGNED_OFFSET;
        float[] array = new float[offset + PanelLayout.length(size, rows)];
        Arrays.fill(array, 0.25f);
        return new Panels(array, offset, rows);
    }

    /** One of the sizes in {@code 64x256}. */
    static int size(String sizes, int index) {
        return Integer.parseInt(Arrays.asList(sizes.split("x", -1)).get(index));
    }
}
