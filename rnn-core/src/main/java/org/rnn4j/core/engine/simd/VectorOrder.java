package org.rnn4j.core.engine.simd;

import org.rnn4j.core.kernel.Kernels;
import org.rnn4j.core.kernel.PanelLayout;
import org.rnn4j.core.plan.Slot.Rows;

/**
 * Moves vectors, one row for each example, between the order in which vectors stand and that of a layout.
 *
 * <p>Vectors are sorted as the network's input is; sequences of other lengths are sorted in another way.
 */
final class VectorOrder {
    private VectorOrder() {}

    /** Copies the vectors of the longest examples to rows in the order of a layout. */
    static void toSorted(View vectors, View to, int toRow, int count, RowLayout layout) {
        if (layout.isInVectorOrder()) {
            PanelCopies.copyRows(vectors, 0, to, toRow, count);
            return;
        }
        for (int i = 0; i < count; i++) PanelCopies.copyRows(vectors, layout.vectorRow(i), to, toRow + i, 1);
    }

    /** Copies one row for each example, in the order of a layout, to vectors. */
    static void fromSorted(View from, View vectors, RowLayout layout) {
        for (int i = 0; i < layout.examples(); i++) PanelCopies.copyRows(from, i, vectors, layout.vectorRow(i), 1);
    }

    /** One row for each example, in the order of a layout, as vectors: the same view if that is their order. */
    static View fromSorted(View from, RowLayout layout) {
        if (layout.isInVectorOrder()) return from;
        View vectors = new View(from.size);
        Arena arena = new Arena();
        arena.clear();
        arena.place(vectors, Rows.SEQUENCE, PanelLayout.panels(from.size), layout.examples());
        arena.fill();
        fromSorted(from, vectors, layout);
        return vectors;
    }

    /** Adds rows in the order of a layout to the vectors of its longest examples. */
    static void addFromSorted(View from, int fromRow, int count, View vectors, RowLayout layout, Kernels kernels) {
        if (layout.isInVectorOrder()) {
            SequenceWork.add(from, fromRow, vectors, 0, count, kernels);
            return;
        }
        for (int i = 0; i < count; i++) {
            SequenceWork.add(from, fromRow + i, vectors, layout.vectorRow(i), 1, kernels);
        }
    }

    /** Adds vectors to one row for each example in the order of a layout. */
    static void addToSorted(View vectors, View to, RowLayout layout, Kernels kernels) {
        if (layout.isInVectorOrder()) {
            SequenceWork.add(vectors, 0, to, 0, layout.examples(), kernels);
            return;
        }
        for (int i = 0; i < layout.examples(); i++) SequenceWork.add(vectors, layout.vectorRow(i), to, i, 1, kernels);
    }
}
