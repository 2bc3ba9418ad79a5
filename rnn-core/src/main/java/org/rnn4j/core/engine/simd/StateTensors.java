package org.rnn4j.core.engine.simd;

import java.util.Arrays;
import org.rnn4j.core.engine.Tensor;

/**
 * Moves states between tensors and the rows in which a scan carries them: [B, size], or [S, B, size] where a state has a row
 * at every position of a memory.
 */
final class StateTensors {
    private StateTensors() {}

    /** How many rows a state has. */
    static int rows(View state, RowLayout layout) {
        return state.positions == Positions.NONE ? layout.examples() : state.positions.rows();
    }

    /** Sets all elements of a state, as early work where the layout has parts. */
    static void fill(View state, RowLayout layout, float number, EarlyWork early) {
        if (layout.parts() > 1 && state.positions == Positions.NONE) {
            early.add(layout, (part, worker) -> fillPart(state, layout, number, part));
        } else {
            fill(state, layout, number);
        }
    }

    private static void fillPart(View state, RowLayout layout, float number, int part) {
        int low = layout.low(part);
        SequenceWork.fill(state, state.row(low, low), layout.high(part) - low, number);
    }

    /** Sets all elements of a state. */
    static void fill(View state, RowLayout layout, float number) {
        if (state.positions != Positions.NONE) {
            SequenceWork.fill(state, state.positions.rows(), number);
            return;
        }
        for (int p = 0; p < layout.parts(); p++) fillPart(state, layout, number, p);
    }

    /** Where one of a state's {@link #rows} stands. */
    static int row(View state, int index) {
        return state.positions == Positions.NONE ? state.row(index, index) : index;
    }

    /** Reads a state. */
    static void read(Tensor tensor, RowLayout layout, View state) {
        if (state.positions == Positions.NONE) {
            Transfer.readVectors(tensor, layout, state);
            return;
        }
        float[] source = tensor.floats();
        for (int i = 0; i < layout.examples(); i++) {
            for (int s = 0; s < state.positions.length(i); s++) {
                int place = s * layout.examples() + layout.example(i);
                Transfer.readRow(source, place * state.size, state, state.positions.start(i) + s);
            }
        }
    }

    /**
     * A state as a tensor.
     *
     * @param positions S; not looked at where a state has none
     */
    static Tensor write(View state, RowLayout layout, int positions) {
        if (state.positions == Positions.NONE) return Transfer.writeVectors(state, layout);
        float[] target = new float[positions * layout.examples() * state.size];
        write(state, layout, target);
        return Tensor.of(target, positions, layout.examples(), state.size);
    }

    /** Copies a state to the numbers of a tensor, zeros past the lengths of memories. */
    static void write(View state, RowLayout layout, float[] target) {
        if (state.positions == Positions.NONE) {
            Transfer.writeVectors(state, layout, target);
            return;
        }
        Arrays.fill(target, 0);
        for (int i = 0; i < layout.examples(); i++) {
            for (int s = 0; s < state.positions.length(i); s++) {
                int place = s * layout.examples() + layout.example(i);
                Transfer.writeRow(state, state.positions.start(i) + s, target, place * state.size);
            }
        }
    }
}
