package org.rnn4j.core.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.rnn4j.api.Cell;
import org.rnn4j.api.CellDefinitionException;
import org.rnn4j.api.Layer;
import org.rnn4j.api.Sequence;
import org.rnn4j.api.ShapeException;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.Precision;
import org.rnn4j.core.engine.Tensor;
import org.rnn4j.core.io.SessionFile;

class LookaheadSessionTest {
    private static final int STEPS = 7;

    /** Both directions, side by side. */
    private static Layer both(Cell cell) {
        return (flow, x) -> {
            Sequence ahead = flow.scan("forward", cell, Map.of(), List.of(x)).output();
            Sequence back = flow.reverse(flow.scan("backward", cell, Map.of(), List.of(flow.reverse(x)))
                    .output());
            return flow.concat(ahead, back);
        };
    }

    private static Network network(Precision precision, Layer... layers) {
        NetworkBuilder builder =
                Network.builder().vectorInput(2).precision(precision).seed(4);
        for (Layer layer : layers) builder.layer(layer);
        return builder.build();
    }

    static Stream<Arguments> networks() {
        return Arrays.stream(Precision.values())
                .flatMap(precision -> Stream.of(
                        Arguments.of("both directions", network(precision, both(TestCells::lstm))),
                        Arguments.of(
                                "two layers of both directions",
                                network(precision, both(TestCells::lstm), both(TestCells::elman))),
                        Arguments.of(
                                "learned states",
                                network(precision, both(TestCells::learnedStates), both(TestCells::pieces))),
                        Arguments.of(
                                "forward above and below",
                                network(
                                        precision,
                                        (flow, x) -> flow.scan(TestCells::elman, x),
                                        both(TestCells::elman),
                                        (flow, x) -> flow.scan(TestCells::lstm, x))),
                        Arguments.of("forward only", network(precision, (flow, x) -> flow.scan(TestCells::lstm, x)))));
    }

    private static Tensor sequence(int examples) {
        return TestBatches.tensor("x", STEPS, examples, 2);
    }

    private static Tensor step(Tensor x, int t) {
        int row = x.extent(1) * x.extent(2);
        return Tensor.of(Arrays.copyOfRange(x.doubles(), t * row, (t + 1) * row), x.extent(1), x.extent(2));
    }

    /** All outputs, one after the other, when the sequence is at its end. */
    private static double[] run(LookaheadSession session, Tensor x) {
        List<Tensor> outputs = new ArrayList<>();
        for (int t = 0; t < x.extent(0); t++) session.step(step(x, t)).ifPresent(outputs::add);
        outputs.addAll(session.finish());
        assertEquals(x.extent(0), outputs.size());
        return outputs.stream().flatMapToDouble(y -> Arrays.stream(y.doubles())).toArray();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("networks")
    void reachingTheEndIsARunOverTheWhole(String name, Network network) {
        Tensor x = sequence(3);
        double[] whole = network.predict(Batch.of(x)).doubles();
        assertArrayEquals(whole, run(network.newLookahead(STEPS - 1, 3), x));
        assertArrayEquals(whole, run(network.newLookahead(50, 3), x));
    }

    /** Where the end is at most k steps away, given the states before, nothing is missing. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("networks")
    void aSequenceOfTheWindowsLengthIsARunOverTheWhole(String name, Network network) {
        Tensor x = Tensor.of(Arrays.copyOf(sequence(1).doubles(), 4 * 2), 4, 1, 2);
        LookaheadSession session = network.newLookahead(3);
        for (int again = 0; again < 2; again++) {
            assertArrayEquals(network.predict(Batch.of(x)).doubles(), run(session, x));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("networks")
    void outputsWaitForSoManySteps(String name, Network network) {
        Tensor x = sequence(1);
        LookaheadSession session = network.newLookahead(2);
        for (int t = 0; t < STEPS; t++) {
            assertEquals(t >= 2, session.step(step(x, t)).isPresent());
            assertEquals(Math.min(t + 1, 2), session.pending());
        }
        assertEquals(STEPS - 2, session.steps());
        assertEquals(2, session.finish().size());
        assertEquals(0, session.pending());
    }

    /** The definition, for one layer: forward over all that was, backward over the window alone. */
    @Test
    void theBackwardDirectionBeginsAtTheWindowsEnd() {
        Network network = network(Precision.FLOAT64, both(TestCells::elman));
        Tensor x = sequence(1);
        double[] whole = network.predict(Batch.of(x)).doubles();
        int k = 2;
        double[] outputs = run(network.newLookahead(k), x);
        for (int t = 0; t < STEPS; t++) {
            int end = Math.min(t + k, STEPS - 1);
            double[] window = Arrays.copyOfRange(x.doubles(), t * 2, (end + 1) * 2);
            double[] alone = network.predict(Batch.of(Tensor.of(window, end - t + 1, 1, 2)))
                    .doubles();
            double[] expected = new double[8];
            System.arraycopy(whole, t * 8, expected, 0, 4);
            System.arraycopy(alone, 4, expected, 4, 4);
            assertArrayEquals(expected, Arrays.copyOfRange(outputs, t * 8, (t + 1) * 8), 1e-15, "step " + t);
        }
    }

    @Test
    void withoutBackwardDirectionsItIsASession() {
        Network network = network(Precision.FLOAT32, (flow, x) -> flow.scan(TestCells::lstm, x));
        Tensor x = sequence(1);
        Session session = network.newSession();
        LookaheadSession lookahead = network.newLookahead(0);
        for (int t = 0; t < STEPS; t++) {
            assertArrayEquals(
                    session.step(step(x, t)).floats(),
                    lookahead.step(step(x, t)).orElseThrow().floats());
        }
    }

    @Test
    void sideInputsAndIndicesWaitAsWell() {
        Network network = Network.builder()
                .oneHotInput(5)
                .layer(both(t -> {
                    org.rnn4j.api.expr.Node h = t.previous("h", 3);
                    t.next(
                            "h",
                            org.rnn4j.api.expr.Operations.tanh(
                                    t.affine("h", 3, t.input(), h).times(t.side("gap", 1))));
                    t.output(t.next("h"));
                }))
                .build();
        int[] ids = {3, 1, 4, 1, 0};
        float[] gaps = {1, 2, 0.5f, 3, 1};
        double[] whole = network.predict(Batch.of(Tensor.ofIds(ids, 5, 1)).withSide("gap", Tensor.of(gaps, 5, 1, 1)))
                .doubles();
        LookaheadSession session = network.newLookahead(4);
        for (int t = 0; t < 3; t++) {
            session.step(Tensor.ofIds(new int[] {ids[t]}, 1), Map.of("gap", Tensor.of(new float[] {gaps[t]}, 1, 1)));
        }
        LookaheadSession continued =
                network.newLookahead(4).restore(SessionFile.fromBytes(SessionFile.toBytes(session.state())));
        List<Tensor> outputs = new ArrayList<>();
        for (int t = 3; t < 5; t++) {
            continued
                    .step(Tensor.ofIds(new int[] {ids[t]}, 1), Map.of("gap", Tensor.of(new float[] {gaps[t]}, 1, 1)))
                    .ifPresent(outputs::add);
        }
        outputs.addAll(continued.finish());
        assertArrayEquals(
                whole,
                outputs.stream()
                        .flatMapToDouble(y -> Arrays.stream(y.doubles()))
                        .toArray());
    }

    @Test
    void aStateContinuesBitForBit() {
        Network network = network(Precision.FLOAT32, both(TestCells::lstm), both(TestCells::elman));
        Tensor x = sequence(1);
        double[] expected = run(network.newLookahead(2), x);
        LookaheadSession session = network.newLookahead(2);
        List<Tensor> outputs = new ArrayList<>();
        for (int t = 0; t < STEPS; t++) {
            session.step(step(x, t)).ifPresent(outputs::add);
            session = network.newLookahead(2).restore(session.state());
        }
        outputs.addAll(session.finish());
        assertArrayEquals(
                expected,
                outputs.stream()
                        .flatMapToDouble(y -> Arrays.stream(y.doubles()))
                        .toArray());
    }

    @Test
    void whatCannotBeDoneIsRefused() {
        Network pooled = network(Precision.FLOAT32, (flow, x) -> flow.last(flow.scan(TestCells::lstm, x)));
        assertTrue(assertThrows(CellDefinitionException.class, () -> pooled.newLookahead(3))
                .getMessage()
                .contains("pooled"));
        Network network = network(Precision.FLOAT32, both(TestCells::lstm));
        assertThrows(ShapeException.class, () -> network.newLookahead(-1));
        LookaheadSession far = network.newLookahead(3);
        for (int t = 0; t < 3; t++) far.step(step(sequence(1), t));
        assertTrue(
                assertThrows(ShapeException.class, () -> network.newLookahead(2).restore(far.state()))
                        .getMessage()
                        .contains("at least 3"));
        assertTrue(assertThrows(CellDefinitionException.class, network::newSession)
                .getMessage()
                .contains("look ahead"));
    }
}
