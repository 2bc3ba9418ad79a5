package org.rnn4j.core.engine.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rnn4j.core.engine.Tensor;
import org.rnn4j.core.trace.SequenceGraph;
import org.rnn4j.core.trace.SequenceGraph.Value;
import org.rnn4j.core.trace.StepGraph;

/**
 * A state of all examples while a scan carries it: a row for each, or one for every position of its memory. Zero past the
 * lengths of memories. Owned by one run.
 */
final class Carried {
    private final Value like;
    private final Numbers numbers;
    private final Lengths examples;
    private final Optional<Lengths> positions;

    private Carried(StepGraph.State state, Lengths examples, Optional<Lengths> positions) {
        this.like =
                new Value(0, state.size(), positions.isPresent() ? state.axis() : SequenceGraph.NO_TIME, false, false);
        this.numbers = Numbers.zeros(like, positions.orElse(examples));
        this.examples = examples;
        this.positions = positions;
    }

    /** A state of zeros. */
    static Carried zeros(StepGraph.State state, Forward run, Lengths examples) {
        Optional<Lengths> positions = state.hasPositions() ? Optional.of(run.lengths(state.axis())) : Optional.empty();
        return new Carried(state, examples, positions);
    }

    /** The rows of some examples; of one with positions, those of the first example, then of the next. */
    Rows get(int[] some) {
        if (positions.isEmpty()) return numbers.get(0, some);
        return rows(numbers, like.size(), positions.get(), some);
    }

    /** Sets the rows of some examples. */
    void put(int[] some, Rows rows) {
        if (positions.isEmpty()) {
            numbers.put(0, some, rows);
            return;
        }
        int row = 0;
        for (int b : some) {
            for (int s = 0; s < positions.get().of()[b]; s++, row++) numbers.put(s, new int[] {b}, row(rows, row));
        }
    }

    /** Sets all rows to one. */
    void fill(double[] row) {
        int[] all = examples.all();
        put(all, Rows.repeated(row, get(all).count()));
    }

    /** Sets all rows to those of a tensor. */
    void read(Tensor tensor) {
        Numbers given = Numbers.read(tensor, like, positions.orElse(examples));
        int[] all = examples.all();
        put(all, positions.isEmpty() ? given.get(0, all) : rows(given, like.size(), positions.get(), all));
    }

    /** Adds the numbers of a tensor. */
    void add(Tensor tensor) {
        numbers.add(Numbers.read(tensor, like, positions.orElse(examples)), examples.batchSize());
    }

    /** The numbers, [B, size], of a state without positions. */
    Numbers numbers() {
        return numbers;
    }

    /** A copy as a tensor: [B, size], or [S, B, size]. */
    Tensor tensor() {
        return numbers.tensor(examples.batchSize());
    }

    /** The rows at every position of some examples, one example after the other. */
    static Rows rows(Numbers numbers, int size, Lengths positions, int[] some) {
        List<double[]> rows = new ArrayList<>();
        for (int b : some) {
            int[] example = {b};
            for (int s = 0; s < positions.of()[b]; s++) {
                rows.add(numbers.get(s, example).numbers().getRow(0));
            }
        }
        return Segments.rows(rows.toArray(new double[0][]), size);
    }

    private static Rows row(Rows rows, int index) {
        return Rows.of(new double[][] {rows.numbers().getRow(index)});
    }
}
