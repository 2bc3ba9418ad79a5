package org.rnn4j.core.engine.simd;

import java.util.List;
import org.rnn4j.core.kernel.Kernels;
import org.rnn4j.core.kernel.Matrix;
import org.rnn4j.core.kernel.PackedWeights;

/**
 * Which matrices stand where in packed weights.
 *
 * @param panels panels of output columns
 * @param k input columns
 */
record PackSpec(List<Block> blocks, int panels, int k) {
    /** A matrix, or its transpose, at its first panel and first input column. */
    record Block(String parameter, boolean transposed, int firstPanel, int firstK) {}

    void fill(SimdWeights weights, Kernels kernels, PackedWeights target) {
        for (Block block : blocks) {
            Matrix stored = weights.stored(block.parameter());
            if (block.transposed() == weights.isByColumn(block.parameter())) {
                kernels.packWeights(stored, target, block.firstPanel(), block.firstK());
            } else {
                kernels.packTransposed(stored, target, block.firstPanel(), block.firstK());
            }
        }
    }
}
