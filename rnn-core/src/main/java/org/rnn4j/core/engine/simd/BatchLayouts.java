package org.rnn4j.core.engine.simd;

import java.util.HashMap;
import java.util.Map;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.Prepared;
import org.rnn4j.core.trace.SequenceGraph;

/**
 * How the rows of a batch are laid out: those of its input, of vectors, and of what follows another time.
 *
 * <p>Belongs to one {@link NetworkRun}.
 */
final class BatchLayouts {
    private final Map<String, RowLayout> byTime = new HashMap<>();
    private RowLayout input = RowLayout.NONE;
    private RowLayout vectors = RowLayout.NONE;

    /** The rows of sequences that follow the input. */
    RowLayout input() {
        return input;
    }

    /** The rows of sequences that follow a time. */
    RowLayout of(String time) {
        RowLayout found = byTime.get(time);
        if (found == null) throw new AssertionError("no lengths of " + time);
        return found;
    }

    /** True if a batch, and its sources by their times, have the lengths at hand. */
    boolean areOf(Batch batch, Map<String, Prepared.Lengths> times) {
        if (!input.isOf(batch)) return false;
        if (times.isEmpty()) return true;
        for (Map.Entry<String, Prepared.Lengths> each : times.entrySet()) {
            RowLayout before = byTime.get(each.getKey());
            if (before == null || !before.isOf(each.getValue())) return false;
        }
        return true;
    }

    /**
     * Lays out a batch.
     *
     * @param times lengths of its sources, by their times
     * @param parts into how many parts to cut the examples, at most
     * @param mayStay false if everything is placed anew whatever the lengths
     * @return true if all that has its place may stay there: there is room, in as many parts
     */
    boolean layOut(Batch batch, Map<String, Prepared.Lengths> times, int parts, boolean mayStay) {
        RowLayout before = input;
        boolean stays = mayStay && times.isEmpty() && RowLayout.parts(batch.batchSize(), parts) == before.parts();
        RowLayout.Room least = stays ? before.room() : RowLayout.Room.NONE;
        input = RowLayout.ofSequences(batch.timeSteps(), batch.lengths(), parts, least);
        if (vectors.examples() != input.examples()) vectors = input.ofVectors(vectors.room());
        byTime.put(SequenceGraph.TIME, input);
        byTime.put(SequenceGraph.NO_TIME, vectors);
        times.forEach((name, each) -> byTime.put(name, input.ofOthers(each.timeSteps(), each.of(), parts)));
        return stays && input.room().equals(before.room());
    }
}
