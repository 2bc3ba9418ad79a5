package org.rnn4j.core.engine;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.rnn4j.core.trace.SequenceGraph;
import org.rnn4j.core.trace.SequenceGraph.Scan;
import org.rnn4j.core.trace.StepGraph;

/**
 * The shapes of a network's states: [B, size], or [S, B, size] where a state has a value at every position of a memory, S
 * being the positions that fit.
 */
public final class StateShapes {
    private StateShapes() {}

    /** The shapes of all states, by full name, for a batch whose sources are in it or have been read already. */
    public static Map<String, int[]> of(SequenceGraph graph, Batch batch, Prepared prepared) {
        return of(graph.scans(), batch.batchSize(), axis -> positions(axis, batch, prepared));
    }

    /** The shapes of the states of some scans, for sources that have been read already. */
    public static Map<String, int[]> of(List<Scan> scans, int batchSize, Prepared prepared) {
        return of(scans, batchSize, axis -> positions(axis, prepared));
    }

    private static Map<String, int[]> of(List<Scan> scans, int batchSize, ToIntFunction<String> positions) {
        Map<String, int[]> shapes = new LinkedHashMap<>();
        for (Scan scan : scans) {
            for (StepGraph.State state : scan.graph().states()) {
                int[] shape = state.hasPositions()
                        ? new int[] {positions.applyAsInt(state.axis()), batchSize, state.size()}
                        : new int[] {batchSize, state.size()};
                shapes.put(scan.graph().name() + "." + state.name(), shape);
            }
        }
        return Collections.unmodifiableMap(shapes);
    }

    private static int positions(String axis, Batch batch, Prepared prepared) {
        if (axis.equals(SequenceGraph.TIME)) return batch.timeSteps();
        Batch.Source source = batch.sources().get(axis);
        return prepared.isEmpty() && source != null ? source.tensor().extent(0) : positions(axis, prepared);
    }

    private static int positions(String axis, Prepared prepared) {
        Prepared.Lengths lengths = prepared.lengths().get(axis);
        return lengths == null ? 0 : lengths.timeSteps();
    }
}
