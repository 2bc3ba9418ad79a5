package org.rnn4j.core.engine.simd;

import org.rnn4j.core.kernel.Kernels;

/**
 * Moves vectors, one row for each example, between the order in which vectors stand and that of a layout.
 *
 * <p>Vectors are sorted as the network's input is; sequences of other lengths are sorted in another way.
 */
final class VectorOrder {
    private VectorOrder() {}

    /** Copies the vectors of some of the sorted examples of a layout, from one on, to rows that stand together. */
    static void toSorted(View vectors, int first, int count, View to, int toRow, RowLayout layout) {
        if (layout.isInVectorOrder()) {
            PanelCopies.copyRows(vectors, first, to, toRow, count);
            return;
        }
        for (int i = 0; i < count; i++) PanelCopies.copyRows(vectors, layout.vectorRow(first + i), to, toRow + i, 1);
    }

    /** Copies a state, one row for each example in the order of a layout, to vectors. */
    static void fromSorted(View state, View vectors, RowLayout layout) {
        for (int i = 0; i < layout.examples(); i++) {
            PanelCopies.copyRows(state, state.row(i, i), vectors, layout.vectorRow(i), 1);
        }
    }

    /** Adds rows that stand together to the vectors of some of the sorted examples of a layout, from one on. */
    static void addFromSorted(
            View from, int fromRow, int first, int count, View vectors, RowLayout layout, Kernels kernels) {
        if (layout.isInVectorOrder()) {
            SequenceWork.add(from, fromRow, vectors, first, count, kernels);
            return;
        }
        for (int i = 0; i < count; i++) {
            SequenceWork.add(from, fromRow + i, vectors, layout.vectorRow(first + i), 1, kernels);
        }
    }

    /** Adds vectors to a state, one row for each example in the order of a layout. */
    static void addToSorted(View vectors, View state, RowLayout layout, Kernels kernels) {
        for (int i = 0; i < layout.examples(); i++) {
            SequenceWork.add(vectors, layout.vectorRow(i), state, state.row(i, i), 1, kernels);
        }
    }
}
