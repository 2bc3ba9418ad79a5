package org.rnn4j.core.component.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rnn4j.api.ConfigException;
import org.rnn4j.api.Layer;
import org.rnn4j.api.RnnException;
import org.rnn4j.api.ShapeException;
import org.rnn4j.core.component.cell.ElmanCell;
import org.rnn4j.core.component.loss.SoftmaxCrossEntropyLoss;
import org.rnn4j.core.trace.FlowTracer;
import org.rnn4j.core.trace.LossTracer;

/** Each misuse of a layer or loss has its message. */
class LayerErrorTest {
    @Test
    void anEmbeddingOfNumbers() {
        assertEquals("""
                An embedding of values that are not indices
                  given  4 numbers a step
                  fix    use embedding as the first layer after symbols, and dense for numbers""", message(EmbeddingLayer.of(3)));
    }

    @Test
    void aRepeatedSequence() {
        assertEquals("""
                The layer in a repeat gives sequences, not vectors
                  given  [T, B, 2]
                  fix    let it return the last output, or use a pool""", message(RepeatLayer.of(RecurrentLayer.of(ElmanCell.of(2)))));
    }

    @Test
    void aDropoutRateOfOne() {
        assertEquals(
                """
                Out of range: rate = 1.0
                  meaning  probability that an element is dropped
                  fix      give it a number at least 0 and below 1""",
                assertThrows(ConfigException.class, () -> DropoutLayer.of(1)).getMessage());
    }

    @Test
    void classWeightsThatAreNotOneForEachClass() {
        SoftmaxCrossEntropyLoss loss = SoftmaxCrossEntropyLoss.of().withClassWeights(List.of(1.0, 2.0));
        assertEquals(
                """
                The number of class weights is not that of the classes
                  weights  2
                  classes  3
                  fix      give one weight for each class""",
                assertThrows(ShapeException.class, () -> LossTracer.trace(loss, 3))
                        .getMessage());
    }

    private static String message(Layer layer) {
        return assertThrows(RnnException.class, () -> FlowTracer.trace(Map.of("layer", layer), 4, false))
                .getMessage();
    }
}
