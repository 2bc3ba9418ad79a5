package org.rnn4j.core.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rnn4j.api.CellDefinitionException;
import org.rnn4j.api.ClassTree;
import org.rnn4j.api.Loss;
import org.rnn4j.api.ShapeException;
import org.rnn4j.api.expr.Parameter;
import org.rnn4j.core.component.cell.ElmanCell;
import org.rnn4j.core.component.layer.DenseLayer;
import org.rnn4j.core.component.layer.HierarchicalSoftmaxLayer;
import org.rnn4j.core.component.layer.RecurrentLayer;
import org.rnn4j.core.component.loss.HierarchicalSoftmaxLoss;
import org.rnn4j.core.component.loss.SoftmaxCrossEntropyLoss;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.Engine;
import org.rnn4j.core.engine.Execution;
import org.rnn4j.core.engine.Execution.Mode;
import org.rnn4j.core.engine.Precision;
import org.rnn4j.core.engine.States;
import org.rnn4j.core.engine.Tensor;

final class HierarchicalSoftmaxTest {
    private static final Loss LOSS = HierarchicalSoftmaxLoss.of();

    private static Network network(int classes, Precision precision) {
        return Network.builder()
                .oneHotInput(classes)
                .layer(RecurrentLayer.of(ElmanCell.of(4)))
                .layer(HierarchicalSoftmaxLayer.of(classes))
                .precision(precision)
                .seed(6)
                .build();
    }

    private static Batch batch(int classes) {
        int[] ids = new int[6];
        int[] targets = new int[6];
        for (int k = 0; k < 6; k++) {
            ids[k] = (5 * k + 1) % classes;
            targets[k] = (7 * k + classes - 1) % classes;
        }
        return Batch.of(Tensor.ofIds(ids, 3, 2), new int[] {3, 2}).withTarget(Tensor.ofIds(targets, 3, 2));
    }

    private static double loss(Network network, Loss loss, Mode mode) {
        return execution(network, loss)
                .forward(batch(network.outputSize()), States.initial(), mode)
                .loss()
                .loss();
    }

    private static Execution execution(Network network, Loss loss) {
        return network.newExecution(new Engine.Options(Optional.of(loss), false, 1));
    }

    private static Map<String, double[]> gradients(Network network, Loss loss, Mode mode) {
        Execution run = execution(network, loss);
        run.forward(batch(network.outputSize()), States.initial(), mode).loss();
        run.backward();
        Map<String, double[]> gradients = new LinkedHashMap<>();
        for (Parameter p : network.parameters())
            gradients.put(p.name(), run.gradients().get(p.name()));
        return gradients;
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 7, 8, 9, 17, 100, 1000})
    void everyClassHasAWayOfItsOwn(int classes) {
        ClassTree tree = ClassTree.of(classes);
        Set<Integer> decisions = new HashSet<>();
        Set<String> ways = new HashSet<>();
        for (int k = 0; k < classes; k++) {
            ways.add(Arrays.toString(tree.path(k)));
            for (int d : tree.path(k)) decisions.add(d < 0 ? ~d : d);
            assertTrue(tree.path(k).length <= tree.levels());
        }
        assertEquals(classes, ways.size());
        assertEquals(classes - 1, decisions.size());
        assertEquals(Math.ceil(Math.log(classes) / Math.log(2)), tree.levels(), 1e-9);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 7, 8, 13})
    void probabilitiesSumToOne(int classes) {
        for (Precision precision : Precision.values()) {
            double[] logP = network(classes, precision).predict(batch(classes)).doubles();
            double sum = 0;
            for (int k = 0; k < classes; k++) sum += Math.exp(logP[k]);
            assertEquals(1, sum, 1e-5);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 8, 13})
    void theShortWayIsTheSameLossAndGradient(int classes) {
        for (Precision precision : Precision.values()) {
            double tolerance = precision == Precision.FLOAT64 ? 1e-12 : 1e-4;
            Network network = network(classes, precision);
            double expected = loss(network, SoftmaxCrossEntropyLoss.of(), Mode.GRADIENT);
            assertEquals(expected, loss(network, LOSS, Mode.GRADIENT), tolerance);
            assertEquals(expected, loss(network, LOSS, Mode.training(1, 1)), tolerance);
            Map<String, double[]> all = gradients(network, SoftmaxCrossEntropyLoss.of(), Mode.GRADIENT);
            gradients(network, LOSS, Mode.training(1, 1))
                    .forEach((name, gradient) -> assertArrayEquals(all.get(name), gradient, tolerance, name));
        }
    }

    @Test
    void gradientMatchesFiniteDifferences() {
        GradientReport report = GradientCheck.of(network(7, Precision.FLOAT64), batch(7))
                .withLoss(LOSS)
                .run();
        assertTrue(report.worstError() < 1e-6, report::toString);
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void aNetworkThatEndsOtherwiseIsRefused(Precision precision) {
        Network network = Network.builder()
                .oneHotInput(3)
                .layer(RecurrentLayer.of(ElmanCell.of(4)))
                .layer(DenseLayer.of(3))
                .precision(precision)
                .build();
        assertEquals(
                """
                The loss needs a network that ends with a tree of classes
                  network  ends otherwise
                  fix      let the last layer be hierarchicalSoftmax, or use softmaxCrossEntropy""",
                assertThrows(CellDefinitionException.class, () -> execution(network, LOSS))
                        .getMessage());
        assertThrows(ShapeException.class, () -> ClassTree.of(1));
    }
}
