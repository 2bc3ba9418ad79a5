package org.rnn4j.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rnn4j.api.expr.Operations.stopGradient;
import static org.rnn4j.api.expr.Operations.tanh;

import org.junit.jupiter.api.Test;
import org.rnn4j.api.CellDefinitionException;
import org.rnn4j.api.Layer;
import org.rnn4j.api.Step;
import org.rnn4j.api.expr.Node;
import org.rnn4j.core.engine.Precision;
import org.rnn4j.core.network.Network;

class NetworkChecksTest {
    private static final Shape SHAPE = Shape.of(4, 3, 0, 4);
    private static final Layer CELL = (flow, x) -> flow.scan(NetworkChecksTest::equations, x);

    private static void equations(Step t) {
        Node h = t.previous("h", 2);
        t.next("h", tanh(t.affine("h", 2, t.input(), h)));
        t.output(t.next("h"));
    }

    private static Network network(Layer layer, Precision precision) {
        return Network.builder()
                .vectorInput(2)
                .layer(layer)
                .precision(precision)
                .build();
    }

    @Test
    void rightNetworksPass() {
        Network exact = network(CELL, Precision.FLOAT64);
        Network fast = network(CELL, Precision.FLOAT32);
        NetworkChecks.gradient(exact, SHAPE);
        NetworkChecks.padding(exact, SHAPE);
        NetworkChecks.padding(fast, SHAPE);
        NetworkChecks.threads(fast, SHAPE);
        NetworkChecks.parity(exact, fast, SHAPE);
        NetworkChecks.chunks(exact, SHAPE, 2);
        NetworkChecks.session(fast, 3, 2);
        NetworkChecks.emptyExamples(fast);
    }

    @Test
    void gradientThatIsNotThatOfTheFunctionIsFound() {
        Network network = network(
                (flow, x) -> flow.map(x, t -> t.output(t.input().times(stopGradient(t.input())))), Precision.FLOAT64);
        String message = assertThrows(AssertionError.class, () -> NetworkChecks.gradient(network, SHAPE))
                .getMessage();
        assertTrue(message.contains("input"), message);
    }

    @Test
    void networksThatDifferAreFound() {
        Network exact = network(CELL, Precision.FLOAT64);
        Layer other = (flow, x) -> flow.map(
                flow.scan(NetworkChecksTest::equations, x),
                t -> t.output(t.input().times(1.01)));
        Network fast = network(other, Precision.FLOAT32);
        assertThrows(AssertionError.class, () -> NetworkChecks.parity(exact, fast, SHAPE));
        assertThrows(IllegalArgumentException.class, () -> NetworkChecks.parity(exact, exact, SHAPE));
    }

    @Test
    void networkThatLooksAheadHasNoSession() {
        Network network = network((flow, x) -> flow.mean(x), Precision.FLOAT64);
        assertThrows(CellDefinitionException.class, () -> NetworkChecks.session(network, 3, 1));
    }

    @Test
    void dataOfAnExampleDoesNotDependOnTheBatch() {
        double[] first = TestData.sequences("x", 2, Shape.of(3, 3, 2)).doubles();
        double[] second = TestData.sequences("x", 2, new Shape(3, new int[] {1, 0}, new int[] {2, 3}))
                .doubles();
        for (int t = 0; t < 3; t++) {
            assertArrayEquals(
                    java.util.Arrays.copyOfRange(first, t * 4, t * 4 + 2),
                    java.util.Arrays.copyOfRange(second, t * 4 + 2, t * 4 + 4));
        }
        assertTrue(Double.isNaN(first[2 * 4 + 2]));
        assertEquals(-1, TestData.indices(5, Shape.of(2, 1)).ids()[1]);
    }
}
