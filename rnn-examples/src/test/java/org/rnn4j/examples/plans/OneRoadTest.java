package org.rnn4j.examples.plans;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.rnn4j.api.expr.Operations.sigmoid;
import static org.rnn4j.api.expr.Operations.tanh;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rnn4j.api.Cell;
import org.rnn4j.api.Initializer;
import org.rnn4j.api.Step;
import org.rnn4j.api.expr.Node;
import org.rnn4j.api.expr.Parameter;
import org.rnn4j.bidirectional.BidirectionalLayer;
import org.rnn4j.cells.lstm.LstmCell;
import org.rnn4j.core.component.loss.MeanSquaredErrorLoss;
import org.rnn4j.core.component.optimizer.Adam;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.Engine;
import org.rnn4j.core.engine.Execution;
import org.rnn4j.core.engine.Precision;
import org.rnn4j.core.engine.States;
import org.rnn4j.core.engine.Tensor;
import org.rnn4j.core.engine.Updater;
import org.rnn4j.core.math.CounterRandom;
import org.rnn4j.core.math.RandomKey;
import org.rnn4j.core.math.RandomPurpose;
import org.rnn4j.core.network.Network;

/**
 * A cell that somebody writes gets what the built-in one gets: the same plan, which is all that decides about speed, and the
 * same bits.
 */
final class OneRoadTest {
    private static final int SIZE = 20;

    /** A third party's LSTM: its equations, and nothing else. */
    private static void lstm(Step t) {
        Node x = t.input();
        Node h = t.previous("h", SIZE);
        Node c = t.previous("c", SIZE);

        Node i = sigmoid(t.affine("i", SIZE, x, h)).named("i");
        Node f = sigmoid(t.affine("f", SIZE, x, h)).named("f");
        Node g = tanh(t.affine("g", SIZE, x, h)).named("g");
        Node o = sigmoid(t.affine("o", SIZE, x, h)).named("o");

        t.next("c", f.times(c).plus(i.times(g)));
        t.next("h", o.times(tanh(t.next("c"))));
        t.output(t.next("h"));
        t.initialize("b_f", Initializer.constant(1));
    }

    @Test
    void ownCellHasThePlanOfTheBuiltInOne() {
        assertEquals(Plans.of(LstmCell.of(SIZE)), Plans.of(OneRoadTest::lstm));
    }

    @Test
    void ownCellHasThePlanOfTheBuiltInOneInBothDirections() {
        Cell own = OneRoadTest::lstm;
        assertEquals(Plans.of(BidirectionalLayer.of(LstmCell.of(SIZE))), Plans.of(BidirectionalLayer.of(own)));
    }

    @Test
    void ownCellGivesTheBitsOfTheBuiltInOne() {
        for (Precision precision : Precision.values()) {
            Map<String, double[]> builtIn = trained(LstmCell.of(SIZE), precision);
            Map<String, double[]> own = trained(OneRoadTest::lstm, precision);
            assertEquals(builtIn.keySet(), own.keySet());
            builtIn.forEach((name, numbers) -> assertArrayEquals(numbers, own.get(name), precision + " " + name));
        }
    }

    /** Outputs, gradients and weights of a few updates. */
    private static Map<String, double[]> trained(Cell cell, Precision precision) {
        Network network = Network.builder()
                .vectorInput(10)
                .layer((flow, x) -> flow.scan(cell, x))
                .precision(precision)
                .seed(4)
                .build();
        Batch batch = Batch.of(numbers("x", 6, 3, 10), new int[] {6, 0, 4}).withTarget(numbers("y", 6, 3, SIZE));
        Execution execution = network.newExecution(new Engine.Options(Optional.of(MeanSquaredErrorLoss.of()), true, 1));
        Updater updater = network.newUpdater(Adam.of());
        Map<String, double[]> found = new LinkedHashMap<>();
        for (int step = 0; step < 3; step++) {
            execution.forward(batch, States.initial(), Execution.Mode.GRADIENT);
            found.put("output " + step, execution.output().doubles());
            found.put("loss " + step, new double[] {execution.loss().loss()});
            execution.gradients().clear();
            execution.backward();
            found.put("gradient of x " + step, execution.inputGradient().doubles());
            updater.update(execution.gradients(), 0.1);
            for (Parameter p : network.parameters()) {
                found.put(
                        "gradient of " + p.name() + " " + step,
                        execution.gradients().get(p.name()));
                found.put(p.name() + " " + step, network.weights().get(p.name()));
            }
        }
        return found;
    }

    private static Tensor numbers(String name, int... shape) {
        double[] numbers = new double[shape[0] * shape[1] * shape[2]];
        CounterRandom.fillGaussian(RandomKey.of(1, RandomPurpose.NOISE).named(name), numbers);
        return Tensor.of(numbers, shape);
    }
}
