package org.rnn4j.core.engine.simd;

import java.util.ArrayList;
import java.util.List;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.RnnException;
import org.rnn4j.core.kernel.PanelLayout;
import org.rnn4j.core.plan.Slot.Rows;

/**
 * One array in which all values of a run stand; used again from batch to batch, and larger if a batch needs it.
 *
 * <p>First all views are placed, then {@link #fill} gives them their array. What lasts for the whole run is placed first;
 * stages then share the rest, each from the same {@link #mark} on.
 */
final class Arena {
    private float[] array = new float[0];
    private final List<View> placed = new ArrayList<>();
    private long used;
    private long most;

    /** Begins a new layout. */
    void clear() {
        placed.clear();
        used = PanelLayout.ALIGNED_OFFSET;
        most = used;
    }

    /** Places a view of some panels. */
    void place(View view, Rows rows, int panels, int rowCapacity) {
        int capacity = Math.max(1, rowCapacity);
        view.rows = rows;
        long length = (long) panels * capacity * PanelLayout.WIDTH;
        if (used + length > Integer.MAX_VALUE - PanelLayout.WIDTH) {
            throw new RnnException(ErrorMessage.of("The batch needs more than 8 GB of activations")
                    .fix("use a smaller batch, or shorter sequences")
                    .toString());
        }
        view.panels.set(array, (int) used, capacity);
        placed.add(view);
        used += length;
        most = Math.max(most, used);
    }

    /** Where the next view will stand. */
    long mark() {
        return used;
    }

    /** Lets the next view stand where it would have stood at a mark. */
    void release(long mark) {
        used = mark;
    }

    /** Gives every placed view the array; with some room to spare if batches turn out to differ in size. */
    void fill() {
        long length = array.length == 0 ? most : most + most / 8;
        if (most > array.length) array = new float[(int) Math.min(Integer.MAX_VALUE - 8, length)];
        placed.forEach(v -> v.panels.array = array);
    }

    /** The size of the array in bytes. */
    long bytes() {
        return 4L * array.length;
    }
}
