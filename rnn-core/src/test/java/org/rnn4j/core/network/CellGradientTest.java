package org.rnn4j.core.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import org.rnn4j.api.Flow;
import org.rnn4j.api.Layer;
import org.rnn4j.api.Sequence;
import org.rnn4j.api.expr.Node;
import org.rnn4j.api.expr.Operation;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.Precision;
import org.rnn4j.core.trace.SequenceGraph.Scan;

class CellGradientTest {
    private static final int INPUT = 3;

    /** A cell in a setting. */
    record Setting(
            String name, Cell cell, boolean oneHot, boolean last, boolean backward, int[] lengths, int timeSteps) {
        @Override
        public String toString() {
            return name + (last ? ", last" : ", all") + (backward ? ", backward" : ", forward") + ", T=" + timeSteps
                    + ", lengths " + java.util.Arrays.toString(lengths);
        }

        Network network() {
            Layer layer = (flow, x) -> last ? flow.last(scan(flow, x)) : scan(flow, x);
            NetworkBuilder builder =
                    Network.builder().layer(layer).precision(Precision.FLOAT64).seed(5);
            return (oneHot ? builder.oneHotInput(INPUT) : builder.vectorInput(INPUT)).build();
        }

        private Sequence scan(Flow flow, Sequence x) {
            return backward ? flow.reverse(flow.scan(cell, flow.reverse(x))) : flow.scan(cell, x);
        }

        Batch batch() {
            return oneHot
                    ? TestBatches.indices(timeSteps, INPUT, lengths)
                    : TestBatches.vectors(timeSteps, INPUT, lengths);
        }
    }

    static Stream<Setting> settings() {
        List<Setting> settings = new ArrayList<>();
        for (boolean oneHot : new boolean[] {false, true}) {
            Map<String, Cell> cells = oneHot ? TestCells.onIndices() : TestCells.onVectors();
            cells.forEach((name, cell) -> {
                for (int k = 0; k < 4; k++) {
                    boolean last = k % 2 == 1;
                    boolean backward = k / 2 == 1;
                    settings.add(new Setting(name, cell, oneHot, last, backward, new int[] {4, 4}, 4));
                    settings.add(new Setting(name, cell, oneHot, last, backward, new int[] {2, 0, 4}, 5));
                    settings.add(new Setting(name, cell, oneHot, last, backward, new int[] {4}, 4));
                    settings.add(new Setting(name, cell, oneHot, last, backward, new int[] {1, 1, 1}, 1));
                    settings.add(new Setting(name, cell, oneHot, last, backward, new int[] {3, 1, 0, 2, 3, 0, 2}, 3));
                }
            });
        }
        return settings.stream();
    }

    @ParameterizedTest
    @MethodSource("settings")
    void gradientMatchesFiniteDifferences(Setting setting) {
        Network network = setting.network();
        GradientReport report = GradientCheck.of(network, setting.batch()).run();
        assertSmallErrors(report, network, setting);
    }

    @ParameterizedTest
    @MethodSource("settings")
    void gradientMatchesFiniteDifferencesFromGivenStates(Setting setting) {
        Network network = setting.network();
        GradientReport report = GradientCheck.of(network, setting.batch())
                .withInitial(TestBatches.states(network, setting.lengths().length))
                .run();
        assertSmallErrors(report, network, setting);
    }

    @Test
    void gradientMatchesFiniteDifferencesWithDropout() {
        Setting setting = new Setting("dropout", TestCells::dropout, false, false, false, new int[] {3, 0, 4}, 4);
        Network network = setting.network();
        assertSmallErrors(
                GradientCheck.of(network, setting.batch()).withDropout(3, 7).run(), network, setting);
    }

    @Test
    void cellsUseEveryOperation() {
        Set<Operation> used = EnumSet.noneOf(Operation.class);
        Map<String, Cell> all = new LinkedHashMap<>(TestCells.onVectors());
        all.putAll(TestCells.onIndices());
        all.forEach((name, cell) -> {
            boolean oneHot = TestCells.onIndices().containsKey(name);
            Network network = new Setting(name, cell, oneHot, false, false, new int[] {1}, 1).network();
            for (Scan scan : network.graph().scans()) {
                for (Node node : scan.graph().nodes()) used.add(node.operation());
            }
        });
        Set<Operation> ofMemories = EnumSet.of(Operation.SPREAD, Operation.SEGMENT_SUM, Operation.SEGMENT_SOFTMAX);
        assertEquals(EnumSet.complementOf(EnumSet.copyOf(ofMemories)), used);
    }

    private static void assertSmallErrors(GradientReport report, Network network, Setting setting) {
        assertTrue(report.worstError() <= Tolerances.GRADIENT, () -> setting + "\n" + report + network.describePlan());
    }
}
