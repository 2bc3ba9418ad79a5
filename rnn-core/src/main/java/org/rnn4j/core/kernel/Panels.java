package org.rnn4j.core.kernel;

/**
 * Where a value in {@link PanelLayout} stands: array, offset of the first row that is meant, row capacity.
 *
 * <p>Mutable, so that a time loop can move one view from step to step without allocating; it belongs to the thread that
 * moves it.
 */
public final class Panels {
    /** The storage. */
    public float[] array;
    /** The place of row 0, column 0. */
    public int offset;
    /** Rows from one panel to the next. */
    public int rowCapacity;

    /** Creates a view of nothing, to be placed later. */
    public Panels() {
        this(new float[0], 0, 0);
    }

    /** Creates a view. */
    public Panels(float[] array, int offset, int rowCapacity) {
        this.array = array;
        this.offset = offset;
        this.rowCapacity = rowCapacity;
    }

    /** Moves this view; returns it. */
    public Panels set(float[] array, int offset, int rowCapacity) {
        this.array = array;
        this.offset = offset;
        this.rowCapacity = rowCapacity;
        return this;
    }

    /** Moves this view within its array; returns it. */
    public Panels at(int offset) {
        this.offset = offset;
        return this;
    }

    /** Returns the number of floats from one panel to the next. */
    public int panelStride() {
        return rowCapacity * PanelLayout.WIDTH;
    }

    /** Returns the place of row 0 of a panel in the array. */
    public int panel(int panel) {
        return offset + panel * panelStride();
    }

    /** Returns the place of an element in the array. */
    public int index(int row, int column) {
        return offset + PanelLayout.index(row, column, rowCapacity);
    }
}
