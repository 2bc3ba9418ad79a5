package org.rnn4j.core.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rnn4j.api.CellDefinitionException;
import org.rnn4j.api.DataException;
import org.rnn4j.api.Layer;
import org.rnn4j.api.ShapeException;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.Precision;
import org.rnn4j.core.engine.States;
import org.rnn4j.core.engine.Tensor;

class SessionTest {
    private static final Layer LSTM = (flow, x) -> flow.scan(TestCells::lstm, x);

    private static Network network(Layer... layers) {
        NetworkBuilder builder = Network.builder().vectorInput(2).precision(Precision.FLOAT64);
        for (Layer layer : layers) builder.layer(layer);
        return builder.build();
    }

    private static Tensor step(Tensor x, int t) {
        int row = x.extent(1) * x.extent(2);
        double[] data = java.util.Arrays.copyOfRange(x.doubles(), t * row, (t + 1) * row);
        return Tensor.of(data, x.extent(1), x.extent(2));
    }

    @Test
    void stepsEqualTheRunOverTheWhole() {
        Network network = network(LSTM, LSTM);
        Tensor x = TestBatches.tensor("x", 5, 3, 2);
        Network.Run whole = network.run(Batch.of(x), States.initial());
        Session session = network.newSession(3);
        for (int t = 0; t < 5; t++) {
            Tensor y = session.step(step(x, t));
            assertArrayEquals(new int[] {3, network.outputSize()}, y.shape());
            int from = t * y.length();
            assertArrayEquals(
                    java.util.Arrays.copyOfRange(whole.output().doubles(), from, from + y.length()), y.doubles());
        }
        whole.finalStates()
                .values()
                .forEach((name, state) -> assertArrayEquals(
                        state.doubles(), session.states().get(name).doubles()));
    }

    @Test
    void resetAndRestoreGoBack() {
        Network network = network(LSTM);
        Tensor x = TestBatches.tensor("x", 3, 1, 2);
        Session session = network.newSession();
        double[] first = session.step(step(x, 0)).doubles();
        States states = session.states();
        double[] second = session.step(step(x, 1)).doubles();
        session.step(step(x, 2));
        assertArrayEquals(second, session.restore(states).step(step(x, 1)).doubles());
        assertArrayEquals(first, session.reset().step(step(x, 0)).doubles());
    }

    @Test
    void readsIndicesAndSideInputs() {
        Network network = Network.builder()
                .oneHotInput(4)
                .layer((flow, x) -> flow.scan(
                        t -> {
                            org.rnn4j.api.expr.Node h = t.previous("h", 2);
                            t.next("h", t.affine("h", 2, t.input(), h).times(t.side("gap", 1)));
                            t.output(t.next("h"));
                        },
                        x))
                .precision(Precision.FLOAT64)
                .build();
        Tensor gap = Tensor.of(new double[] {2, 3}, 2, 1);
        Tensor y = network.newSession(2).step(Tensor.ofIds(new int[] {3, 1}, 2), Map.of("gap", gap));
        assertArrayEquals(new int[] {2, 2}, y.shape());
    }

    @Test
    void inputOfAnotherShapeIsRefused() {
        Session session = network(LSTM).newSession();
        assertThrows(ShapeException.class, () -> session.step(TestBatches.tensor("x", 1, 1, 2)));
        assertThrows(ShapeException.class, () -> session.step(Tensor.ofIds(new int[2], 1, 2)));
    }

    @Test
    void stepsIntoArraysEqualStepsOfTensors() {
        for (Precision precision : Precision.values()) {
            Network network = Network.builder()
                    .vectorInput(2)
                    .layer(LSTM)
                    .precision(precision)
                    .build();
            Session arrays = network.newSession();
            Session tensors = network.newSession();
            float[] y = new float[network.outputSize()];
            for (int t = 0; t < 4; t++) {
                float[] x = {0.3f * t, -1};
                arrays.step(x, y);
                assertArrayEquals(y, tensors.step(Tensor.of(x, 1, 2)).floats());
            }
            assertEquals(4, arrays.steps());
        }
    }

    @Test
    void stepsOfIndicesEqualStepsOfTensors() {
        Network network = Network.builder().oneHotInput(4).layer(LSTM).build();
        Session arrays = network.newSession();
        Session tensors = network.newSession();
        float[] y = new float[network.outputSize()];
        for (int id : new int[] {3, 0, 2}) {
            arrays.step(id, y);
            assertArrayEquals(y, tensors.step(Tensor.ofIds(new int[] {id}, 1)).floats());
        }
    }

    @Test
    void learnedInitialStatesBeginASession() {
        Network network = network((flow, x) -> flow.scan(TestCells::learnedStates, x));
        double[] learned = {0.7, -0.4};
        network.weights().set("layers.0.cell.h_0", learned);
        assertArrayEquals(
                learned, network.newSession().states().get("layers.0.cell.h").doubles());
        Tensor x = TestBatches.tensor("x", 1, 1, 2);
        assertArrayEquals(
                network.predict(Batch.of(x)).doubles(),
                network.newSession().step(step(x, 0)).doubles());
    }

    @Test
    void statesOfARunBeginASession() {
        Network network = network(LSTM, LSTM);
        Tensor x = TestBatches.tensor("x", 4, 1, 2);
        Tensor whole = network.predict(Batch.of(x));
        Tensor half = Tensor.of(java.util.Arrays.copyOf(x.doubles(), 6), 3, 1, 2);
        Session session = network.newSession()
                .restore(network.run(Batch.of(half), States.initial()).finalStates());
        double[] last =
                java.util.Arrays.copyOfRange(whole.doubles(), 3 * network.outputSize(), 4 * network.outputSize());
        assertArrayEquals(last, session.step(step(x, 3)).doubles());
    }

    @Test
    void whatDoesNotFitAStepIsRefused() {
        Network vectors = network(LSTM);
        float[] y = new float[vectors.outputSize()];
        Session session = vectors.newSession();
        assertThrows(ShapeException.class, () -> session.step(new float[3], y));
        assertThrows(ShapeException.class, () -> session.step(new float[2], new float[1]));
        assertThrows(ShapeException.class, () -> session.step(1, y));
        assertThrows(DataException.class, () -> session.step(new float[] {1, Float.NaN}, y));
        assertThrows(ShapeException.class, () -> session.step(TestBatches.tensor("x", 2, 2)));
        assertEquals(0, session.steps());
        Network indices = Network.builder().oneHotInput(4).layer(LSTM).build();
        float[] z = new float[indices.outputSize()];
        assertThrows(DataException.class, () -> indices.newSession().step(4, z));
        assertThrows(DataException.class, () -> indices.newSession().step(-1, z));
        assertThrows(ShapeException.class, () -> indices.newSession(2).step(1, z));
        assertThrows(ShapeException.class, () -> indices.newSession(0));
    }

    @Test
    void sessionsThatDoNotBelongTogetherAreRefused() {
        Session session = network(LSTM).newSession();
        Session foreign = network(LSTM).newSession();
        Tensor x = TestBatches.tensor("x", 2, 2);
        assertThrows(ShapeException.class, () -> Session.stepAll(java.util.List.of(session, foreign), x));
        assertThrows(ShapeException.class, () -> Session.stepAll(java.util.List.of(session, session), x));
        assertThrows(ShapeException.class, () -> Session.stepAll(java.util.List.of(), x));
    }

    private static void assertRefused(Layer layer, String... facts) {
        Network network = network(LSTM, layer);
        String message =
                assertThrows(CellDefinitionException.class, network::newSession).getMessage();
        for (String fact : facts) assertTrue(message.contains(fact), () -> "'" + fact + "' in\n" + message);
    }

    @Test
    void networksThatLookAheadAreRefused() {
        assertRefused(
                (flow, x) -> flow.reverse(flow.scan(TestCells::elman, flow.reverse(x))),
                "layers.1.cell",
                "runs backward");
        assertRefused((flow, x) -> flow.last(x), "layers.0.cell", "is pooled over time");
        assertRefused((flow, x) -> flow.plus(x, flow.reverse(x)), "layers.0.cell", "is reversed");
        assertRefused((flow, x) -> flow.repeat(flow.mean(x), x), "layers.0.cell", "is pooled over time");
        assertRefused(
                (flow, x) -> flow.scan("a", TestCells::elman, Map.of(), java.util.List.of(x))
                        .finalState("h"),
                "layers.1.a",
                "its final state is the output");
    }

    @Test
    void networksWithSourcesAreRefused() {
        Network network = Network.builder()
                .vectorInput(2)
                .vectorSource("seed", 3)
                .layer(LSTM)
                .build();
        assertTrue(assertThrows(CellDefinitionException.class, network::newSession)
                .getMessage()
                .contains("seed"));
    }

    @Test
    void sessionsOfOneNetworkAreIndependent() {
        Network network = network(LSTM);
        Tensor x = TestBatches.tensor("x", 2, 1, 2);
        Session one = network.newSession();
        Session other = network.newSession();
        one.step(step(x, 0));
        double[] expected = one.step(step(x, 1)).doubles();
        other.step(step(x, 0));
        assertArrayEquals(expected, other.step(step(x, 1)).doubles());
        assertEquals(2, one.states().values().size());
    }
}
