package org.rnn4j.core.component.layer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rnn4j.api.expr.Operations.sigmoid;
import static org.rnn4j.api.expr.Operations.tanh;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rnn4j.api.Cell;
import org.rnn4j.api.CellDefinitionException;
import org.rnn4j.api.Step;
import org.rnn4j.api.expr.Node;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.Engine;
import org.rnn4j.core.engine.Execution;
import org.rnn4j.core.engine.Precision;
import org.rnn4j.core.engine.States;
import org.rnn4j.core.engine.Tensor;
import org.rnn4j.core.network.GradientCheck;
import org.rnn4j.core.network.Network;

class TemporalDropoutTest {
    private static final int STEPS = 6;
    private static final int EXAMPLES = 3;
    private static final int SIZE = 40;

    private static void gated(Step t) {
        Node h = t.previous("h", 5);
        Node c = t.previous("c", 5);
        Node f = sigmoid(t.affine("f", 5, t.input(), h));
        t.next("c", f.times(c).plus(tanh(t.affine("g", 5, t.input(), h))));
        t.next("h", tanh(t.next("c")));
        t.output(t.next("h"));
    }

    private static Network network(Precision precision, int size, Cell cell, TemporalDropout dropout) {
        return Network.builder()
                .vectorInput(size)
                .layer(RecurrentLayer.of(cell).withDropout(dropout))
                .precision(precision)
                .seed(2)
                .build();
    }

    private static Batch batch(int size) {
        double[] numbers = new double[STEPS * EXAMPLES * size];
        for (int k = 0; k < numbers.length; k++) numbers[k] = Math.cos(3 * k) + 1.5;
        return Batch.of(Tensor.of(numbers, STEPS, EXAMPLES, size), new int[] {STEPS, 2, 4});
    }

    private static Tensor training(Network network, Batch batch) {
        return network.newExecution(new Engine.Options(Optional.empty(), false, 1))
                .forward(batch, States.initial(), Execution.Mode.training(9, 4))
                .output();
    }

    @ParameterizedTest
    @CsvSource({"0.3, 0, 0", "0, 0.3, 0", "0, 0, 0.3", "0.2, 0.4, 0.1"})
    void gradientsMatchFiniteDifferences(double input, double state, double zoneout) {
        Network network =
                network(Precision.FLOAT64, 3, TemporalDropoutTest::gated, new TemporalDropout(input, state, zoneout));
        assertTrue(GradientCheck.of(network, batch(3)).withDropout(9, 4).run().worstError() < 1e-7);
        assertTrue(GradientCheck.of(network, batch(3)).run().worstError() < 1e-7);
    }

    @ParameterizedTest
    @CsvSource({"0.3, 0, 0", "0, 0.3, 0", "0, 0, 0.3", "0.2, 0.4, 0.1"})
    void enginesAgree(double input, double state, double zoneout) {
        TemporalDropout dropout = new TemporalDropout(input, state, zoneout);
        Tensor exact = training(network(Precision.FLOAT64, 3, TemporalDropoutTest::gated, dropout), batch(3));
        Tensor fast = training(network(Precision.FLOAT32, 3, TemporalDropoutTest::gated, dropout), batch(3));
        assertArrayEquals(exact.doubles(), fast.doubles(), 1e-5);
    }

    @Test
    void theInputsMaskIsOneForEachSequence() {
        Batch batch = batch(SIZE);
        Tensor y = training(
                network(Precision.FLOAT64, SIZE, t -> t.output(t.input()), new TemporalDropout(0.5, 0, 0)), batch);
        int dropped = 0;
        for (int b = 0; b < EXAMPLES; b++) {
            for (int j = 0; j < SIZE; j++) {
                boolean first = y.get(b * SIZE + j) == 0;
                if (first) dropped++;
                for (int t = 0; t < batch.length(b); t++) {
                    int at = (t * EXAMPLES + b) * SIZE + j;
                    assertEquals(first ? 0 : 2 * batch.input().get(at), y.get(at), 1e-12);
                }
            }
        }
        assertEquals(0.5, dropped / (double) (EXAMPLES * SIZE), 0.15);
    }

    /** h' = h + x: where h is dropped it begins again at every step, else it doubles before x is added. */
    @Test
    void theStatesMaskIsOneForEachSequence() {
        Cell sums = t -> {
            Node h = t.previous("h", SIZE);
            t.next("h", h.plus(t.input()));
            t.output(t.next("h"));
        };
        Batch batch = batch(SIZE);
        Tensor y = training(network(Precision.FLOAT64, SIZE, sums, new TemporalDropout(0, 0.5, 0)), batch);
        int dropped = 0;
        for (int j = 0; j < SIZE; j++) {
            boolean zero = Math.abs(y.get(EXAMPLES * SIZE + j) - batch.input().get(EXAMPLES * SIZE + j)) < 1e-12;
            if (zero) dropped++;
            double h = 0;
            for (int t = 0; t < STEPS; t++) {
                int at = t * EXAMPLES * SIZE + j;
                h = (zero ? 0 : 2 * h) + batch.input().get(at);
                assertEquals(h, y.get(at), 1e-9);
            }
        }
        assertTrue(dropped > 0 && dropped < SIZE);
    }

    @Test
    void zoneoutKeepsSomeElementsAndIsTheMeanWithoutTraining() {
        Cell last = t -> {
            t.previous("s", SIZE);
            t.next("s", t.input());
            t.output(t.next("s"));
        };
        Network network = network(Precision.FLOAT64, SIZE, last, new TemporalDropout(0, 0, 0.25));
        Batch batch = batch(SIZE);
        Tensor y = training(network, batch);
        Tensor mean = network.predict(batch);
        int kept = 0;
        for (int j = 0; j < SIZE; j++) {
            double before = 0;
            double expected = 0;
            for (int t = 0; t < STEPS; t++) {
                int at = t * EXAMPLES * SIZE + j;
                double x = batch.input().get(at);
                boolean stays = Math.abs(y.get(at) - before) < 1e-12;
                if (stays) kept++;
                else assertEquals(x, y.get(at), 1e-12);
                before = y.get(at);
                expected = 0.25 * expected + 0.75 * x;
                assertEquals(expected, mean.get(at), 1e-12);
            }
        }
        assertEquals(0.25, kept / (double) (SIZE * STEPS), 0.1);
    }

    @Test
    void withoutTrainingMasksAreOne() {
        Network dropped = network(Precision.FLOAT32, 3, TemporalDropoutTest::gated, new TemporalDropout(0.4, 0.4, 0));
        Network plain = network(Precision.FLOAT32, 3, TemporalDropoutTest::gated, TemporalDropout.none());
        assertArrayEquals(
                plain.predict(batch(3)).floats(), dropped.predict(batch(3)).floats());
    }

    @Test
    void whatCannotBeDroppedIsRefused() {
        Cell noHidden = t -> {
            t.next("s", t.previous("s", 3).plus(t.input()));
            t.output(t.next("s"));
        };
        assertThrows(
                CellDefinitionException.class,
                () -> network(Precision.FLOAT32, 3, noHidden, new TemporalDropout(0, 0.1, 0)));
        assertThrows(
                CellDefinitionException.class,
                () -> Network.builder()
                        .oneHotInput(3)
                        .layer(RecurrentLayer.of(TemporalDropoutTest::gated)
                                .withDropout(new TemporalDropout(0.1, 0, 0)))
                        .build());
        assertEquals("[0.0, 0.0, 0.0]", Arrays.toString(new double[] {
            TemporalDropout.none().input(),
            TemporalDropout.none().state(),
            TemporalDropout.none().zoneout()
        }));
    }
}
