package org.rnn4j.core.engine.simd;

import java.util.Locale;
import java.util.stream.Collectors;
import org.rnn4j.core.trace.SequenceGraph.Pool;
import org.rnn4j.core.trace.SequenceGraph.Repeat;
import org.rnn4j.core.trace.SequenceGraph.Reverse;
import org.rnn4j.core.trace.SequenceGraph.Scan;
import org.rnn4j.core.trace.SequenceGraph.Stage;

/** The headings of a network's printed plan. */
final class StageText {
    private StageText() {}

    static String heading(Stage stage) {
        String reads = stage.reads().stream().map(Object::toString).collect(Collectors.joining(", "));
        String makes = stage.makes().get(0).toString();
        return "══ " + makes + " = " + word(stage) + "(" + reads + ")\n";
    }

    private static String word(Stage stage) {
        if (stage instanceof Scan scan) {
            String name =
                    scan.graph().name().isEmpty() ? "" : " " + scan.graph().name();
            String direction = scan.backward() ? ", from the last step to the first" : "";
            return (scan.isRecurrent() ? "scan" : "map") + name + direction + " ";
        }
        if (stage instanceof Pool pool) return pool.kind().name().toLowerCase(Locale.ROOT);
        if (stage instanceof Reverse) return "reverse";
        if (stage instanceof Repeat) return "repeat";
        throw new AssertionError("unknown stage " + stage);
    }
}
