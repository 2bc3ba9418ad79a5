package org.rnn4j.core.engine.simd;

import org.rnn4j.core.kernel.PanelLayout;
import org.rnn4j.core.kernel.Panels;
import org.rnn4j.core.plan.Slot.Rows;

/** Where a value stands in a run, and which row belongs to a step. Placed anew for every batch. */
final class View {
    /** The array, the place of row 0 of panel 0, the rows from panel to panel. */
    final Panels panels = new Panels();

    /** How rows count. */
    Rows rows = Rows.SEQUENCE;

    /** Rows for the positions of a memory, if it has some. */
    Positions positions = Positions.NONE;

    private static final CurrentLayout NOTHING = new CurrentLayout();

    /** The examples' parts, where each has a region of its own; see {@link #cut}. */
    private CurrentLayout parts = NOTHING;

    /** Rows from the region of a part to the next. */
    private int partStride;

    /** The time steps that take turns, where each finds the rows of a step untouched by the next; see {@link #takeTurns}. */
    private CurrentLayout turns = NOTHING;

    /** Rows from the region of even steps to that of odd ones. */
    private int turnStride;

    /** Elements of the value. */
    final int size;

    View(int size) {
        this.size = size;
    }

    /** Points to where another view does, at some panels from it. */
    void alias(View other, int panel) {
        alias(other, panel, 0);
    }

    /** Points to where another view does, at some panels and rows from it. */
    void alias(View other, int panel, int row) {
        int offset = other.panels.offset + panel * other.panels.panelStride() + row * PanelLayout.WIDTH;
        panels.set(other.panels.array, offset, other.panels.rowCapacity);
        rows = other.rows;
        positions = other.positions;
        parts = other.parts;
        partStride = other.partStride;
        turns = other.turns;
        turnStride = other.turnStride;
    }

    /** Gives all rows one region. */
    void whole() {
        parts = NOTHING;
        partStride = 0;
        turns = NOTHING;
        turnStride = 0;
    }

    /**
     * Gives the rows of each part of a layout's examples, one for each example, a region of their own.
     *
     * @param stride rows from region to region, as if they stood in one panel
     */
    void cut(CurrentLayout layout, int stride) {
        parts = layout;
        partStride = stride;
    }

    /**
     * Gives the rows of even and of odd time steps of a layout a region of their own.
     *
     * @param stride rows from region to region, as if they stood in one panel
     */
    void takeTurns(CurrentLayout layout, int stride) {
        turns = layout;
        turnStride = stride;
    }

    /** True if a time step has other rows than the next. */
    boolean takesTurns() {
        return turnStride > 0;
    }

    /** True if the rows of several examples may not stand together. */
    boolean isCut() {
        return partStride > 0;
    }

    /** The row that belongs to a step: of a sequence, of a step, or the only one. */
    int row(int sequenceRow, int stepRow) {
        if (positions != Positions.NONE) {
            return rows == Rows.SEQUENCE ? positions.sequence(sequenceRow) : positions.start(stepRow);
        }
        return switch (rows) {
            case SEQUENCE -> sequenceRow;
            case STEP -> isCut() ? rowOfPart(parts.now.part(stepRow), stepRow) : stepRow + turn(sequenceRow);
            case ONE -> 0;
        };
    }

    private int turn(int sequenceRow) {
        return takesTurns() && turns.now.time(sequenceRow) % 2 == 1 ? turnStride : 0;
    }

    private int rowOfPart(int part, int stepRow) {
        return part * partStride + stepRow - parts.now.low(part);
    }

    /** How many rows belong to some examples, from one of them on. */
    int count(int stepRow, int examples) {
        if (positions == Positions.NONE) return examples;
        return positions.start(stepRow + examples) - positions.start(stepRow);
    }

    /** The place of a row of a panel; a value of size 1 stands for every panel. */
    int at(int panel, int row) {
        int p = size == 1 ? 0 : panel;
        return panels.offset + (p * panels.rowCapacity + row) * PanelLayout.WIDTH;
    }
}
