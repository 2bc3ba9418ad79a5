package org.rnn4j.core.kernel.vector;

import org.rnn4j.core.kernel.GradientOperands;

/** A kernel that computes one tile of a weight gradient, some n by some panels of k, over all rows. */
@FunctionalInterface
interface GradientTile {
    // Implementation note on the kernels, which TileSource writes. They are the product's, summed over rows: one
    // element of dY is broadcast for each n, and X, whose panels are contiguous over rows, is the packed operand. Eight
    // n, half of a panel, by three panels of k measures as well as twelve by two, whose n would straddle panels.

    /** Computes the tile at these places of dY, X, start values and result. */
    void run(GradientOperands operands, int dyAt, int xAt, int startAt, int outAt);
}
