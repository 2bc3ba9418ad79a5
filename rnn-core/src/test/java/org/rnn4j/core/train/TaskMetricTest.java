package org.rnn4j.core.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rnn4j.api.ConfigException;
import org.rnn4j.api.Loss;
import org.rnn4j.core.component.loss.BinaryCrossEntropyLoss;
import org.rnn4j.core.component.loss.CrfLoss;
import org.rnn4j.core.component.loss.CtcLoss;
import org.rnn4j.core.component.loss.GaussianLoss;
import org.rnn4j.core.component.loss.SoftmaxCrossEntropyLoss;
import org.rnn4j.core.data.Encoding;
import org.rnn4j.core.data.Feature;
import org.rnn4j.core.data.Level;
import org.rnn4j.core.data.Scaling;
import org.rnn4j.core.data.TargetLength;
import org.rnn4j.core.data.Vocabulary;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.Engine;
import org.rnn4j.core.engine.Execution;
import org.rnn4j.core.engine.Execution.Mode;
import org.rnn4j.core.engine.States;
import org.rnn4j.core.engine.Tensor;
import org.rnn4j.core.metric.Bleu.Smoothing;
import org.rnn4j.core.network.Network;

/** Metrics through the losses whose outputs they look at. */
final class TaskMetricTest {
    private static final Vocabulary TAGS = vocabulary("O", "B-X", "I-X");
    private static final Encoding TAGGING = new Encoding(new Feature.Numbers(3), new Feature.Symbols(TAGS), true);

    /** Symbols in the order given. */
    private static Vocabulary vocabulary(String... symbols) {
        var builder = Vocabulary.builder(Level.WORD);
        for (int k = 0; k < symbols.length; k++) {
            for (int times = k; times < symbols.length; times++) builder.countSymbol(symbols[k]);
        }
        return builder.build();
    }

    /** A network that gives its input. */
    private static Network identity(Loss loss, int size) {
        return Network.builder()
                .vectorInput(size)
                .layer((flow, x) -> flow.map(x, t -> t.output(t.input())))
                .loss(loss)
                .build();
    }

    private static double[] totals(Metric metric, Network network, Loss loss, Batch batch) {
        double[] totals = new double[metric.totals()];
        Execution run = network.newExecution(new Engine.Options(Optional.of(loss), false, 1))
                .forward(batch, States.initial(), Mode.INFERENCE);
        metric.add(totals, new Observer(network, loss).observe(run.loss(), batch, run));
        return totals;
    }

    private static double value(Metric metric, Loss loss, Batch batch) {
        Network network = identity(loss, batch.input().extent(2));
        return metric.value(totals(metric, network, loss, batch));
    }

    /** One example whose greatest outputs are some classes. */
    private static Batch said(int size, int... classes) {
        double[] outputs = new double[classes.length * size];
        for (int t = 0; t < classes.length; t++) outputs[t * size + classes[t]] = 5;
        return Batch.of(Tensor.of(outputs, classes.length, 1, size));
    }

    private static Batch expected(Batch batch, int... classes) {
        return batch.withTarget(Tensor.ofIds(classes, classes.length, 1));
    }

    @Test
    void tagsAreThoseOfTheCrf() {
        Loss loss = CrfLoss.of();
        Network network = identity(loss, 3);
        // I-X, which is never said after O, is made B-X.
        network.weights().set("loss.transitions", new double[] {0, 0, -100, 0, 0, 0, 0, 0, 0});
        double[] outputs = {5, 0, 0, 0, 4, 5, 5, 0, 0};
        Batch batch = expected(Batch.of(Tensor.of(outputs, 3, 1, 3)), 0, 1, 0);
        Metric accuracy = new AccuracyMetric();
        assertEquals(1, accuracy.value(totals(accuracy, network, loss, batch)));
        Loss softmax = SoftmaxCrossEntropyLoss.of();
        assertEquals(2.0 / 3, accuracy.value(totals(accuracy, network, softmax, batch)));
        Metric f1 = EntityMetric.of(Measure.F1, TAGS.symbols());
        assertEquals(1, f1.value(totals(f1, network, loss, batch)));
    }

    @Test
    void entitiesAndTheirTypes() {
        Metric metric = EntityMetric.of(Measure.F1, List.of()).forData(TAGGING);
        Batch batch = expected(said(3, 1, 2, 0, 1), 1, 2, 0, 0);
        Network network = identity(SoftmaxCrossEntropyLoss.of(), 3);
        double[] totals = totals(metric, network, SoftmaxCrossEntropyLoss.of(), batch);
        assertEquals("entityF1", metric.name());
        assertEquals(2.0 / 3, metric.value(totals), 1e-15);
        assertEquals(Map.of("X f1", 2.0 / 3, "X precision", 0.5, "X recall", 1.0), metric.parts(totals));
    }

    @Test
    void whatCtcHearsIsComparedAsText() {
        Vocabulary letters = vocabulary("a", "b", "c");
        Encoding speech = new Encoding(new Feature.Numbers(4), new Feature.Symbols(letters), TargetLength.OWN);
        // Outputs 1, 1, blank, 2, blank, 2 are a b b.
        Batch heard = said(4, 1, 1, 0, 2, 0, 2);
        Batch batch = heard.withTarget(Tensor.ofIds(new int[] {0, 1, 2, 1, 0}, 5, 1), new int[] {4});
        assertEquals(0.25, value(letterErrors(), CtcLoss.of(), batch));
        assertEquals(0, value(new SequenceAccuracyMetric().forData(speech), CtcLoss.of(), batch));
        Batch right = heard.withTarget(Tensor.ofIds(new int[] {0, 1, 1}, 3, 1), new int[] {3});
        assertEquals(1, value(new SequenceAccuracyMetric(), CtcLoss.of(), right));
        assertEquals(0, value(ErrorRateMetric.ofWords(letters), CtcLoss.of(), right));
        assertThrows(ConfigException.class, () -> new AccuracyMetric().forData(speech));
    }

    private static Metric letterErrors() {
        Vocabulary letters = Vocabulary.builder(Level.CHARACTER).count("aaabbc").build();
        return ErrorRateMetric.ofCharacters(letters);
    }

    @Test
    void bleuOfLabels() {
        Vocabulary five = vocabulary("a", "b", "c", "d", "e");
        Metric metric = BleuMetric.of(Smoothing.NONE, five);
        Batch batch = expected(said(5, 0, 1, 2, 3, 4), 0, 1, 2, 3, 0);
        assertEquals(100 * Math.pow(0.2, 0.25), value(metric, SoftmaxCrossEntropyLoss.of(), batch), 1e-9);
    }

    @Test
    void errorsAreOfPredictionsInTheUnitsOfTheData() {
        Scaling scaling = new Scaling(List.of(20.0), List.of(10.0));
        Encoding series = new Encoding(new Feature.Numbers(2), new Feature.Numbers(1, Optional.of(scaling)), true);
        // Means 1 and 3, whatever the deviations; the third step does not count.
        Batch batch = Batch.of(Tensor.of(new double[] {1, 9, 3, 9, 7, 9}, 3, 1, 2), new int[] {2})
                .withTarget(Tensor.of(new double[] {2, 1, 0}, 3, 1, 1));
        assertEquals(15, value(ErrorMetric.meanAbsolute().forData(series), GaussianLoss.of(), batch), 1e-9);
        assertEquals(Math.sqrt(2.5), value(ErrorMetric.rootMeanSquared(), GaussianLoss.of(), batch), 1e-9);
    }

    @Test
    void severalLabelsAtOnce() {
        Encoding labels = new Encoding(new Feature.Numbers(2), new Feature.Numbers(2), true);
        Batch batch = Batch.of(Tensor.of(new double[] {3, -3, 3, 1}, 2, 1, 2))
                .withTarget(Tensor.of(new double[] {1, 0, 0, 1}, 2, 1, 2));
        Loss loss = BinaryCrossEntropyLoss.of();
        Metric metric = MultiLabelMetric.of(Measure.PRECISION, 0.5, 1).forData(labels);
        double[] totals = totals(metric, identity(loss, 2), loss, batch);
        assertEquals(2.0 / 3, metric.value(totals), 1e-15);
        assertEquals(0.5, metric.parts(totals).get("label 0 precision"));
        assertEquals(1.0, metric.parts(totals).get("label 1 recall"));
        // Of the probabilities 0.95, 0.05, 0.95 and 0.73, none exceeds 0.97.
        assertEquals(0, value(MultiLabelMetric.of(Measure.RECALL, 0.97, 2), loss, batch));
    }

    @Test
    void whichClassIsTakenForWhich() {
        Metric metric = ConfusionMetric.of(List.of()).forData(TAGGING);
        Batch batch = expected(said(3, 0, 1, 1, 2), 0, 1, 0, 2);
        Loss loss = SoftmaxCrossEntropyLoss.of();
        double[] totals = totals(metric, identity(loss, 3), loss, batch);
        assertEquals((0.5 + 1 + 1) / 3, metric.value(totals), 1e-15);
        assertEquals(1.0, metric.parts(totals).get("O said as B-X"));
        assertTrue(metric.table(totals).orElseThrow().contains("B-X"));
    }

    @Test
    void metricsForOtherDataAreRefused() {
        Encoding numbers = new Encoding(new Feature.Numbers(2), new Feature.Numbers(2), true);
        assertEquals(
                """
                The metric 'bleu' is for targets that are symbols
                  data  2 numbers
                  fix   use a metric for numbers, such as meanAbsoluteError""",
                assertThrows(
                                ConfigException.class,
                                () -> BleuMetric.unbound(Smoothing.NONE).forData(numbers))
                        .getMessage());
        assertThrows(ConfigException.class, () -> ErrorMetric.meanAbsolute().forData(TAGGING));
        assertThrows(
                ConfigException.class,
                () -> MultiLabelMetric.of(Measure.F1, 0.5, 1).forData(TAGGING));
        assertThrows(ConfigException.class, () -> ConfusionMetric.of(List.of()).forData(numbers));
    }
}
