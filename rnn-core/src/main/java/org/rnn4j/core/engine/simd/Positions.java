package org.rnn4j.core.engine.simd;

import org.rnn4j.core.engine.Prepared;

/**
 * Which rows of a value belong to the positions of each example's memory: those of the first example, then of the next, in
 * the order of the examples of a layout.
 *
 * <p>As examples that are active at a step are the first ones, so are their positions. Over all steps, the rows of a step
 * follow those of the step before. Immutable.
 */
final class Positions {
    /** One row for each example. */
    static final Positions NONE = new Positions(new int[] {0}, new int[] {0});

    private final int[] start;
    private final int[] sequence;

    private Positions(int[] start, int[] sequence) {
        this.start = start;
        this.sequence = sequence;
    }

    /** The positions of memories of given lengths, for examples as they stand in a layout. */
    static Positions of(RowLayout layout, Prepared.Lengths lengths) {
        int[] start = new int[layout.examples() + 1];
        for (int i = 0; i < layout.examples(); i++) start[i + 1] = start[i] + lengths.of()[layout.example(i)];
        int[] sequence = new int[layout.rows() + 1];
        for (int row = 0; row < layout.rows(); row++) {
            int i = layout.sortedExample(row);
            sequence[row + 1] = Math.addExact(sequence[row], start[i + 1] - start[i]);
        }
        return new Positions(start, sequence);
    }

    /** The first row of an example. */
    int start(int example) {
        return start[example];
    }

    /** How many positions an example has. */
    int length(int example) {
        return start[example + 1] - start[example];
    }

    /** The rows of all examples. */
    int rows() {
        return start[start.length - 1];
    }

    /** The first row, over all steps, of what has a row of its own for every step and example. */
    int sequence(int row) {
        return sequence[row];
    }

    /** The rows of all examples at all of their steps. */
    int sequenceRows() {
        return sequence[sequence.length - 1];
    }
}
