package org.rnn4j.core.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rnn4j.api.expr.Operations.segmentSoftmax;
import static org.rnn4j.api.expr.Operations.segmentSum;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rnn4j.api.Cell;
import org.rnn4j.api.Layer;
import org.rnn4j.api.RnnException;
import org.rnn4j.api.Step;
import org.rnn4j.api.expr.Node;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.Engine;
import org.rnn4j.core.engine.Execution;
import org.rnn4j.core.engine.Precision;
import org.rnn4j.core.engine.States;
import org.rnn4j.core.engine.Tensor;

class MemoryTest {
    private static Network network(String name, Precision precision) {
        return PairBatches.builder()
                .layer(MemoryLayers.layers().get(name))
                .precision(precision)
                .build();
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void weightsAreReadByName(Precision precision) {
        Network network = network("additive", precision);
        Batch batch = PairBatches.all();
        Execution run = network.newExecution(new Engine.Options(Optional.empty(), false, 1));
        run.forward(batch, States.initial(), Execution.Mode.INFERENCE);
        Tensor alpha = run.value("layers.0.decoder.alpha");
        assertArrayEquals(new int[] {5, 7, 6, 1}, alpha.shape());
        for (int t = 0; t < 5; t++) {
            for (int b = 0; b < 7; b++) {
                boolean attends = t < batch.length(b) && PairBatches.sourceLength(b) > 0;
                double sum = 0;
                for (int s = 0; s < 6; s++) {
                    double weight = alpha.get((t * 7 + b) * 6 + s);
                    assertTrue(attends && s < PairBatches.sourceLength(b) ? weight > 0 : weight == 0);
                    sum += weight;
                }
                assertEquals(attends ? 1 : 0, sum, 1e-6);
            }
        }
        assertArrayEquals(
                new int[] {6, 7, 4}, run.value("layers.0.decoder.keys").shape());
    }

    @Test
    void whatFollowsFromAMemoryAloneIsComputedOnce() {
        Network network = network("additive", Precision.FLOAT64);
        assertTrue(network.describePlan().contains("map layers.0.decoder"), network.describePlan());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dot",
                "additive",
                "general",
                "twoMemories",
                "everything",
                "coverage",
                "positions",
                "onlyPositions"
            })
    void stepsGiveTheBitsOfTheWholeSequence(String name) {
        for (Precision precision : Precision.values()) {
            Network network = network(name, precision);
            Batch batch = PairBatches.of(0, 0, 3, 6, 4);
            Tensor whole = network.predict(batch);
            States states = network.read(batch.sources());
            double[] x = batch.input().doubles();
            int size = network.outputSize();
            for (int t = 0; t < batch.timeSteps(); t++) {
                double[] step = java.util.Arrays.copyOfRange(x, t * 4 * 3, (t + 1) * 4 * 3);
                int[] lengths = new int[4];
                for (int b = 0; b < 4; b++) lengths[b] = t < batch.length(b) ? 1 : 0;
                Network.Run run = network.run(Batch.of(Tensor.of(step, 1, 4, 3), lengths), states);
                states = run.finalStates();
                for (int b = 0; b < 4; b++) {
                    for (int j = 0; j < size && lengths[b] == 1; j++) {
                        assertEquals(
                                whole.get((t * 4 + b) * size + j), run.output().get(b * size + j));
                    }
                }
            }
        }
    }

    private static String refused(Cell cell) {
        return assertThrows(
                        RnnException.class,
                        () -> PairBatches.builder()
                                .layer((flow, x) -> flow.withMemory("memory", flow.source("source"))
                                        .scan("decoder", cell, Map.of(), List.of(x))
                                        .output())
                                .build())
                .getMessage();
    }

    @Test
    void positionsArePutTogetherBeforeTheyLeave() {
        assertEquals("""
                The output is 'memory', a value at every position of a memory
                  where  layers.0.decoder
                  fix    put the positions together: segmentSum(...)""", refused(t -> t.output(t.memory("memory"))));
        assertTrue(refused(t -> {
                    t.next("h", t.previous("h", 2).plus(t.memory("memory")));
                    t.output(segmentSum(t.memory("memory")));
                })
                .contains("The state 'h' is set to"));
        assertEquals("""
                Dropout of 'memory', a value at every position of a memory
                  where  layers.0.decoder
                  fix    drop the sequence before it becomes a memory, such as with a dropout layer at the end of the encoder; or drop what the positions are put together to: segmentSum(...)""", refused(t -> t.output(segmentSum(t.dropout(t.memory("memory"), 0.5)))));
        assertTrue(refused(t -> t.output(segmentSoftmax(t.input()))).contains("which has no positions"));
    }

    @Test
    void statesHaveThePositionsOfOneMemory() {
        assertEquals("""
                The state 'seen' at the positions of 'x', which has none
                  where  layers.0.decoder
                  fix    give a value that depends on a memory; see Step.memory""", refused(t -> t.previous("seen", 1, t.input())));
        assertTrue(refused(t -> {
                    t.next("seen", t.previous("seen", 1, t.memory("memory")).plus(t.previous("seen", 1)));
                })
                .contains("The state 'seen' is declared twice"));
        assertTrue(refused(t -> {
                    t.next("seen", t.previous("seen", 3, t.memory("memory")).slice(0, 2));
                })
                .contains("The state 'seen' changes its size"));
        assertTrue(refusedLayer((flow, x) -> flow.withMemory("memory", flow.source("source"))
                        .withMemory("own", x)
                        .scan("d", MemoryTest::exchanging, Map.of(), List.of(x))
                        .output())
                .contains("a value at every position of another memory"));
    }

    private static void exchanging(Step t) {
        t.previous("seen", 3, t.memory("memory"));
        t.next("seen", t.memory("own"));
    }

    @Test
    void statesAtPositionsAreNotHandedOn() {
        Layer given = (flow, x) -> flow.withMemory("memory", flow.source("source"))
                .scan("decoder", MemoryTest::covering, Map.of("seen", flow.source("gist")), List.of(x))
                .output();
        assertEquals("""
                The state 'seen' of layers.0.decoder has a value at every position of a memory
                  where  layers.0
                  fix    let it begin as its cell says""", refusedLayer(given));
        Layer taken = (flow, x) -> flow.repeat(
                flow.withMemory("memory", flow.source("source"))
                        .scan("decoder", MemoryTest::covering, Map.of(), List.of(x))
                        .finalState("seen"),
                x);
        assertTrue(refusedLayer(taken).contains("No state 'seen' in layers.0.decoder"));
    }

    @Test
    void statesAtPositionsPassThroughRunsBySteps() {
        Network network = network("coverage", Precision.FLOAT32);
        Network.Run run = network.run(PairBatches.of(0, 0, 4), States.initial());
        Tensor seen = run.finalStates().get("layers.0.decoder.seen");
        assertArrayEquals(new int[] {6, 2, 1}, seen.shape());
        double[] sums = new double[2];
        for (int k = 0; k < 12; k++) sums[k % 2] += seen.get(k);
        assertArrayEquals(new double[] {4, 3}, sums, 1e-5);
        assertEquals(0, seen.get(2 * 2));
        States turned = run.finalStates().select(new int[] {1, 0, 1});
        assertArrayEquals(
                new int[] {6, 3, 1}, turned.get("layers.0.decoder.seen").shape());
        assertEquals(seen.get(1), turned.get("layers.0.decoder.seen").get(0));
        String message = assertThrows(RnnException.class, () -> network.run(PairBatches.of(0, 0, 1), run.finalStates()))
                .getMessage();
        assertTrue(message.contains("The state 'layers.0.decoder.seen' does not fit"), message);
    }

    private static void covering(Step t) {
        Node m = t.memory("memory");
        Node seen = t.previous("seen", 1, m);
        t.next("seen", seen.plus(1));
        t.output(segmentSum(seen.times(m)));
    }

    private static String refusedLayer(Layer layer) {
        return assertThrows(
                        RnnException.class,
                        () -> PairBatches.builder().layer(layer).build())
                .getMessage();
    }

    @Test
    void unknownMemoriesAreNamed() {
        assertEquals("""
                No memory 'memori' here
                  where         layers.0.decoder
                  available     memory
                  did you mean  memory
                  fix           use the cell where there is one: in the decoder of a model of type encoderDecoder, or in a flow from withMemory(...)""", refused(t -> t.output(segmentSum(t.memory("memori")))));
    }

    @Test
    void positionsOfTwoMemoriesDoNotMeet() {
        String message = assertThrows(
                        RnnException.class,
                        () -> PairBatches.builder()
                                .layer((flow, x) -> flow.withMemory("memory", flow.source("source"))
                                        .withMemory("own", x)
                                        .scan(
                                                "d",
                                                t -> t.output(segmentSum(t.memory("memory")
                                                        .slice(0, 1)
                                                        .plus(t.memory("own")))),
                                                Map.of(),
                                                List.of(x))
                                        .output())
                                .build())
                .getMessage();
        assertTrue(message.contains("Positions of two memories meet"), message);
    }
}
