package org.rnn4j.cli.bench;

import java.util.List;

/** A way to measure a cell. */
public interface Benchmark {
    /** Backward takes twice the products of forward. */
    double TRAINING = 3;

    /** Its name among the modes. */
    String mode();

    /** The rows to measure, given those that the user wants; a benchmark may have rows of its own. */
    default List<BenchRow> rows(List<BenchRow> wanted) {
        return wanted;
    }

    /**
     * Measures a cell.
     *
     * @param cell its type
     */
    List<Measurement> measure(Setting setting, String cell, BenchRow row);

    /**
     * With what to measure.
     *
     * @param cells where cells come from
     * @param stopwatch how long, and how
     * @param threads that may work on one batch
     */
    record Setting(Cells cells, Stopwatch stopwatch, int threads) {}
}
