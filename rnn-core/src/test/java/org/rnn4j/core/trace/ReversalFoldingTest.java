package org.rnn4j.core.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.rnn4j.api.expr.Operations.tanh;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.rnn4j.api.Cell;
import org.rnn4j.api.Flow;
import org.rnn4j.api.Layer;
import org.rnn4j.api.Sequence;
import org.rnn4j.core.trace.SequenceGraph.Pool;
import org.rnn4j.core.trace.SequenceGraph.Repeat;
import org.rnn4j.core.trace.SequenceGraph.Reverse;
import org.rnn4j.core.trace.SequenceGraph.Scan;
import org.rnn4j.core.trace.SequenceGraph.Stage;

/** A scan of reversed steps runs backward, and a reversal is left only where two orders meet. */
final class ReversalFoldingTest {
    private static final Cell CELL = t -> {
        t.next("h", tanh(t.affine("h", 2, t.input(), t.previous("h", 2))));
        t.output(t.next("h"));
    };

    private static final Cell GAPS = t -> {
        t.next("h", tanh(t.affine("h", 2, t.input(), t.previous("h", 2), t.side("gap", 1))));
        t.output(t.next("h"));
    };

    private static Sequence run(Flow flow, String name, Sequence x) {
        return flow.scan(name, CELL, Map.of(), List.of(x)).output();
    }

    /** The stages in short: values by their order of appearance. */
    private static String folded(Layer layer) {
        SequenceGraph graph = FlowTracer.trace(Map.of("layers.0", layer), 2, false);
        String stages = graph.stages().stream().map(ReversalFoldingTest::text).collect(Collectors.joining("; "));
        return stages + " -> s" + graph.output().id();
    }

    private static String text(Stage stage) {
        String reads = stage.reads().stream().map(v -> "s" + v.id()).collect(Collectors.joining(" "));
        String word = "";
        if (stage instanceof Scan scan) word = !scan.isRecurrent() ? "map" : scan.backward() ? "backward" : "forward";
        if (stage instanceof Pool pool) word = pool.kind().name();
        if (stage instanceof Reverse) word = "reverse";
        if (stage instanceof Repeat) word = "repeat";
        return "s" + stage.makes().get(0).id() + " = " + word + " " + reads;
    }

    @Test
    void twoReversalsVanish() {
        assertEquals("s4 = forward s0 -> s4", folded((flow, x) -> run(flow, "a", flow.reverse(flow.reverse(x)))));
    }

    @Test
    void aScanBetweenReversalsRunsBackward() {
        assertEquals("s3 = backward s0 -> s3", folded((flow, x) -> flow.reverse(run(flow, "a", flow.reverse(x)))));
    }

    @Test
    void aReversedOutputIsReversedAtTheEnd() {
        assertEquals("s2 = forward s0; s4 = reverse s2 -> s4", folded((flow, x) -> flow.reverse(run(flow, "a", x))));
    }

    @Test
    void aMapOfReversedStepsHasNoDirection() {
        assertEquals(
                "s2 = map s0 -> s2",
                folded((flow, x) -> flow.reverse(flow.map(flow.reverse(x), t -> t.output(tanh(t.input()))))));
    }

    @Test
    void theLastReversedStepIsTheFirst() {
        assertEquals("s2 = FIRST s0 -> s2", folded((flow, x) -> flow.last(flow.reverse(x))));
        assertEquals("s2 = MEAN s0 -> s2", folded((flow, x) -> flow.mean(flow.reverse(x))));
    }

    @Test
    void bothDirectionsMeetInOneOrder() {
        assertEquals("s2 = forward s0; s5 = backward s0; s7 = map s2 s5 -> s7", folded((flow, x) -> {
            Sequence ahead = run(flow, "ahead", x);
            Sequence back = flow.reverse(run(flow, "back", flow.reverse(x)));
            return flow.concat(ahead, back);
        }));
    }

    @Test
    void aStackInsideADirectionRunsBackwardAsAWhole() {
        assertEquals(
                "s3 = backward s0; s5 = backward s3 -> s5",
                folded((flow, x) -> flow.reverse(run(flow, "upper", run(flow, "lower", flow.reverse(x))))));
    }

    @Test
    void whereTwoOrdersMeetOneIsTurned() {
        assertEquals("s3 = reverse s0; s4 = map s0 s3 -> s4", folded((flow, x) -> flow.concat(x, flow.reverse(x))));
        assertEquals(
                "s2 = reverse s0; s4 = map s0 s2; s5 = reverse s4 -> s5",
                folded((flow, x) -> flow.concat(flow.reverse(x), x)));
    }

    @Test
    void finalStatesOfABackwardScanHaveReadTheFirstStep() {
        SequenceGraph graph = FlowTracer.trace(
                Map.of(
                        "layers.0",
                        (flow, x) -> flow.scan("a", CELL, Map.of(), List.of(flow.reverse(x)))
                                .finalState("h")),
                2,
                false);
        Scan scan = graph.scans().get(0);
        assertEquals(true, scan.backward());
        assertEquals(graph.output(), scan.finalStates().get("h"));
    }

    @Test
    void sideInputsAreReadInTheOrderOfTheScan() {
        SequenceGraph graph = FlowTracer.trace(
                Map.of("layers.0", (flow, x) -> flow.reverse(flow.scan(GAPS, flow.reverse(x)))), 2, false);
        Scan scan = graph.scans().get(0);
        assertEquals(true, scan.backward());
        assertEquals(List.of(graph.input(), graph.sides().get("gap")), scan.inputs());
        assertEquals(1, graph.stages().size());
    }

    @Test
    void vectorsHaveNoOrder() {
        assertEquals("s2 = FIRST s0; s3 = repeat s2; s5 = backward s0 s3 -> s5", folded((flow, x) -> {
            Sequence turned = flow.reverse(x);
            Cell two = t -> {
                t.next("h", tanh(t.affine("h", 2, t.input(0), t.input(1), t.previous("h", 2))));
                t.output(t.next("h"));
            };
            return flow.reverse(flow.scan("a", two, Map.of(), List.of(turned, flow.last(turned)))
                    .output());
        }));
    }

    @Test
    void whatNobodyReadsIsNotRun() {
        assertEquals("s4 = forward s0 -> s4", folded((flow, x) -> {
            run(flow, "unused", x);
            return run(flow, "used", x);
        }));
    }
}
