package org.rnn4j.core.component.loss;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rnn4j.api.Loss.Reduction;
import org.rnn4j.api.ShapeException;

final class CtcLossTest {
    private static final int STEPS = 5;
    private static final int OUTPUTS = 3;
    private static final CtcLoss SUM = CtcLoss.of().withReduction(Reduction.SUM);

    /** The probability of all labels, by trying every path. */
    private static Map<List<Integer>, Double> ofAllPaths(Outputs example, int blank) {
        Map<List<Integer>, Double> all = new LinkedHashMap<>();
        Outputs.forAll(example.steps(), OUTPUTS, path -> {
            double logP = 0;
            List<Integer> labels = new java.util.ArrayList<>();
            for (int t = 0; t < path.length; t++) {
                logP += LogSum.logSoftmax(example.output(t))[path[t]];
                boolean again = t > 0 && path[t] == path[t - 1];
                if (path[t] != blank && !again) labels.add(path[t] < blank ? path[t] : path[t] - 1);
            }
            all.merge(labels, Math.exp(logP), Double::sum);
        });
        return all;
    }

    private static int[] ints(List<Integer> list) {
        return list.stream().mapToInt(k -> k).toArray();
    }

    @Test
    void lossIsThatOfAllPaths() {
        for (int blank = 0; blank < OUTPUTS; blank++) {
            Outputs example = Outputs.random(STEPS, OUTPUTS, 1);
            CtcLoss loss = SUM.withBlank(blank);
            ofAllPaths(example, blank)
                    .forEach((labels, probability) -> assertEquals(
                            -Math.log(probability),
                            loss.loss(example.withLabels(ints(labels))),
                            1e-12,
                            labels::toString));
        }
    }

    @Test
    void meanDividesByTheNumberOfLabels() {
        Outputs example = Outputs.random(STEPS, OUTPUTS, 2);
        assertEquals(SUM.loss(example.withLabels(0, 1)) / 2, CtcLoss.of().loss(example.withLabels(0, 1)), 1e-12);
        assertEquals(SUM.loss(example), CtcLoss.of().loss(example), 1e-12);
    }

    @Test
    void labelsThatDoNotFitAreInfiniteOrNothing() {
        Outputs example = Outputs.random(2, OUTPUTS, 3).withLabels(1, 1);
        assertEquals(Double.POSITIVE_INFINITY, SUM.loss(example));
        assertEquals(0, SUM.withZeroInfinity(true).loss(example));
    }

    @Test
    void hugeLogitsDoNotOverflow() {
        double[][] outputs = {{1e4, 0, -1e4}, {0, 1e4, 0}};
        assertEquals(0, SUM.loss(new Outputs(outputs, new int[] {0}, Map.of())), 1e-12);
    }

    @Test
    void aBeamOfFullWidthFindsWhatAllPathsSay() {
        for (int seed = 0; seed < 5; seed++) {
            Outputs example = Outputs.random(STEPS, OUTPUTS, seed);
            List<Map.Entry<List<Integer>, Double>> all = ofAllPaths(example, 0).entrySet().stream()
                    .sorted(Comparator.comparingDouble(e -> -e.getValue()))
                    .toList();
            List<CtcDecoder.Found> found = CtcDecoder.of(0).beam(example.outputs(), 1000, all.size());
            assertEquals(all.size(), found.size());
            for (int k = 0; k < found.size(); k++) {
                assertEquals(Math.log(all.get(k).getValue()), found.get(k).logProbability(), 1e-9);
                if (k < 5)
                    assertArrayEquals(ints(all.get(k).getKey()), found.get(k).labels());
            }
            assertArrayEquals(
                    found.get(0).labels(), CtcLoss.of().withBeamWidth(1000).labels(example));
        }
    }

    @Test
    void greedyTakesTheBestPath() {
        double[][] outputs = {{0, 9, 1}, {0, 9, 1}, {5, 0, 0}, {1, 3, 2}, {1, 2, 3}};
        assertArrayEquals(new int[] {0, 0, 1}, CtcDecoder.of(0).greedy(outputs).labels());
        assertArrayEquals(new int[] {0, 0, 1}, CtcLoss.of().labels(new Outputs(outputs, new int[0], Map.of())));
        assertArrayEquals(new int[] {1, 0, 1}, CtcDecoder.of(2).greedy(outputs).labels());
    }

    @Test
    void aNarrowBeamIsNoBetterThanAWideOne() {
        Outputs example = Outputs.random(30, OUTPUTS, 9);
        double narrow = CtcDecoder.of(0).beam(example.outputs(), 1, 1).get(0).logProbability();
        double wide = CtcDecoder.of(0).beam(example.outputs(), 50, 1).get(0).logProbability();
        assertEquals(Math.max(narrow, wide), wide);
    }

    @Test
    void aBlankBeyondTheOutputsIsRefused() {
        String message = assertThrows(
                        ShapeException.class, () -> SUM.withBlank(3).parameters(3))
                .getMessage();
        assertEquals(
                List.of(
                        "The blank is none of the network's outputs",
                        "  blank    3",
                        "  outputs  3",
                        "  fix      give a number from 0 to 2"),
                Arrays.asList(message.split("\n")));
    }
}
