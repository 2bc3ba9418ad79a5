package org.rnn4j.core.engine.reference;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rnn4j.api.expr.Node;
import org.rnn4j.api.expr.Operation;
import org.rnn4j.api.expr.Source;
import org.rnn4j.core.trace.SequenceGraph.Scan;
import org.rnn4j.core.trace.SequenceGraph.Value;

/** The memories that a scan's cell looks at, and the rows of them that belong to some examples. */
final class Memories {
    private final Forward run;
    private final Map<String, Lengths> lengths = new LinkedHashMap<>();

    Memories(Forward run, Scan scan) {
        this.run = run;
        List<Node> inputs = scan.graph().inputs();
        for (int k = 0; k < inputs.size(); k++) {
            if (isMemory(inputs.get(k))) {
                Value value = scan.inputs().get(k);
                lengths.put(value.time(), run.lengths(value));
            }
        }
    }

    static boolean isMemory(Node node) {
        return node.operation() == Operation.SOURCE && node.detail(Source.class).kind() == Source.Kind.MEMORY;
    }

    /** The lengths of the memories of some examples, by axis. */
    Map<String, int[]> of(int[] examples) {
        Map<String, int[]> all = new LinkedHashMap<>();
        lengths.forEach((axis, each) ->
                all.put(axis, Arrays.stream(examples).map(b -> each.of()[b]).toArray()));
        return all;
    }

    /** The rows of a memory that belong to some examples, one example after the other. */
    Rows rows(Value memory, int[] examples) {
        return Carried.rows(run.of(memory), memory.size(), run.lengths(memory), examples);
    }

    /** Adds rows, one example after the other, to numbers of a memory. */
    void add(Value memory, int[] examples, Rows rows, Numbers sum) {
        int row = 0;
        for (int b : examples) {
            int[] example = {b};
            for (int s = 0; s < run.lengths(memory).of()[b]; s++, row++) {
                sum.add(s, example, Rows.of(new double[][] {rows.numbers().getRow(row)}));
            }
        }
    }
}
