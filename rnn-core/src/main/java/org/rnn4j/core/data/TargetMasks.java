package org.rnn4j.core.data;

import java.util.List;
import java.util.Optional;
import org.rnn4j.core.engine.Tensor;

/** Puts masks over targets side by side; targets of examples without a mask all count. */
final class TargetMasks {
    private TargetMasks() {}

    /**
     * Masks [T] as [T, B], or [] as [B].
     *
     * @param from first step taken of each
     * @param lengths number of steps taken of each
     * @param steps T
     */
    static Tensor of(List<Example> group, int from, int[] lengths, int steps, boolean perStep) {
        int batchSize = group.size();
        float[] mask = new float[(perStep ? steps : 1) * batchSize];
        for (int b = 0; b < batchSize; b++) {
            Optional<Tensor> row = group.get(b).targetMask();
            int targets = perStep ? lengths[b] : 1;
            for (int t = 0; t < targets; t++) {
                int at = perStep ? from + t : 0;
                mask[t * batchSize + b] = row.map(r -> (float) r.get(at)).orElse(1f);
            }
        }
        return perStep ? Tensor.of(mask, steps, batchSize) : Tensor.of(mask, batchSize);
    }
}
