package org.rnn4j.core.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rnn4j.api.ConfigException;
import org.rnn4j.api.Loss;
import org.rnn4j.api.ShapeException;
import org.rnn4j.api.expr.Parameter;
import org.rnn4j.core.component.cell.ElmanCell;
import org.rnn4j.core.component.layer.DenseLayer;
import org.rnn4j.core.component.layer.RecurrentLayer;
import org.rnn4j.core.component.loss.CrfLoss;
import org.rnn4j.core.component.loss.CtcLoss;
import org.rnn4j.core.component.optimizer.Adam;
import org.rnn4j.core.data.Dataset;
import org.rnn4j.core.data.Encoding;
import org.rnn4j.core.data.Example;
import org.rnn4j.core.data.Feature;
import org.rnn4j.core.data.Feeding;
import org.rnn4j.core.data.Level;
import org.rnn4j.core.data.SequencePart;
import org.rnn4j.core.data.TargetLength;
import org.rnn4j.core.data.Vocabulary;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.LabelReader;
import org.rnn4j.core.engine.Precision;
import org.rnn4j.core.engine.Tensor;
import org.rnn4j.core.network.Network;

/** Losses of whole sequences are trained as others are, and their own parameters with the network's. */
final class SequenceLossTrainingTest {
    private static final Feature SYMBOLS =
            new Feature.Symbols(Vocabulary.builder(Level.CHARACTER).count("ab").build());
    private static final int STEPS = 6;

    /** Each symbol stands for two steps; labels are the symbols. */
    private static Dataset spoken() {
        Encoding encoding = new Encoding(SYMBOLS, SYMBOLS, TargetLength.OWN);
        List<Example> examples = new ArrayList<>();
        for (int k = 0; k < 8; k++) {
            int[] labels = {k & 1, k >> 1 & 1, k >> 2 & 1};
            int[] input = new int[STEPS];
            for (int t = 0; t < STEPS; t++) input[t] = labels[t / 2];
            examples.add(Example.of(Tensor.ofIds(input, STEPS), Tensor.ofIds(labels, labels.length)));
        }
        return Dataset.of(encoding, SequencePart.of(encoding, examples));
    }

    /** Classes that alternate, whatever is read. */
    private static Dataset alternating() {
        Encoding encoding = new Encoding(SYMBOLS, SYMBOLS, true);
        int[] classes = {0, 1, 0, 1, 0, 1};
        Example example = Example.of(Tensor.ofIds(new int[STEPS], STEPS), Tensor.ofIds(classes, STEPS));
        return Dataset.of(encoding, SequencePart.of(encoding, List.of(example)));
    }

    private static Network network(Loss loss, Precision precision, int outputs) {
        return Network.builder()
                .oneHotInput(2)
                .layer(RecurrentLayer.of(ElmanCell.of(8)))
                .layer(DenseLayer.of(outputs))
                .loss(loss)
                .precision(precision)
                .seed(3)
                .build();
    }

    private static double trained(Network network, Loss loss, Dataset data) {
        TrainingResult result = Trainer.of(network, loss, UpdateRule.of(Adam.of(), 0.02))
                .withEpochs(60)
                .withFeeding(Feeding.of(8, 1))
                .train(data);
        return result.epochs().get(59).training().getOrDefault("loss", Double.NaN);
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void labelsWithoutTimesAreLearnt(Precision precision) {
        Loss loss = CtcLoss.of();
        assertTrue(trained(network(loss, precision, 3), loss, spoken()) < 0.3);
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void transitionsAreLearnt(Precision precision) {
        Loss loss = CrfLoss.of();
        Network network = network(loss, precision, 2);
        assertEquals(
                List.of("loss.transitions", "loss.start", "loss.end"),
                network.lossParameters().stream().map(Parameter::name).toList());
        assertTrue(trained(network, loss, alternating()) < 0.1);
        double[] transitions = network.weights().get("loss.transitions");
        assertTrue(transitions[1] > transitions[0] && transitions[2] > transitions[3]);
    }

    @Test
    void aNetworkWithoutTheLossIsRefused() {
        Network network =
                Network.builder().oneHotInput(2).layer(DenseLayer.of(2)).build();
        Trainer trainer = Trainer.of(network, CrfLoss.of(), UpdateRule.of(Adam.of(), 0.02));
        assertEquals(
                """
                The network has no parameter 'loss.transitions' for its loss
                  needed  2 × 2
                  found   none
                  fix     build the network with the loss: Network.builder()…loss(loss).build()""",
                assertThrows(ShapeException.class, () -> trainer.train(alternating()))
                        .getMessage());
    }

    @Test
    void sequencesThatAreCutAreRefused() {
        Loss loss = CrfLoss.of();
        Trainer trainer = Trainer.of(network(loss, Precision.FLOAT32, 2), loss, UpdateRule.of(Adam.of(), 0.02))
                .withFeeding(Feeding.of(8, 1).withTruncatedBptt(3));
        assertEquals(
                """
                truncatedBptt cuts the sequences that the loss looks at as a whole
                  truncatedBptt  3
                  fix            remove truncatedBptt, or use a loss of single steps""",
                assertThrows(ConfigException.class, () -> trainer.train(alternating()))
                        .getMessage());
    }

    @Test
    void labelsAreReadWithoutTargets() {
        Loss loss = CtcLoss.of();
        Network network = network(loss, Precision.FLOAT32, 3);
        trained(network, loss, spoken());
        Batch batch = Batch.of(Tensor.ofIds(new int[] {0, 1, 0, 1, 1, 1, 1, 1, 0, 0, 0, 0}, 6, 2), new int[] {6, 4});
        List<int[]> labels = LabelReader.of(loss).labels(batch, network.predict(batch), network.weights()::get);
        assertEquals(2, labels.size());
        assertArrayEquals(new int[] {0, 1, 0}, labels.get(0));
        assertArrayEquals(new int[] {1, 1}, labels.get(1));
    }

    @Test
    void aLossForLabelsNeedsTargetsOfTheirOwnLength() {
        Loss loss = CtcLoss.of();
        Trainer trainer = Trainer.of(network(loss, Precision.FLOAT32, 3), loss, UpdateRule.of(Adam.of(), 0.02));
        assertEquals(
                """
                The loss does not take targets of that length
                  data  targets at each step
                  loss  labels of any number
                  fix   say "targetSequence": true in the data, or use a loss for single targets""",
                assertThrows(ShapeException.class, () -> trainer.train(alternating()))
                        .getMessage());
    }
}
