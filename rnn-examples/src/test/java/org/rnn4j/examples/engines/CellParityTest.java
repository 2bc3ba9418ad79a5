package org.rnn4j.examples.engines;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rnn4j.api.Cell;
import org.rnn4j.api.expr.Node;
import org.rnn4j.api.expr.Operation;
import org.rnn4j.core.trace.SequenceGraph.Scan;

/** The simd engine gives the numbers of the reference engine, for every cell at awkward sizes. */
final class CellParityTest {
    private static final int VOCABULARY = 5;

    /** Left-over rows, all lengths, then smaller batches in the same buffers. */
    private static final List<Episode> EPISODES = List.of(
            Episode.of(5, 5, 0, 3, 1, 5, 2, 4).withPassedStates(),
            Episode.of(1, 1),
            Episode.of(6, 4, 6).withDropout());

    static Stream<Case> smallCells() {
        return Stream.of(1, 3, 7, 8, 13, 16, 17, 31).flatMap(size -> {
            Map<String, Cell> cells = new LinkedHashMap<>(Cells.ofSize(size));
            cells.putAll(OwnCells.ofSize(size));
            List<Case> cases = new ArrayList<>();
            cells.forEach((name, cell) -> {
                cases.add(new Case(Model.of(name, size + 2, false, cell), size));
                cases.add(new Case(Model.of(name, VOCABULARY, true, cell), size));
            });
            OwnCells.onIndices(size)
                    .forEach((name, cell) -> cases.add(new Case(Model.of(name, VOCABULARY, true, cell), size)));
            return cases.stream();
        });
    }

    static Stream<Case> largeCells() {
        return Stream.of(64, 100, 207).flatMap(size -> {
            List<Case> cases = new ArrayList<>();
            Cells.fewOfSize(size).forEach((name, cell) -> {
                cases.add(new Case(Model.of(name, size - 3, false, cell), size));
                cases.add(new Case(Model.of(name, 207, true, cell), size));
            });
            return cases.stream();
        });
    }

    /** So many words that gradients of tables are kept as the rows that were looked up; cells of own look-ups beside. */
    static Stream<Case> largeVocabularies() {
        Map<String, Cell> cells = new LinkedHashMap<>(Cells.fewOfSize(19));
        cells.putAll(OwnCells.onIndices(19));
        return cells.entrySet().stream().map(e -> new Case(Model.of(e.getKey(), 1300, true, e.getValue()), 19));
    }

    static Stream<Case> longSequences() {
        return Cells.fewOfSize(13).entrySet().stream()
                .map(e -> new Case(Model.of(e.getKey(), 8, false, e.getValue()), 13));
    }

    @ParameterizedTest
    @MethodSource("smallCells")
    void simdEqualsReference(Case each) {
        Parity.check(each.model(), each.size(), EPISODES);
    }

    @ParameterizedTest
    @MethodSource("largeCells")
    void simdEqualsReferenceAtLargeSizes(Case each) {
        Parity.check(each.model(), each.size(), List.of(Episode.of(4, 4, 1, 3, 0, 4, 2, 4)));
    }

    @ParameterizedTest
    @MethodSource("largeVocabularies")
    void simdEqualsReferenceOnManyWords(Case each) {
        Parity.check(each.model(), each.size(), EPISODES);
    }

    @ParameterizedTest
    @MethodSource("longSequences")
    void simdEqualsReferenceOverManySteps(Case each) {
        Parity.check(each.model(), each.size(), List.of(Episode.of(100, 100, 63, 7)));
    }

    @Test
    void ownCellsUseEveryOperation() {
        Set<Operation> used = EnumSet.noneOf(Operation.class);
        smallCells().filter(c -> c.size() == 3).forEach(each -> {
            for (Scan scan : each.model().graph().scans()) {
                scan.graph().nodes().stream().map(Node::operation).forEach(used::add);
            }
        });
        Set<Operation> ofMemories = EnumSet.of(Operation.SPREAD, Operation.SEGMENT_SUM, Operation.SEGMENT_SOFTMAX);
        assertEquals(EnumSet.complementOf(EnumSet.copyOf(ofMemories)), used);
    }
}
