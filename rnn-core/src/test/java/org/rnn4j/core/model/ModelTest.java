package org.rnn4j.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rnn4j.api.Returns;
import org.rnn4j.api.expr.Parameter;
import org.rnn4j.core.component.cell.ElmanCell;
import org.rnn4j.core.component.layer.DenseLayer;
import org.rnn4j.core.component.layer.EmbeddingLayer;
import org.rnn4j.core.component.layer.RecurrentLayer;
import org.rnn4j.core.data.Encoding;
import org.rnn4j.core.data.Feature;
import org.rnn4j.core.data.Level;
import org.rnn4j.core.data.Vocabulary;
import org.rnn4j.core.engine.Precision;
import org.rnn4j.core.network.Network;

final class ModelTest {
    private static final Model.Settings SETTINGS = new Model.Settings(Precision.FLOAT64, 1, 1);

    @Test
    void languageModelEndsAsWideAsTheVocabulary() {
        Encoding text = Encoding.nextSymbol(
                Vocabulary.builder(Level.CHARACTER).count("abcde").build());
        Network network =
                LanguageModel.of(List.of(RecurrentLayer.of(ElmanCell.of(3)))).network(text, SETTINGS);
        assertTrue(network.isOneHotInput());
        assertEquals(5, network.inputSize());
        assertEquals(5, network.outputSize());
        assertEquals(
                List.of("layers.0.cell.W_xh", "layers.0.cell.W_hh", "layers.0.cell.b_h", "output.W_xy", "output.b_y"),
                network.parameters().stream().map(Parameter::name).toList());
    }

    @Test
    void languageModelsForManyWords() {
        Encoding text = Encoding.nextSymbol(
                Vocabulary.builder(Level.CHARACTER).count("abcde").build());
        LanguageModel model = LanguageModel.of(List.of(EmbeddingLayer.of(2), RecurrentLayer.of(ElmanCell.of(3))));
        Network tied = model.withOutput(LanguageModel.Output.TIED).network(text, SETTINGS);
        assertEquals(5, tied.outputSize());
        assertEquals(
                List.of(
                        "layers.0.E",
                        "layers.1.cell.W_xh",
                        "layers.1.cell.W_hh",
                        "layers.1.cell.b_h",
                        "output.W_xp",
                        "output.b_y"),
                tied.parameters().stream().map(Parameter::name).toList());
        Model hierarchical = model.withOutput(LanguageModel.Output.HIERARCHICAL);
        assertEquals(5, hierarchical.network(text, SETTINGS).outputSize());
        assertTrue(hierarchical.usualLoss(text).candidates().isPresent());
        assertFalse(model.usualLoss(text).candidates().isPresent());
    }

    @Test
    void sequenceModelIsItsLayers() {
        Encoding series = new Encoding(new Feature.Numbers(2), new Feature.Numbers(1), false);
        Network network = SequenceModel.of(
                        List.of(RecurrentLayer.of(ElmanCell.of(3)).withReturns(Returns.LAST), DenseLayer.of(1)))
                .network(series, SETTINGS);
        assertFalse(network.outputHasTime());
        assertEquals(2, network.inputSize());
        assertEquals(1, network.outputSize());
    }

    @Test
    void seedChoosesTheFirstWeights() {
        Encoding series = new Encoding(new Feature.Numbers(2), new Feature.Numbers(1), true);
        Model model = SequenceModel.of(List.of(DenseLayer.of(1)));
        double[] one = model.network(series, SETTINGS).weights().get("layers.0.W_xy");
        double[] same = model.network(series, SETTINGS).weights().get("layers.0.W_xy");
        double[] other = model.network(series, new Model.Settings(Precision.FLOAT64, 2, 1))
                .weights()
                .get("layers.0.W_xy");
        assertEquals(one[0], same[0]);
        assertTrue(one[0] != other[0]);
    }
}
