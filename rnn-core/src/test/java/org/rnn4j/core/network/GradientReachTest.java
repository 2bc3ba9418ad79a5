package org.rnn4j.core.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rnn4j.api.expr.Operations.matmul;
import static org.rnn4j.api.expr.Operations.sigmoid;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rnn4j.api.Layer;
import org.rnn4j.api.expr.Node;
import org.rnn4j.api.expr.Parameter.Role;
import org.rnn4j.core.component.loss.MeanSquaredErrorLoss;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.Execution;
import org.rnn4j.core.engine.Precision;
import org.rnn4j.core.engine.States;
import org.rnn4j.core.engine.Tensor;
import org.rnn4j.core.network.GradientReach.Curve;
import org.rnn4j.core.network.NamedValues.Seen;

class GradientReachTest {
    private static final int STEPS = 9;

    /** h' = w h + x, so that every step multiplies the gradient by w. */
    private static Network linear(double w, Layer... more) {
        NetworkBuilder builder = Network.builder()
                .vectorInput(1)
                .layer((flow, x) -> flow.scan(
                        t -> {
                            Node h = t.previous("h", 1);
                            t.next(
                                    "h",
                                    matmul(t.matrix("W_hh", Role.RECURRENT, 1, 1), h)
                                            .plus(t.input()));
                            t.output(t.next("h"));
                        },
                        x));
        for (Layer layer : more) builder.layer(layer);
        Network network = builder.build();
        network.weights().set("layers.0.cell.W_hh", new double[] {w});
        return network;
    }

    private static Batch batch(int... lengths) {
        double[] numbers = new double[STEPS * lengths.length];
        for (int k = 0; k < numbers.length; k++) numbers[k] = Math.sin(k);
        Tensor x = Tensor.of(numbers, STEPS, lengths.length, 1);
        double[] targets = new double[numbers.length];
        java.util.Arrays.fill(targets, 3);
        return Batch.of(x, lengths).withTarget(Tensor.of(targets, STEPS, lengths.length, 1));
    }

    @Test
    void everyStepMultipliesTheGradient() {
        List<Curve> curves = GradientReach.of(linear(0.5), batch(STEPS), MeanSquaredErrorLoss.of());
        assertEquals(
                List.of("layers.0.cell.h", "input"),
                curves.stream().map(Curve::name).toList());
        Curve h = curves.get(0);
        Curve x = curves.get(1);
        assertEquals(STEPS + 1, h.norms().size());
        assertEquals(STEPS, x.norms().size());
        assertTrue(h.norms().get(0).isNaN());
        for (int d = 1; d < STEPS; d++) {
            assertEquals(x.norms().get(0) * Math.pow(0.5, d), x.norms().get(d), 1e-12);
            assertEquals(x.norms().get(d), h.norms().get(d), 1e-12);
        }
        assertEquals(0.5, h.perStep(), 1e-12);
        assertEquals(0.5, x.perStep(), 1e-12);
    }

    @Test
    void distancesCountFromEachExamplesOwnLastStep() {
        Curve h = GradientReach.of(linear(0.5), batch(STEPS, 4, 0), MeanSquaredErrorLoss.of())
                .get(0);
        assertEquals(STEPS + 1, h.norms().size());
        assertTrue(h.norms().subList(1, STEPS + 1).stream().allMatch(n -> n > 0));
    }

    @Test
    void theLossIsThatOfTheLastStepThatCounts() {
        double[] mask = new double[STEPS];
        mask[3] = 1;
        Batch masked = batch(STEPS).withTargetMask(Tensor.of(mask, STEPS, 1));
        List<Curve> curves = GradientReach.of(linear(0.5), masked, MeanSquaredErrorLoss.of());
        assertEquals(4, curves.get(1).norms().size());
    }

    /** The same numbers from gradients of initial states, one length after the other. */
    @Test
    void normsAreThoseOfInitialStates() {
        Network network = Network.builder()
                .vectorInput(1)
                .layer((flow, x) -> flow.scan(TestCells::lstm, x))
                .layer((flow, x) -> flow.map(t -> t.output(t.affine("y", 1, t.input())), List.of(x)))
                .precision(Precision.FLOAT64)
                .build();
        Batch whole = batch(STEPS);
        List<Curve> curves = GradientReach.of(network, whole, MeanSquaredErrorLoss.of());
        double last = network.predict(whole).get(STEPS - 1);
        States all = network.newSession().states();
        Session session = network.newSession();
        for (int t = 0; t < STEPS; t++) {
            double[] rest = java.util.Arrays.copyOfRange(whole.input().doubles(), t, STEPS);
            Execution execution = network.newExecution(
                    new org.rnn4j.core.engine.Engine.Options(java.util.Optional.empty(), false, 1));
            execution.forward(Batch.of(Tensor.of(rest, rest.length, 1, 1)), session.states(), Execution.Mode.GRADIENT);
            double[] gradient = new double[rest.length];
            gradient[rest.length - 1] = 2 * (last - 3);
            execution.backward(Tensor.of(gradient, rest.length, 1, 1), States.initial());
            for (Curve curve : curves.subList(0, all.values().size())) {
                double squares = 0;
                for (double each :
                        execution.initialGradients().get(curve.name()).doubles()) squares += each * each;
                assertEquals(Math.sqrt(squares), curve.norms().get(STEPS - t), 1e-10, curve.name());
            }
            session.step(Tensor.of(new double[] {rest[0]}, 1, 1));
        }
    }

    @Test
    void backwardCellsCountFromTheFirstStep() {
        Network network = Network.builder()
                .vectorInput(1)
                .layer((flow, x) -> flow.reverse(flow.scan(
                        t -> {
                            Node h = t.previous("h", 1);
                            t.next("h", h.times(0.5).plus(t.input()));
                            t.output(t.next("h"));
                        },
                        flow.reverse(x))))
                .build();
        Curve h = GradientReach.of(network, batch(STEPS, 5), MeanSquaredErrorLoss.of())
                .get(0);
        assertEquals(STEPS + 1, h.norms().size());
        assertEquals(0.5, h.norms().get(3) / h.norms().get(2), 1e-12);
    }

    @Test
    void oneVectorAnExampleWorksAsWell() {
        Network network = linear(0.8, (flow, x) -> flow.last(x));
        Batch all = batch(STEPS, STEPS);
        Batch pooled = Batch.of(all.input(), all.lengths()).withTarget(Tensor.of(new double[] {1, 2}, 2, 1));
        Curve h = GradientReach.of(network, pooled, MeanSquaredErrorLoss.of()).get(0);
        assertEquals(0.8, h.norms().get(5) / h.norms().get(4), 1e-6);
    }

    @Test
    void gatesTellHowOftenTheyAreShut() {
        Network network = Network.builder()
                .vectorInput(1)
                .layer((flow, x) -> flow.scan(
                        t -> {
                            Node h = t.previous("h", 1);
                            Node gate = sigmoid(t.input().times(10)).named("gate");
                            Node free = t.input().times(2).named("free");
                            t.next("h", gate.times(free).plus(h.times(0)));
                            t.output(t.next("h"));
                        },
                        x))
                .build();
        Tensor x = Tensor.of(new double[] {-1, 1, 0, 1, 99}, 5, 1, 1);
        List<Seen> seen = NamedValues.of(network, Batch.of(x, new int[] {4}));
        Seen gate =
                seen.stream().filter(s -> s.name().endsWith("gate")).findFirst().orElseThrow();
        Seen free =
                seen.stream().filter(s -> s.name().endsWith("free")).findFirst().orElseThrow();
        assertTrue(gate.isGate());
        assertEquals(0.25, gate.low());
        assertEquals(0.5, gate.high());
        assertEquals(false, free.isGate());
        assertEquals(0.75, free.far());
        assertEquals(0.5, free.mean(), 1e-6);
    }
}
