package org.rnn4j.core.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.Tensor;

final class SequencePartTest {
    private static final Encoding SYMBOLS = Encoding.nextSymbol(
            Vocabulary.builder(Level.CHARACTER).count("abcdefghij").build());
    private static final Encoding NUMBERS = new Encoding(new Feature.Numbers(2), new Feature.Numbers(1), false);

    private static Example symbols(int... ids) {
        return Example.of(Tensor.ofIds(ids, ids.length), Tensor.ofIds(ids, ids.length));
    }

    private static SequencePart ofLengths(int... lengths) {
        return SequencePart.of(
                SYMBOLS,
                Arrays.stream(lengths)
                        .mapToObj(n ->
                                symbols(IntStream.range(0, n).map(i -> i % 10).toArray()))
                        .toList());
    }

    private static List<Long> order(Epoch epoch) {
        List<Long> ids = new ArrayList<>();
        for (int k = 0; k < epoch.size(); k++) {
            for (long id : epoch.segment(k).batch().exampleIds()) ids.add(id);
        }
        return ids;
    }

    @Test
    void sequencesStandSideBySideAndPaddingIsZero() {
        SequencePart part = SequencePart.of(SYMBOLS, List.of(symbols(7, 8), symbols(1, 2, 3)));
        Batch batch = part.inOrder(Feeding.of(2, 0)).segment(0).batch();
        assertArrayEquals(new int[] {3, 2}, batch.lengths());
        assertArrayEquals(new int[] {1, 7, 2, 8, 3, 0}, batch.input().ids());
        assertArrayEquals(new long[] {1, 0}, batch.exampleIds());
    }

    @Test
    void vectorsKeepTheirPrecisionAndOneTargetASequence() {
        Example one = Example.of(Tensor.of(new double[] {1, 2, 3, 4}, 2, 2), Tensor.of(new double[] {9}, 1));
        Example two = Example.of(Tensor.of(new double[] {5, 6}, 1, 2), Tensor.of(new double[] {8}, 1));
        Batch batch = SequencePart.of(NUMBERS, List.of(one, two))
                .inOrder(Feeding.of(2, 0))
                .segment(0)
                .batch();
        assertArrayEquals(new double[] {1, 2, 5, 6, 3, 4, 0, 0}, batch.input().doubles());
        assertArrayEquals(new int[] {2, 1}, batch.target().orElseThrow().shape());
        assertFalse(batch.input().isFloat());
    }

    @Test
    void longSequencesGoOnInTheNextSegment() {
        Epoch epoch = ofLengths(5, 2).inOrder(Feeding.of(2, 0).withTruncatedBptt(2));
        assertEquals(3, epoch.size());
        assertArrayEquals(new int[] {2, 2}, epoch.segment(0).batch().lengths());
        assertArrayEquals(new int[] {2, 0}, epoch.segment(1).batch().lengths());
        assertArrayEquals(new int[] {1, 0}, epoch.segment(2).batch().lengths());
        assertArrayEquals(new int[] {4, 0}, epoch.segment(2).batch().input().ids());
        assertFalse(epoch.segment(0).continues());
        assertTrue(epoch.segment(2).continues());
    }

    @Test
    void everySequenceComesOnceInAnEpoch() {
        int[] lengths = IntStream.range(0, 103).map(i -> 1 + i % 17).toArray();
        List<Long> ids = order(ofLengths(lengths).epoch(Feeding.of(8, 5), 3));
        assertEquals(103, ids.size());
        assertEquals(103, ids.stream().distinct().count());
    }

    @Test
    void orderDependsOnSeedAndEpochOnly() {
        int[] lengths = IntStream.range(0, 100).map(i -> 1 + i % 17).toArray();
        SequencePart part = ofLengths(lengths);
        List<Long> order = order(part.epoch(Feeding.of(8, 5), 3));
        assertEquals(order, order(ofLengths(lengths).epoch(Feeding.of(8, 5), 3)));
        assertNotEquals(order, order(part.epoch(Feeding.of(8, 5), 4)));
        assertNotEquals(order, order(part.epoch(Feeding.of(8, 6), 3)));
    }

    @Test
    void batchesNeedLittlePadding() {
        int[] lengths = IntStream.range(0, 2000).map(i -> 1 + i * 7919 % 40).toArray();
        Epoch epoch = ofLengths(lengths).epoch(Feeding.of(16, 1), 0);
        long padded = 0;
        long steps = 0;
        for (int k = 0; k < epoch.size(); k++) {
            Batch batch = epoch.segment(k).batch();
            padded += (long) batch.timeSteps() * batch.batchSize();
            steps += batch.steps();
        }
        assertTrue(padded < 1.05 * steps, padded + " cells for " + steps + " steps");
    }

    @Test
    void sequencesWithoutStepsAreLegal() {
        Epoch epoch = ofLengths(0, 0).inOrder(Feeding.of(4, 0));
        assertEquals(1, epoch.size());
        assertEquals(0, epoch.segment(0).batch().steps());
    }
}
