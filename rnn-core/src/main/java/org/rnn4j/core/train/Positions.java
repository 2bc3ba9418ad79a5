package org.rnn4j.core.train;

import java.util.function.IntConsumer;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.Tensor;

/** Which rows of an output count: those within lengths and mask. */
final class Positions {
    private Positions() {}

    /** Calls for each row of [T, B] or [B] that counts. */
    static void forEach(Batch batch, Tensor output, IntConsumer row) {
        int[] lengths = batch.lengths();
        int rows = output.length() / output.extent(output.rank() - 1);
        for (int k = 0; k < rows; k++) {
            boolean masked =
                    batch.targetMask().isPresent() && batch.targetMask().get().get(k) == 0;
            // The one row of a whole sequence counts if the sequence has any step: k / B is 0 then.
            if (!masked && k / lengths.length < lengths[k % lengths.length]) row.accept(k);
        }
    }
}
