package org.rnn4j.core.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rnn4j.api.CellDefinitionException;
import org.rnn4j.api.Layer;
import org.rnn4j.api.expr.Parameter;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.Engine;
import org.rnn4j.core.engine.Execution;
import org.rnn4j.core.engine.Precision;
import org.rnn4j.core.engine.States;

class NetworkTest {
    private static final Layer ELMAN = (flow, x) -> flow.scan(TestCells::elman, x);

    private static NetworkBuilder small() {
        return Network.builder().vectorInput(3).precision(Precision.FLOAT64);
    }

    @Test
    void describesItself() {
        Network network = small().layer(ELMAN)
                .layer("top", (flow, x) -> flow.map(x, t -> t.output(t.affine("y", 2, t.input()))))
                .build();
        assertEquals(3, network.inputSize());
        assertEquals(2, network.outputSize());
        assertTrue(network.outputHasTime());
        assertFalse(network.isOneHotInput());
        assertEquals(4 * 3 + 4 * 4 + 4 + 2 * 4 + 2, network.parameterCount());
        assertEquals(
                List.of("layers.0.cell.W_xh", "layers.0.cell.W_hh", "layers.0.cell.b_h", "top.W_xy", "top.b_y"),
                network.parameters().stream().map(Parameter::name).toList());
        assertEquals("""
            input vectors [T, B, size] of 3
                                             output       parameters  multiply-adds
              layers.0.cell  cell            [T, B, 4]            32             28
              top            map             [T, B, 2]            10              8
            42 parameters, 336 bytes in float64, 36 multiply-adds a step
            """, network.describe());
        assertTrue(network.describePlan().contains("layers.0.cell.W_hh h"), network.describePlan());
    }

    @Test
    void firstWeightsDependOnSeedAndNameOnly() {
        Network one = small().layer("a", ELMAN).layer("b", ELMAN).seed(1).build();
        Network other = small().layer(
                        "b",
                        (flow, x) ->
                                flow.scan(TestCells::elman, flow.map(x, t -> t.output(t.affine("y", 4, t.input())))))
                .seed(1)
                .build();
        assertArrayEquals(one.weights().get("b.cell.W_hh"), other.weights().get("b.cell.W_hh"));
        Network seeded = small().layer("a", ELMAN).layer("b", ELMAN).seed(2).build();
        assertFalse(java.util.Arrays.equals(
                one.weights().get("b.cell.W_hh"), seeded.weights().get("b.cell.W_hh")));
    }

    @ParameterizedTest
    @EnumSource
    void manyThreadsPredictTheSame(Precision precision) throws Exception {
        Network network = Network.builder()
                .vectorInput(3)
                .layer(ELMAN)
                .precision(precision)
                .build();
        List<Batch> batches = new ArrayList<>();
        for (int k = 1; k < 9; k++) batches.add(TestBatches.vectors(k, 3, k, k / 2, 1));
        List<double[]> expected =
                batches.stream().map(b -> network.predict(b).doubles()).toList();
        ExecutorService pool = Executors.newFixedThreadPool(3);
        try {
            List<Future<double[]>> runs = new ArrayList<>();
            for (int k = 0; k < 40; k++) {
                Batch batch = batches.get(k % batches.size());
                runs.add(pool.submit(() -> network.predict(batch).doubles()));
            }
            for (int k = 0; k < 40; k++) {
                assertArrayEquals(expected.get(k % batches.size()), runs.get(k).get());
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @ParameterizedTest
    @EnumSource
    void namedValuesCanBeLookedAt(Precision precision) {
        Network network = Network.builder()
                .vectorInput(3)
                .layer((flow, x) -> flow.scan(TestCells::arithmetic, x))
                .precision(precision)
                .build();
        Execution run = network.newExecution(new Engine.Options(java.util.Optional.empty(), false, 1));
        run.forward(TestBatches.vectors(4, 3, 4, 2), States.initial(), Execution.Mode.GRADIENT);
        assertArrayEquals(new int[] {4, 2, 3}, run.value("layers.0.cell.a").shape());
        assertEquals(0, run.value("layers.0.cell.a").get(3 * 2 * 3 + 3));
    }

    @Test
    void builderRefusesWhatIsIncomplete() {
        assertThrows(
                CellDefinitionException.class,
                () -> Network.builder().layer(ELMAN).build());
        assertThrows(CellDefinitionException.class, () -> small().build());
        assertThrows(CellDefinitionException.class, () -> small().oneHotInput(3));
        assertThrows(CellDefinitionException.class, () -> Network.builder().vectorInput(0));
        assertThrows(
                CellDefinitionException.class, () -> small().layer("a", ELMAN).layer("a", ELMAN));
        assertThrows(CellDefinitionException.class, () -> small().threads(0));
    }

    @Test
    void twoParametersOfOneNameAreRefused() {
        Layer twice = (flow, x) -> flow.map(
                flow.map(x, t -> t.output(t.affine("y", 3, t.input()))), t -> t.output(t.affine("y", 3, t.input())));
        String message = assertThrows(
                        CellDefinitionException.class,
                        () -> small().layer(twice).build())
                .getMessage();
        assertTrue(message.contains("'layers.0.W_xy' is declared twice"), message);
    }

    @Test
    void sideInputWithoutTimeIsRefused() {
        Layer vectors =
                (flow, x) -> flow.map(flow.last(x), t -> t.output(t.input().times(t.side("gap", 1))));
        String message = assertThrows(
                        CellDefinitionException.class,
                        () -> small().layer(vectors).build())
                .getMessage();
        assertTrue(message.contains("The side input 'gap'"), message);
    }
}
