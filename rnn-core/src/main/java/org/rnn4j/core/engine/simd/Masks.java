package org.rnn4j.core.engine.simd;

import org.rnn4j.core.plan.Item;

/** Draws random masks for a run; see {@link RowWork}. */
interface Masks {
    /** Fills the mask of a row. */
    void draw(Item item, int example, int time, float[] out);
}
