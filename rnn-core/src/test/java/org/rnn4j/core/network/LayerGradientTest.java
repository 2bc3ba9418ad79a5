package org.rnn4j.core.network;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rnn4j.api.expr.Operations.concat;
import static org.rnn4j.api.expr.Operations.dot;
import static org.rnn4j.api.expr.Operations.logSoftmax;
import static org.rnn4j.api.expr.Operations.matmul;
import static org.rnn4j.api.expr.Operations.square;
import static org.rnn4j.api.expr.Operations.sum;
import static org.rnn4j.api.expr.Operations.tanh;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rnn4j.api.Flow;
import org.rnn4j.api.Layer;
import org.rnn4j.api.Loss;
import org.rnn4j.api.Sequence;
import org.rnn4j.api.Step;
import org.rnn4j.api.expr.Node;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.Precision;
import org.rnn4j.core.engine.Tensor;

class LayerGradientTest {
    private static final int INPUT = 3;
    private static final int[] LENGTHS = {2, 0, 4, 1};
    private static final int STEPS = 5;

    private static final Loss SQUARES = (prediction, target) -> sum(square(prediction.minus(target)));

    private static final Loss CLASSES = new Loss() {
        @Override
        public Node loss(Node prediction, Node target) {
            return dot(target, logSoftmax(prediction)).negate();
        }

        @Override
        public Target target() {
            return Target.CLASS;
        }
    };

    /** Layers that together use every word of {@link Flow}. */
    static Map<String, Layer> layers() {
        Map<String, Layer> layers = new LinkedHashMap<>();
        layers.put("mean", (flow, x) -> flow.mean(cell(flow, "a", x)));
        layers.put("maximum", (flow, x) -> flow.maximum(cell(flow, "a", x)));
        layers.put("maximumOfReversed", (flow, x) -> flow.maximum(cell(flow, "a", flow.reverse(x))));
        layers.put("lastOfInput", (flow, x) -> flow.last(x));
        layers.put("lastOfReversed", (flow, x) -> flow.last(cell(flow, "a", flow.reverse(x))));
        layers.put("reversedOutput", (flow, x) -> cell(flow, "a", flow.reverse(x)));
        layers.put("ownReversalBeside", (flow, x) -> cell(flow, "a", flow.concat(x, flow.reverse(x))));
        layers.put("reversedBesideOwn", (flow, x) -> flow.reverse(cell(flow, "a", flow.plus(flow.reverse(x), x))));
        layers.put("bothDirections", LayerGradientTest::bothDirections);
        layers.put("finalState", LayerGradientTest::finalState);
        layers.put("encoderAndDecoder", LayerGradientTest::encoderAndDecoder);
        layers.put("vectorAtEveryStep", LayerGradientTest::vectorAtEveryStep);
        layers.put("mapOfVectors", LayerGradientTest::mapOfVectors);
        layers.put("sideInputs", LayerGradientTest::sideInputs);
        layers.put("readTwice", (flow, x) -> flow.times(flow.average(x, x), cell(flow, "a", x)));
        return layers;
    }

    private static Sequence cell(Flow flow, String name, Sequence x) {
        return scan(flow, name, Map.of(), x).output();
    }

    private static Flow.Scan scan(Flow flow, String name, Map<String, Sequence> initial, Sequence... inputs) {
        return flow.scan(name, t -> equations(t), initial, List.of(inputs));
    }

    private static void equations(Step t) {
        Node h = t.previous("h", INPUT);
        Node read = t.input(0);
        if (t.inputs() > 1) read = concat(read, t.input(1)).named("both");
        t.next("h", tanh(t.affine("h", INPUT, read, h)));
        t.output(t.next("h"));
    }

    private static Sequence bothDirections(Flow flow, Sequence x) {
        Sequence ahead = cell(flow, "forward", x);
        Sequence back = flow.reverse(cell(flow, "backward", flow.reverse(x)));
        return cell(flow, "above", flow.concat(ahead, back));
    }

    private static Sequence finalState(Flow flow, Sequence x) {
        Flow.Scan first = scan(flow, "a", Map.of(), x);
        Flow.Scan second = scan(flow, "b", Map.of(), flow.reverse(first.output()));
        return flow.concat(first.finalState("h"), second.finalState("h"));
    }

    private static Sequence encoderAndDecoder(Flow flow, Sequence x) {
        Sequence meaning = scan(flow, "encoder", Map.of(), x).finalState("h");
        return scan(flow, "decoder", Map.of("h", meaning), x).output();
    }

    private static Sequence vectorAtEveryStep(Flow flow, Sequence x) {
        Sequence meaning = flow.mean(x);
        Sequence ahead = scan(flow, "a", Map.of(), x, meaning).output();
        return flow.plus(ahead, flow.repeat(meaning, x));
    }

    private static Sequence mapOfVectors(Flow flow, Sequence x) {
        Sequence last = flow.last(x);
        return flow.map(
                List.of(last, flow.mean(x)).get(0),
                t -> t.output(tanh(t.affine("y", 2, t.input()).plus(matmul(t.matrix("V", 2, INPUT), t.input())))));
    }

    private static Sequence sideInputs(Flow flow, Sequence x) {
        Sequence back = flow.reverse(flow.scan(LayerGradientTest::withSide, flow.reverse(x)));
        return flow.map(back, t -> t.output(t.input().times(t.side("gap", 1))));
    }

    private static void withSide(Step t) {
        Node h = t.previous("h", 2);
        Node gap = t.side("gap", 1);
        t.next("h", tanh(t.affine("h", 2, t.input(), h)).times(gap));
        t.output(t.next("h"));
    }

    static Stream<String> names() {
        return layers().keySet().stream();
    }

    private static Network network(String name) {
        return Network.builder()
                .vectorInput(INPUT)
                .layer(layers().get(name))
                .precision(Precision.FLOAT64)
                .seed(3)
                .build();
    }

    private static Batch batch() {
        return TestBatches.vectors(STEPS, INPUT, LENGTHS)
                .withSide("gap", TestBatches.tensor("gap", STEPS, LENGTHS.length, 1));
    }

    @ParameterizedTest
    @MethodSource("names")
    void gradientMatchesFiniteDifferences(String name) {
        Network network = network(name);
        assertSmallErrors(GradientCheck.of(network, batch()).run(), network);
        GradientCheck withStates =
                GradientCheck.of(network, batch()).withInitial(TestBatches.states(network, LENGTHS.length));
        assertSmallErrors(withStates.run(), network);
    }

    @ParameterizedTest
    @MethodSource("names")
    void gradientOfLossMatchesFiniteDifferences(String name) {
        Network network = network(name);
        int size = network.outputSize();
        int[] shape =
                network.outputHasTime() ? new int[] {STEPS, LENGTHS.length, size} : new int[] {LENGTHS.length, size};
        Batch batch = batch().withTarget(TestBatches.tensor("target", shape));
        assertSmallErrors(GradientCheck.of(network, batch).withLoss(SQUARES).run(), network);
    }

    @Test
    void gradientOfMaskedLossOfClassesMatchesFiniteDifferences() {
        Network network = network("bothDirections");
        int places = STEPS * LENGTHS.length;
        int[] targets = new int[places];
        double[] mask = new double[places];
        for (int k = 0; k < places; k++) {
            mask[k] = k % 3 == 1 ? 0 : 1;
            boolean counts = mask[k] != 0 && k / LENGTHS.length < LENGTHS[k % LENGTHS.length];
            targets[k] = counts ? k % INPUT : -100;
        }
        Batch batch = batch().withTarget(Tensor.ofIds(targets, STEPS, LENGTHS.length))
                .withTargetMask(Tensor.of(mask, STEPS, LENGTHS.length));
        assertSmallErrors(GradientCheck.of(network, batch).withLoss(CLASSES).run(), network);
    }

    private static void assertSmallErrors(GradientReport report, Network network) {
        assertTrue(report.worstError() <= Tolerances.GRADIENT, () -> report + network.describePlan());
    }
}
