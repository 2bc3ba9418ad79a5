package org.rnn4j.cli.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rnn4j.core.train.Components;

final class BenchmarksTest {
    private static final BenchRow ROW = new BenchRow("tiny", 4, 2, 3, 5, 2);
    private static final Benchmark.Setting SETTING =
            new Benchmark.Setting(new Cells(Components.registry()), new Stopwatch(0.01), 2);

    @Test
    void theUsualRowsAreThoseOfTheTables() {
        assertEquals(
                List.of("names", "small", "charrnn", "fastrnns", "ptb", "deepbench", "single"),
                BenchRow.usual().stream().map(BenchRow::name).toList());
    }

    @Test
    void productsAreCountedAsForOtherFrameworks() {
        Cells cells = SETTING.cells();
        int perGate = 2 * ROW.hiddenSize() * (ROW.inputSize() + ROW.hiddenSize() + 2 * ROW.hiddenSize());
        assertEquals(4 * perGate, Subject.of(cells.of("lstm", 5), ROW, 1).flopsPerStep());
        assertEquals(4 * perGate, Subject.of(cells.of("ownLstm", 5), ROW, 1).flopsPerStep());
        assertEquals(3 * perGate, Subject.of(cells.of("gru", 5), ROW, 1).flopsPerStep());
        assertEquals(perGate, Subject.of(cells.of("elman", 5), ROW, 1).flopsPerStep());
    }

    @Test
    void raggedBatchesAreComparedWithFullOnes() {
        Measurement measured =
                new LengthsBenchmark().measure(SETTING, "lstm", ROW).get(0);
        assertEquals(4.0 / 8, measured.more().get("stepsShare"));
        double ratio = measured.medianMillis() / measured.more().getOrDefault("fullMillis", 0.0);
        assertEquals(ratio, measured.more().getOrDefault("ratio", 0.0), 1e-9 * ratio);
    }

    @Test
    void memoryIsComparedWithWhatMustBeHeld() {
        // A larger row, so that what the JVM itself allocates meanwhile does not matter.
        BenchRow row = new BenchRow("tiny", 50, 32, 64, 64, 1);
        Measurement measured =
                new MemoryBenchmark().measure(SETTING, "lstm", row).get(0);
        long weights = 4 * 64 * (64 + 64 + 1);
        long packed = 4 * 64 * (64 + 64);
        // Per step x and y and their gradients; of the cell i, f, g, o, c' and tanh(c').
        long steps = 50 * 32 * (4 * 64 + 6 * 64);
        assertEquals(4.0 * (2 * weights + 2 * packed + steps), measured.more().get("neededBytes"));
        assertTrue(measured.more().getOrDefault("ratio", 0.0) > 0.9, measured::toString);
        assertTrue(measured.more().getOrDefault("allocatedBytesPerStep", -1.0) >= 0, measured::toString);
    }

    @Test
    void cellsOfOnesOwnAreComparedInPairs() {
        Measurement measured =
                new PairsBenchmark().measure(SETTING, "ownLstm", ROW).get(0);
        assertTrue(measured.more().getOrDefault("ratio", 0.0) > 0, measured::toString);
        assertTrue(measured.more().getOrDefault("pairs", 0.0) >= 15, measured::toString);
    }

    @Test
    void recomputingIsComparedWithKeeping() {
        BenchRow row = new BenchRow("long", 400, 8, 16, 32, 1);
        RecomputeBenchmark benchmark = new RecomputeBenchmark(row);
        assertEquals(List.of(row), benchmark.rows(List.of()));
        Measurement measured = benchmark.measure(SETTING, "lstm", row).get(0);
        double ratio = measured.medianMillis() / measured.more().getOrDefault("millisKept", 0.0);
        assertEquals(ratio, measured.more().getOrDefault("timeRatio", 0.0), 1e-9 * ratio);
        assertTrue(measured.more().getOrDefault("memoryRatio", 0.0) > 1, measured::toString);
    }

    @Test
    void vocabulariesAreComparedWithTheSmallest() {
        VocabularyBenchmark benchmark = new VocabularyBenchmark(List.of(10, 100));
        BenchRow row = new BenchRow("words", 4, 2, 10, 5, 1);
        List<Measurement> measured = benchmark.measure(SETTING, "lstm", row);
        assertEquals(
                List.of("words10", "words100"),
                measured.stream().map(Measurement::name).toList());
        assertEquals(1.0, measured.get(0).more().get("ratio"));
        double ratio = measured.get(1).medianMillis() / measured.get(0).medianMillis();
        assertEquals(ratio, measured.get(1).more().getOrDefault("ratio", 0.0), 1e-9 * ratio);
    }

    @Test
    void aSessionIsMeasuredInNanosecondsAStep() {
        BenchRow row = new BenchRow("step8", 1, 1, 8, 8, 1);
        Measurement measured =
                new StreamBenchmark().measure(SETTING, "gru", row).get(0);
        assertEquals(measured.medianMillis() * 1e6, measured.more().getOrDefault("nanosPerStep", 0.0), 1e-3);
    }
}
