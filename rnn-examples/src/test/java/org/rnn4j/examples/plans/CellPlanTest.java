package org.rnn4j.examples.plans;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rnn4j.bidirectional.BidirectionalLayer;
import org.rnn4j.bidirectional.DeepLayer;
import org.rnn4j.cells.gru.GruCell;
import org.rnn4j.cells.lstm.LstmCell;
import org.rnn4j.cells.lstm.PeepholeLstmCell;
import org.rnn4j.core.component.cell.ElmanCell;

/** The plans of the cells that people use most, forward and backward, are those in {@code src/test/resources/plans}. */
final class CellPlanTest {
    /** Two panels, the second one not full. */
    private static final int SIZE = 20;

    @Test
    void elman() throws IOException {
        GoldenFile.check("elman", Plans.of(ElmanCell.of(SIZE)));
    }

    @Test
    void gru() throws IOException {
        GoldenFile.check("gru", Plans.of(GruCell.of(SIZE)));
    }

    @Test
    void gruWithResetAfter() throws IOException {
        GoldenFile.check("gru-reset-after", Plans.of(GruCell.of(SIZE).withResetAfter(true)));
    }

    @Test
    void lstm() throws IOException {
        GoldenFile.check("lstm", Plans.of(LstmCell.of(SIZE)));
    }

    @Test
    void lstmOnSymbols() throws IOException {
        GoldenFile.check("lstm-on-symbols", Plans.of((flow, x) -> flow.scan(LstmCell.of(SIZE), x), 28, true));
    }

    @Test
    void peepholeLstm() throws IOException {
        GoldenFile.check("peephole-lstm", Plans.of(PeepholeLstmCell.of(SIZE)));
    }

    @Test
    void bidirectionalLstm() throws IOException {
        GoldenFile.check("bidirectional-lstm", Plans.of(BidirectionalLayer.of(LstmCell.of(SIZE))));
    }

    @Test
    void deepLstm() throws IOException {
        GoldenFile.check(
                "deep-lstm", Plans.of(DeepLayer.of(LstmCell.of(SIZE), 2).withDropout(0.2)));
    }

    @Test
    void differencesStandBelowTheLineBefore() {
        assertEquals(
                List.of("  b", "- c", "+ x", "+ y", "  e", "- f"),
                GoldenFile.differences(List.of("a", "b", "c", "d", "e", "f"), List.of("a", "b", "x", "y", "d", "e")));
    }
}
