package org.rnn4j.core.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rnn4j.api.CellDefinitionException;
import org.rnn4j.api.expr.Parameter;
import org.rnn4j.core.component.cell.ElmanCell;
import org.rnn4j.core.component.layer.EmbeddingLayer;
import org.rnn4j.core.component.layer.RecurrentLayer;
import org.rnn4j.core.component.layer.TiedOutputLayer;
import org.rnn4j.core.component.loss.SoftmaxCrossEntropyLoss;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.Precision;
import org.rnn4j.core.engine.Tensor;

final class TiedOutputTest {
    private static final int WORDS = 7;

    private static Network network(int hiddenSize, Precision precision) {
        return Network.builder()
                .oneHotInput(WORDS)
                .layer(EmbeddingLayer.of(3))
                .layer(RecurrentLayer.of(ElmanCell.of(hiddenSize)))
                .layer("output", TiedOutputLayer.of("layers.0.E"))
                .precision(precision)
                .seed(4)
                .build();
    }

    private static Batch batch() {
        return Batch.of(Tensor.ofIds(new int[] {1, 2, 6, 0, 5, 3}, 3, 2), new int[] {3, 2})
                .withTarget(Tensor.ofIds(new int[] {2, 1, 6, 6, 0, 0}, 3, 2));
    }

    private static List<String> names(Network network) {
        return network.parameters().stream().map(Parameter::name).toList();
    }

    @Test
    void theMatrixIsThereOnce() {
        assertEquals(
                List.of("layers.0.E", "layers.1.cell.W_xh", "layers.1.cell.W_hh", "layers.1.cell.b_h", "output.b_y"),
                names(network(3, Precision.FLOAT32)));
        assertTrue(names(network(5, Precision.FLOAT32)).contains("output.W_xp"));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 5})
    void gradientOfBothSidesMatchesFiniteDifferences(int hiddenSize) {
        GradientReport report = GradientCheck.of(network(hiddenSize, Precision.FLOAT64), batch())
                .withLoss(SoftmaxCrossEntropyLoss.of())
                .run();
        assertTrue(report.worstError() < 1e-6, report::toString);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 5})
    void float32EqualsFloat64(int hiddenSize) {
        double[] exact = network(hiddenSize, Precision.FLOAT64).predict(batch()).doubles();
        assertArrayEquals(
                exact, network(hiddenSize, Precision.FLOAT32).predict(batch()).doubles(), 1e-5);
    }

    @Test
    void logitsAreProductsWithTheVectors() {
        Network network = Network.builder()
                .oneHotInput(2)
                .layer(EmbeddingLayer.of(4))
                .layer(TiedOutputLayer.of("layers.0.E"))
                .precision(Precision.FLOAT64)
                .build();
        // Columns (1, 2, 3, 4) and (0, 1, 0, -1), row by row.
        network.weights().set("layers.0.E", new double[] {1, 0, 2, 1, 3, 0, 4, -1});
        double[] logits =
                network.predict(Batch.of(Tensor.ofIds(new int[] {0, 1}, 2, 1))).doubles();
        assertArrayEquals(new double[] {15, -1, -1, 1}, logits, 1e-12);
    }

    @Test
    void aMatrixThatNobodyHas() {
        String message = assertThrows(
                        CellDefinitionException.class,
                        () -> Network.builder()
                                .oneHotInput(2)
                                .layer(EmbeddingLayer.of(4))
                                .layer(TiedOutputLayer.of("layers.0.F"))
                                .build())
                .getMessage();
        assertEquals("""
                Logits are tied to the matrix 'layers.0.F', which no layer below has
                  fix  let the first layer be an embedding, or do not tie them""", message);
    }
}
