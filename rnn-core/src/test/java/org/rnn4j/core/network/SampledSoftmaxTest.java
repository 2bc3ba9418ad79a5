package org.rnn4j.core.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.rnn4j.api.CellDefinitionException;
import org.rnn4j.api.ClassDistribution;
import org.rnn4j.api.ConfigException;
import org.rnn4j.api.Loss;
import org.rnn4j.api.Returns;
import org.rnn4j.api.expr.Activation;
import org.rnn4j.api.expr.Parameter;
import org.rnn4j.core.component.cell.ElmanCell;
import org.rnn4j.core.component.layer.DenseLayer;
import org.rnn4j.core.component.layer.EmbeddingLayer;
import org.rnn4j.core.component.layer.RecurrentLayer;
import org.rnn4j.core.component.layer.TiedOutputLayer;
import org.rnn4j.core.component.loss.SampledSoftmaxLoss;
import org.rnn4j.core.component.loss.SoftmaxCrossEntropyLoss;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.Engine;
import org.rnn4j.core.engine.Execution;
import org.rnn4j.core.engine.Execution.LossSum;
import org.rnn4j.core.engine.Execution.Mode;
import org.rnn4j.core.engine.Precision;
import org.rnn4j.core.engine.States;
import org.rnn4j.core.engine.Tensor;

final class SampledSoftmaxTest {
    private static final int WORDS = 11;
    private static final Mode TRAINING = Mode.training(3, 5);
    private static final Loss ALL = SoftmaxCrossEntropyLoss.of();

    private static NetworkBuilder begun(Precision precision) {
        return Network.builder()
                .oneHotInput(WORDS)
                .layer(EmbeddingLayer.of(4))
                .layer(RecurrentLayer.of(ElmanCell.of(5)))
                .precision(precision)
                .seed(2);
    }

    private static Network network(boolean tied, Precision precision) {
        NetworkBuilder builder = begun(precision);
        return (tied ? builder.layer(TiedOutputLayer.of("layers.0.E")) : builder.layer(DenseLayer.of(WORDS))).build();
    }

    /** T = 3, B = 3, lengths 3, 2, 0; the first example's second step does not count. */
    private static Batch batch() {
        int[] input = {1, 2, 0, 3, 10, 0, 4, 0, 0};
        int[] target = {5, 0, -1, 7, 2, -1, 2, -1, -1};
        double[] mask = {1, 1, 1, 0, 1, 1, 1, 1, 1};
        return Batch.of(Tensor.ofIds(input, 3, 3), new int[] {3, 2, 0})
                .withTarget(Tensor.ofIds(target, 3, 3))
                .withTargetMask(Tensor.of(mask, 3, 3));
    }

    private static Execution execution(Network network, Loss loss, int threads) {
        return network.newExecution(new Engine.Options(Optional.of(loss), false, threads));
    }

    private static LossSum loss(Network network, Loss loss, Mode mode) {
        return execution(network, loss, 1)
                .forward(batch(), States.initial(), mode)
                .loss();
    }

    private static Map<String, double[]> gradients(Network network, Loss loss, int threads) {
        Execution run = execution(network, loss, threads);
        run.forward(batch(), States.initial(), TRAINING).loss();
        run.backward();
        Map<String, double[]> gradients = new LinkedHashMap<>();
        for (Parameter p : network.parameters())
            gradients.put(p.name(), run.gradients().get(p.name()));
        return gradients;
    }

    private enum Drawn {
        UNIFORM,
        LOG_UNIFORM,
        UNIGRAM;

        /** Counts of the classes fall, but for one that was never met and one at the end that was met the most. */
        ClassDistribution distribution(int classes) {
            long[] counts = new long[classes];
            for (int k = 1; k < classes - 1; k++) counts[k] = 50 / k;
            counts[classes - 1] = 60;
            return switch (this) {
                case UNIFORM -> ClassDistribution.UNIFORM;
                case LOG_UNIFORM -> ClassDistribution.LOG_UNIFORM;
                case UNIGRAM -> ClassDistribution.unigram(counts, 0.75);
            };
        }
    }

    @ParameterizedTest
    @CsvSource({"false, UNIFORM", "false, LOG_UNIFORM", "true, LOG_UNIFORM", "false, UNIGRAM", "true, UNIGRAM"})
    void gradientMatchesFiniteDifferences(boolean tied, Drawn drawn) {
        Network network = network(tied, Precision.FLOAT64);
        Loss loss = SampledSoftmaxLoss.of(4).withDistribution(drawn.distribution(WORDS));
        gradients(network, loss, 1).forEach((name, gradient) -> {
            double[] point = network.weights().get(name);
            for (int k = 0; k < point.length; k++) {
                double before = point[k];
                double h = 1e-5;
                point[k] = before + h;
                network.weights().set(name, point);
                double above = loss(network, loss, TRAINING).loss();
                point[k] = before - h;
                network.weights().set(name, point);
                double below = loss(network, loss, TRAINING).loss();
                point[k] = before;
                assertEquals((above - below) / (2 * h), gradient[k], 1e-8, name + " " + k);
            }
            network.weights().set(name, point);
        });
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void allClassesAsCandidatesAreTheWholeSoftmax(Precision precision) {
        Network network = network(false, precision);
        double tolerance = precision == Precision.FLOAT64 ? 1e-12 : 1e-4;
        LossSum expected = loss(network, ALL, Mode.GRADIENT);
        LossSum actual = loss(network, SampledSoftmaxLoss.of(100), TRAINING);
        assertEquals(expected.loss(), actual.loss(), tolerance);
        assertEquals(expected.steps(), actual.steps());
        Map<String, double[]> all = gradients(network, ALL, 1);
        gradients(network, SampledSoftmaxLoss.of(100), 1)
                .forEach((name, gradient) -> assertArrayEquals(all.get(name), gradient, tolerance, name));
    }

    @Test
    void evaluationLooksAtAllClasses() {
        Network network = network(true, Precision.FLOAT32);
        assertEquals(loss(network, ALL, Mode.INFERENCE), loss(network, SampledSoftmaxLoss.of(2), Mode.INFERENCE));
        Execution run = execution(network, SampledSoftmaxLoss.of(2), 1).forward(batch(), States.initial(), TRAINING);
        assertArrayEquals(
                network.predict(batch()).doubles(), run.output().doubles(), "metrics of training see all classes");
    }

    @Test
    void float32EqualsFloat64() {
        Network exact = network(true, Precision.FLOAT64);
        Network fast = network(true, Precision.FLOAT32);
        Loss loss = SampledSoftmaxLoss.of(4);
        assertEquals(
                loss(exact, loss, TRAINING).loss(), loss(fast, loss, TRAINING).loss(), 1e-4);
        Map<String, double[]> expected = gradients(exact, loss, 1);
        gradients(fast, loss, 1)
                .forEach((name, gradient) -> assertArrayEquals(expected.get(name), gradient, 1e-4, name));
    }

    @Test
    void threadsChangeNothing() {
        Network network = network(false, Precision.FLOAT32);
        Map<String, double[]> one = gradients(network, SampledSoftmaxLoss.of(4), 1);
        gradients(network, SampledSoftmaxLoss.of(4), 3)
                .forEach((name, gradient) -> assertArrayEquals(one.get(name), gradient, name));
    }

    @Test
    void anOutputForEachSequence() {
        Network network = Network.builder()
                .oneHotInput(WORDS)
                .layer(RecurrentLayer.of(ElmanCell.of(5)).withReturns(Returns.LAST))
                .layer(DenseLayer.of(WORDS))
                .precision(Precision.FLOAT64)
                .build();
        Batch batch = Batch.of(Tensor.ofIds(new int[6], 2, 3), new int[] {2, 1, 0})
                .withTarget(Tensor.ofIds(new int[] {3, 4, 5}, 3));
        LossSum all = execution(network, ALL, 1)
                .forward(batch, States.initial(), TRAINING)
                .loss();
        Execution run = execution(network, SampledSoftmaxLoss.of(100), 1).forward(batch, States.initial(), TRAINING);
        LossSum sampled = run.loss();
        assertEquals(all.loss(), sampled.loss(), 1e-12);
        assertEquals(2, sampled.steps());
        run.backward();
    }

    @Test
    void otherStepsHaveOtherCandidates() {
        CandidateDraw one = draw(1);
        assertArrayEquals(one.classes(), draw(1).classes());
        assertTrue(!Arrays.equals(one.classes(), draw(2).classes()));
        assertEquals(20, Arrays.stream(one.classes()).distinct().count());
    }

    private static CandidateDraw draw(long step) {
        return new CandidateSampler(new Loss.Candidates(20, ClassDistribution.LOG_UNIFORM), 1000).draw(7, step);
    }

    @ParameterizedTest
    @EnumSource(Drawn.class)
    void classesAreDrawnAsOftenAsIsExpected(Drawn kind) {
        int draws = 4000;
        double[] drawn = new double[30];
        double[] expected = new double[30];
        CandidateSampler sampler = new CandidateSampler(new Loss.Candidates(5, kind.distribution(30)), 30);
        for (int step = 0; step < draws; step++) {
            CandidateDraw draw = sampler.draw(1, step);
            for (int each : draw.classes()) drawn[each] += 1.0 / draws;
            for (int k = 0; k < 30; k++) expected[k] += Math.exp(draw.logExpected(k)) / draws;
        }
        assertArrayEquals(expected, drawn, 0.04);
        assertEquals(5, Arrays.stream(expected).sum(), 0.05);
    }

    /** One draw takes each class as often as its probability says: no approximation is left in Q. */
    @ParameterizedTest
    @EnumSource(Drawn.class)
    void oneCandidateIsExpectedByItsProbability(Drawn kind) {
        CandidateSampler sampler = new CandidateSampler(new Loss.Candidates(1, kind.distribution(6)), 6);
        double[] weights = kind.distribution(6).weights(6);
        double sum = Arrays.stream(weights).sum();
        CandidateDraw draw = sampler.draw(1, 1);
        for (int k = 0; k < 6; k++) assertEquals(Math.log(weights[k] / sum), draw.logExpected(k), 1e-12);
    }

    /** Σ e^x_k / Q(k) over the candidates is, in the mean, Σ e^x_k over all classes: what the softmax divides by. */
    @ParameterizedTest
    @EnumSource(Drawn.class)
    void correctedCandidatesStandForAllClasses(Drawn kind) {
        int draws = 40_000;
        CandidateSampler sampler = new CandidateSampler(new Loss.Candidates(1, kind.distribution(6)), 6);
        double[] logits = {0.3, -1.2, 2.0, 0.1, -0.4, 1.1};
        double mean = 0;
        for (int step = 0; step < draws; step++) {
            CandidateDraw draw = sampler.draw(3, step);
            for (int each : draw.classes()) mean += Math.exp(logits[each] - draw.logExpected(each)) / draws;
        }
        double all = Arrays.stream(logits).map(Math::exp).sum();
        assertEquals(1, mean / all, 0.03);
    }

    @ParameterizedTest
    @EnumSource(Drawn.class)
    void theLossIsThatOfItsEquations(Drawn kind) {
        Network network = network(false, Precision.FLOAT64);
        ClassDistribution distribution = kind.distribution(WORDS);
        CandidateDraw draw = new CandidateSampler(new Loss.Candidates(4, distribution), WORDS)
                .draw(TRAINING.seed(), TRAINING.step());
        Tensor logits = network.predict(batch());
        int[] targets = batch().target().orElseThrow().ids();
        double expected = 0;
        for (int row : new int[] {0, 1, 4, 6}) { // the rows of the batch that count
            double right = logits.get(row * WORDS + targets[row]) - draw.logExpected(targets[row]);
            double sum = Math.exp(right);
            for (int each : draw.classes()) {
                if (each != targets[row]) sum += Math.exp(logits.get(row * WORDS + each) - draw.logExpected(each));
            }
            expected += Math.log(sum) - right;
        }
        assertEquals(
                expected,
                loss(network, SampledSoftmaxLoss.of(4).withDistribution(distribution), TRAINING)
                        .loss(),
                1e-10);
    }

    @Test
    void frequenciesComeFromCounts() {
        Loss loss = SampledSoftmaxLoss.of(3).withUnigram(0.5).forClasses(new long[] {0, 4, 9, 100});
        assertArrayEquals(
                new double[] {1, 2, 3, 10},
                loss.candidates().orElseThrow().distribution().weights(4),
                1e-12);
    }

    @Test
    void frequenciesThatAreNotKnownAreAnError() {
        Loss unknown = SampledSoftmaxLoss.of(3).withUnigram(1);
        assertEquals(
                """
                Candidates are to be drawn by how often classes are met, which is not known
                  counts  not said
                  fix     use data that counts its symbols, forClasses(counts) in Java, or the distribution logUniform or uniform""",
                assertThrows(ConfigException.class, () -> execution(network(false, Precision.FLOAT32), unknown, 1))
                        .getMessage());
        String message = assertThrows(ConfigException.class, () -> unknown.forClasses(new long[7]))
                .getMessage();
        assertTrue(message.contains("counts  7 classes, not counted"), message);
    }

    @Test
    void weightsOfOtherClassesAreRefused() {
        Loss loss = SampledSoftmaxLoss.of(3).withDistribution(ClassDistribution.of(1, 2, 3));
        assertEquals(
                """
                Candidates are drawn from another number of classes
                  weights  3
                  classes  11
                  fix      give one weight for each class of the network's output""",
                assertThrows(CellDefinitionException.class, () -> execution(network(false, Precision.FLOAT32), loss, 1))
                        .getMessage());
    }

    @Test
    void classesThatAreNeverDrawnAreRefused() {
        ClassDistribution distribution = classes -> new double[classes];
        Loss loss = SampledSoftmaxLoss.of(3).withDistribution(distribution);
        assertEquals(
                """
                Candidates cannot be drawn with this weight
                  class   0
                  weight  0.0
                  fix     give every class a finite weight above 0""",
                assertThrows(CellDefinitionException.class, () -> execution(network(false, Precision.FLOAT32), loss, 1))
                        .getMessage());
    }

    @Test
    void aNetworkThatDoesNotEndLinearlyIsRefused() {
        Network network = begun(Precision.FLOAT32)
                .layer(DenseLayer.of(WORDS).withActivation(Activation.TANH))
                .build();
        assertEquals(
                """
                Candidates of a loss need a network that ends with a linear layer
                  network  ends otherwise, or with a layer on indices
                  fix      let the last layer be dense without activation, or use softmaxCrossEntropy""",
                assertThrows(CellDefinitionException.class, () -> execution(network, SampledSoftmaxLoss.of(3), 1))
                        .getMessage());
    }
}
