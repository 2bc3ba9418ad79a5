package org.rnn4j.core.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.rnn4j.api.expr.Operations.exp;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.rnn4j.api.Returns;
import org.rnn4j.api.RnnException;
import org.rnn4j.core.component.cell.ElmanCell;
import org.rnn4j.core.component.layer.DenseLayer;
import org.rnn4j.core.component.layer.RecurrentLayer;
import org.rnn4j.core.component.loss.MeanSquaredErrorLoss;
import org.rnn4j.core.component.optimizer.Sgd;
import org.rnn4j.core.data.Dataset;
import org.rnn4j.core.data.Encoding;
import org.rnn4j.core.data.Example;
import org.rnn4j.core.data.Feature;
import org.rnn4j.core.data.SequencePart;
import org.rnn4j.core.engine.Precision;
import org.rnn4j.core.engine.Tensor;
import org.rnn4j.core.network.Network;
import org.rnn4j.core.network.NetworkBuilder;

final class TrainerErrorTest {
    private static final Encoding SERIES = new Encoding(new Feature.Numbers(1), new Feature.Numbers(1), true);

    private static void assertMessage(Executable misuse, String expected) {
        assertEquals(expected, assertThrows(RnnException.class, misuse).getMessage());
    }

    private static NetworkBuilder numbers() {
        return Network.builder().vectorInput(1).precision(Precision.FLOAT64);
    }

    private static Dataset series(double input, double target) {
        return Dataset.of(
                SERIES,
                SequencePart.of(
                        SERIES,
                        List.of(Example.of(
                                Tensor.of(new double[] {input}, 1, 1), Tensor.of(new double[] {target}, 1, 1)))));
    }

    @Test
    void aWeightThatIsNoNumber() {
        Network network = Tasks.network();
        network.weights().set("layers.0.cell.b_h", new double[] {0, 0, Double.NaN, 0, 0});
        assertMessage(() -> Tasks.trainer(network).train(Tasks.words()), """
                The loss is NaN
                  at         update 1, epoch 1
                  first bad  the parameter 'layers.0.cell.b_h'
                  fix        lower learningRate, bound the gradients, as with "clip": { "type": "globalNorm", "max": 1 }, or look at the data""");
    }

    @Test
    void anOutputThatOverflows() {
        Network network = numbers()
                .layer((flow, x) -> flow.map(x, t -> t.output(exp(t.linear("y", 1, t.input())))))
                .build();
        assertMessage(
                () -> Trainer.of(network, MeanSquaredErrorLoss.of(), UpdateRule.of(Sgd.of(), 1))
                        .train(series(1e6 * Math.signum(network.weights().get("layers.0.W_xy")[0]), 0)),
                """
                The loss is Infinity
                  at         update 1, epoch 1
                  first bad  the network's output for row 0, step 0
                  fix        lower learningRate, bound the gradients, as with "clip": { "type": "globalNorm", "max": 1 }, or look at the data""");
    }

    @Test
    void aGradientThatOverflows() {
        Network network = numbers().layer(DenseLayer.of(1)).build();
        network.weights().set("layers.0.W_xy", new double[] {1});
        // The loss, 2^996, is finite; its gradient times the input, 2^499 · 2^532, is not.
        assertMessage(
                () -> Trainer.of(network, MeanSquaredErrorLoss.of(), UpdateRule.of(Sgd.of(), 1))
                        .train(series(0x1p532, 0x1p532 - 0x1p498)),
                """
                The gradient of 'layers.0.W_xy' is not finite
                  loss       6.696928794914171E299
                  at         update 1, epoch 1
                  first bad  the gradient of 'layers.0.W_xy'
                  fix        lower learningRate, bound the gradients, as with "clip": { "type": "globalNorm", "max": 1 }, or look at the data""");
    }

    @Test
    void earlyStoppingWithoutValidationData() {
        Dataset data = Dataset.of(Tasks.NEXT, Tasks.words(List.of("ab")));
        Trainer trainer = Tasks.trainer(Tasks.network())
                .withValidation(Validation.byLoss().withEarlyStopping(EarlyStopping.of(1)));
        assertMessage(() -> trainer.train(data), """
                Early stopping without validation data
                  fix  keep a share of the data for validation, or remove earlyStopping""");
    }

    @Test
    void anUnknownMetricToJudgeBy() {
        assertMessage(
                () -> Validation.byLoss().withMetrics(new AccuracyMetric()).withMonitor("acuracy"), """
                No metric 'acuracy' to judge by
                  available     loss, accuracy
                  did you mean  accuracy
                  fix           add it to the metrics, or correct the name""");
    }

    @Test
    void aNetworkThatReadsSomethingElse() {
        Network network = numbers().layer(DenseLayer.of(4)).build();
        assertMessage(() -> Tasks.trainer(network).train(Tasks.words()), """
                The network does not read what the data gives
                  data     4 characters
                  network  1 numbers
                  fix      give the network the input of the data""");
    }

    @Test
    void oneOutputForTargetsAtEachStep() {
        Network network = Network.builder()
                .oneHotInput(4)
                .layer(RecurrentLayer.of(ElmanCell.of(4)).withReturns(Returns.LAST))
                .precision(Precision.FLOAT64)
                .build();
        assertMessage(() -> Tasks.trainer(network).train(Tasks.words()), """
                The network does not speak when the data has targets
                  data     a target at each step
                  network  one output at the end
                  fix      give on all outputs: "returns": "all", and no pool layer""");
    }

    @Test
    void aLossForNumbersOnClasses() {
        Trainer trainer = Trainer.of(Tasks.network(), MeanSquaredErrorLoss.of(), UpdateRule.of(Sgd.of(), 1));
        assertMessage(() -> trainer.train(Tasks.words()), """
                The loss does not take the data's targets
                  data  4 characters
                  loss  numbers
                  fix   use a loss for classes, such as softmaxCrossEntropy""");
    }

    @Test
    void anOutputOfAnotherSize() {
        Network network = Network.builder()
                .oneHotInput(4)
                .layer(DenseLayer.of(3))
                .precision(Precision.FLOAT64)
                .build();
        assertMessage(() -> Tasks.trainer(network).train(Tasks.words()), """
                The network's output is not of the size of the targets
                  data     4 characters
                  network  3 outputs
                  fix      let the last layer be { "type": "dense", "size": 4 }""");
    }

    @Test
    void noEpochs() {
        assertMessage(() -> Tasks.trainer(Tasks.network()).withEpochs(0), """
                Out of range: epochs = 0
                  meaning  passes over the training part
                  fix      give it a number at least 1""");
    }

    @Test
    void learningRateOfZero() {
        assertMessage(() -> UpdateRule.of(Sgd.of(), 0), """
                Out of range: learningRate = 0.0
                  meaning  learning rate η, before the schedule
                  fix      give it a number above 0""");
    }
}
