package org.rnn4j.examples.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.rnn4j.api.Cell;
import org.rnn4j.bidirectional.BidirectionalLayer;
import org.rnn4j.bidirectional.DeepLayer;
import org.rnn4j.core.engine.Precision;
import org.rnn4j.core.network.Network;
import org.rnn4j.core.network.NetworkBuilder;
import org.rnn4j.testkit.NetworkChecks;
import org.rnn4j.testkit.Shape;

/** Sizes around the width of vectors and panels, in both engines. */
class AwkwardSizesParityTest {
    private static final int[] SIZES = {1, 3, 7, 8, 13, 16, 17, 31, 64, 100, 207};
    private static final Shape SHAPE = Shape.of(6, 6, 0, 5, 1, 3);

    @TestFactory
    Stream<DynamicTest> float32EqualsFloat64() {
        List<DynamicTest> tests = new ArrayList<>();
        for (int size : SIZES) {
            for (Map.Entry<String, Cell> cell : Cells.kinds(size).entrySet()) {
                for (boolean indices : new boolean[] {false, true}) {
                    String name = cell.getKey() + " of " + size + (indices ? " on indices" : " on vectors");
                    tests.add(DynamicTest.dynamicTest(name, () -> check(cell.getValue(), size, indices)));
                }
            }
        }
        return tests.stream();
    }

    private static void check(Cell cell, int size, boolean indices) {
        NetworkChecks.parity(
                network(cell, size, indices, Precision.FLOAT64),
                network(cell, size, indices, Precision.FLOAT32),
                SHAPE);
    }

    private static Network network(Cell cell, int size, boolean indices, Precision precision) {
        NetworkBuilder builder = Network.builder()
                .layer(BidirectionalLayer.of(cell))
                .layer(DeepLayer.of(cell, 2).withDropout(0.2))
                .precision(precision)
                .seed(size);
        return (indices ? builder.oneHotInput(size + 2) : builder.vectorInput(size)).build();
    }
}
