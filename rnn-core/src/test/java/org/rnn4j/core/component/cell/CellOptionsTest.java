package org.rnn4j.core.component.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.rnn4j.api.CellOptions;
import org.rnn4j.api.ConfigException;
import org.rnn4j.api.InitialState;
import org.rnn4j.api.Initializer;
import org.rnn4j.api.LearningRate;
import org.rnn4j.api.Option;
import org.rnn4j.api.expr.Parameter;
import org.rnn4j.core.trace.StepGraph;
import org.rnn4j.core.trace.TracedStep;

/** What users of a cell may choose reaches its equations. */
class CellOptionsTest {
    @Test
    void withoutBiasThereIsNone() {
        assertEquals(List.of("W_xh", "W_hh"), names(trace(CellOptions.of(3).withBias(false))));
    }

    @Test
    void initializersReachTheMatricesOfTheirRole() {
        StepGraph graph = trace(CellOptions.of(3)
                .withInputInitializer(Initializer.normal(0.5))
                .withRecurrentInitializer(Initializer.identity()));
        Map<String, Initializer> drawn =
                graph.parameters().stream().collect(Collectors.toMap(Parameter::name, Parameter::initializer));
        assertEquals(Initializer.normal(0.5), drawn.get("W_xh"));
        assertEquals(Initializer.identity(), drawn.get("W_hh"));
        assertEquals(Initializer.zeros(), drawn.get("b_h"));
    }

    @Test
    void matricesAreDrawnAsUsualIfNothingIsSaid() {
        Map<String, Initializer> drawn = trace(CellOptions.of(3)).parameters().stream()
                .collect(Collectors.toMap(Parameter::name, Parameter::initializer));
        assertEquals(Initializer.glorotUniform(), drawn.get("W_xh"));
        assertEquals(Initializer.orthogonal(), drawn.get("W_hh"));
    }

    @Test
    void aLearnedInitialStateIsAParameter() {
        StepGraph graph = trace(CellOptions.of(3).withInitialState(InitialState.learned()));
        assertTrue(names(graph).contains("h_0"));
    }

    @Test
    void aConstantInitialStateReachesTheState() {
        StepGraph graph = trace(CellOptions.of(3).withInitialState(InitialState.constant(0.25)));
        assertEquals(InitialState.constant(0.25), graph.states().get(0).initial());
    }

    @Test
    void aSizeOfZeroIsRefusedInJavaAsInJson() {
        String message =
                assertThrows(ConfigException.class, () -> ElmanCell.of(0)).getMessage();
        assertEquals("""
                Out of range: hiddenSize = 0
                  meaning  size of the state h
                  fix      give it a number at least 1""", message);
    }

    @Test
    void valuesInListsAreCheckedOneByOne() {
        Option<List<Double>> weights = Option.numbers("weights", "weights").atLeast(0);
        assertEquals(List.of(0.0, 2.0), weights.checked(List.of(0.0, 2.0)));
        assertThrows(ConfigException.class, () -> weights.checked(List.of(1.0, -1.0)));
        assertThrows(ConfigException.class, () -> weights.checked(List.of(Double.NaN)));
    }

    @Test
    void aLearningRateIsAboveZero() {
        Option<Double> rate = LearningRate.option(0.1);
        assertEquals(0.1, rate.defaultValue().orElseThrow());
        assertThrows(ConfigException.class, () -> rate.checked(0.0));
    }

    private static StepGraph trace(CellOptions options) {
        return TracedStep.trace(ElmanCell.of(options), "", List.of(new TracedStep.Input(2, false)));
    }

    private static List<String> names(StepGraph graph) {
        return graph.parameters().stream().map(Parameter::name).toList();
    }
}
