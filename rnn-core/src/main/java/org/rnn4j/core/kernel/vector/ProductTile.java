package org.rnn4j.core.kernel.vector;

import org.rnn4j.core.kernel.ProductOperands;

/** A kernel that computes one tile of a product: some rows by some panels. */
@FunctionalInterface
interface ProductTile {
    // Implementation note on the kernels, which TileSource writes. Each broadcasts an element of A for each of its rows
    // and multiplies it by one register of each panel of W, for k ascending; the sums stay in registers. The elements
    // of A that are needed at one k stand in as many lines as there are rows, but each line serves 16 k: within 5
    // percent of A packed tightly, without the packing.
    //
    // The code is flat and stands in one loop, because of how C2 compiles it (JDK 17 to 25): with accumulators that
    // pass through two nested loops JDK 17 keeps them on the heap, 50 times slower; so the index of A is computed from
    // k. The same happens if one zero vector is shared by several sums, or if helpers are called.
    //
    // Packed tiles of 256 bits have a fence before each row: C2 moves no load over a fence, so it cannot load more
    // factors than it has registers for. Without fences it does, and keeps sums on the stack. On x86 a fence is no
    // instruction. A round of their loop takes two steps, of which there is an even number; with four, C2 puts vectors
    // on the heap in some processes. Both: docs/decisions/0013-fenced-tiles.md.
    //
    // Each step adds a vector to itself and drops the sum. C2 drops the addition too; but before C2 has compiled the
    // tile it shows the Vector API a second kind of operator. If multiply-adds are all that it has met, C2 compiles it
    // for them alone, is wrong at the first other operator, and may then put the tile's vectors on the heap:
    // docs/decisions/0010-kernels-apart.md.

    /** Computes the tile whose first row and computed panel these are. */
    void run(ProductOperands operands, int row, int panel);
}
