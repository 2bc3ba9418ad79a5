package org.rnn4j.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rnn4j.cli.bench.BenchRow;
import org.rnn4j.cli.bench.Cells;
import org.rnn4j.cli.bench.Subject;
import org.rnn4j.core.train.Components;

final class PeerCommandTest {
    @ParameterizedTest
    @CsvSource({"lstm, 4", "gru, 3", "elman, 1"})
    void operationsAreCountedAsOurs(String cell, int gates) {
        BenchRow row = new BenchRow("tiny", 4, 2, 3, 5, 2);
        Subject ours = Subject.of(new Cells(Components.registry()).of(cell, 5), row, 1);
        assertEquals(ours.flopsPerStep() * row.steps(), PeerCommand.flops(row, gates));
    }
}
