package org.rnn4j.core.component.loss;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rnn4j.api.ConfigException;
import org.rnn4j.api.Loss;
import org.rnn4j.api.Loss.Reduction;
import org.rnn4j.api.ShapeException;
import org.rnn4j.core.decode.Mixture;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.Engine;
import org.rnn4j.core.engine.Execution.Mode;
import org.rnn4j.core.engine.Precision;
import org.rnn4j.core.engine.States;
import org.rnn4j.core.engine.Tensor;
import org.rnn4j.core.math.RandomKey;
import org.rnn4j.core.math.RandomPurpose;
import org.rnn4j.core.network.Network;

final class DensityLossTest {
    /** softplus(S) = 1 - 0.001, so that σ = 1. */
    private static final double S = Math.log(Math.expm1(1 - 1e-3));

    private static final double HALF_LOG_2_PI = 0.9189385332046727;

    private static double loss(Loss loss, double[] output, double... target) {
        Network network = Network.builder()
                .vectorInput(output.length)
                .layer((flow, x) -> flow.map(x, t -> t.output(t.input())))
                .precision(Precision.FLOAT64)
                .build();
        Batch batch =
                Batch.of(Tensor.of(output, 1, 1, output.length)).withTarget(Tensor.of(target, 1, 1, target.length));
        return network.newExecution(new Engine.Options(Optional.of(loss), false, 1))
                .forward(batch, States.initial(), Mode.INFERENCE)
                .loss()
                .loss();
    }

    private static double[] prediction(Loss loss, double... output) {
        Network network = Network.builder()
                .vectorInput(output.length)
                .layer((flow, x) -> flow.map(x, t -> t.output(loss.prediction(t.input()))))
                .precision(Precision.FLOAT64)
                .build();
        return network.predict(Batch.of(Tensor.of(output, 1, 1, output.length))).doubles();
    }

    @Test
    void aStandardNormalDistribution() {
        assertEquals(HALF_LOG_2_PI, loss(GaussianLoss.of(), new double[] {2, S}, 2), 1e-12);
        assertEquals(HALF_LOG_2_PI + 4.5, loss(GaussianLoss.of(), new double[] {2, S}, 5), 1e-12);
        assertEquals(2 * HALF_LOG_2_PI + 0.5, loss(GaussianLoss.of(), new double[] {0, 0, S, S}, 0, 1), 1e-12);
        assertArrayEquals(new double[] {2, 3}, prediction(GaussianLoss.of(), 2, 3, S, S));
    }

    @Test
    void oneComponentIsANormalDistribution() {
        double normal = loss(GaussianLoss.of(), new double[] {0.3, -0.5, 0.7, -1}, 1, 2);
        assertEquals(normal, loss(MixtureDensityLoss.of(1), new double[] {9, 0.3, 0.7, -0.5, -1}, 1, 2), 1e-12);
    }

    @Test
    void aMixtureOfTwo() {
        // Weights 1/4 and 3/4, means 0 and 2, deviations 1, at 0: e^-l = (1/4 + 3/4 e^-2) / sqrt(2 pi).
        double[] output = {0, Math.log(3), 0, 2, S, S};
        double density = (0.25 + 0.75 * Math.exp(-2)) / Math.sqrt(2 * Math.PI);
        assertEquals(-Math.log(density), loss(MixtureDensityLoss.of(2), output, 0), 1e-12);
        assertArrayEquals(new double[] {1.5}, prediction(MixtureDensityLoss.of(2), output), 1e-12);
    }

    @Test
    void farTargetsDoNotOverflow() {
        double far = loss(MixtureDensityLoss.of(2), new double[] {0, 0, 0, 1, S, S}, 1e6);
        assertEquals(HALF_LOG_2_PI + Math.log(2) + 0.5 * (1e6 - 1) * (1e6 - 1), far, 1e-3);
    }

    @Test
    void pinballs() {
        QuantileLoss loss = QuantileLoss.of(List.of(0.1, 0.9)).withReduction(Reduction.SUM);
        assertEquals(0.1 * 2 + 0.9 * 1, loss(loss, new double[] {1, 2}, 3), 1e-12);
        assertEquals(0.9 * 1 + 0.1 * 2, loss(loss, new double[] {1, 2}, 0), 1e-12);
        assertEquals(0.55, loss(QuantileLoss.of(List.of(0.1, 0.9)), new double[] {1, 2}, 3), 1e-12);
        assertArrayEquals(new double[] {5, 6}, prediction(QuantileLoss.of(List.of(0.1, 0.4, 0.9)), 1, 2, 5, 6, 8, 9));
        assertArrayEquals(new double[][] {{1, 2}, {3, 4}}, loss.quantiles(new double[] {3, 2, 1, 4}));
        assertThrows(ConfigException.class, () -> QuantileLoss.of(List.of(0.9, 0.1)));
        assertThrows(ConfigException.class, () -> QuantileLoss.of(List.of(1.0)));
    }

    @Test
    void aYesWeighsMore() {
        BinaryCrossEntropyLoss loss = BinaryCrossEntropyLoss.of().withPositiveWeights(List.of(3.0, 1.0));
        assertEquals(2 * Math.log(2), loss(loss, new double[] {0, 0}, 1, 0), 1e-12);
        assertEquals(Math.log(2), loss(loss, new double[] {0, 0}, 0, 1), 1e-12);
        assertThrows(ShapeException.class, () -> loss(loss, new double[] {0, 0, 0}, 1, 0, 0));
    }

    @Test
    void aLossOfAnotherNumberOfOutputsIsRefused() {
        assertEquals(
                """
                The loss takes no output of that size
                  output    3
                  possible  2 for targets of 1, 4 for targets of 2, 6 for targets of 3, …
                  fix       let the last layer have one of these sizes""",
                assertThrows(ShapeException.class, () -> loss(GaussianLoss.of(), new double[] {0, 0, 0}, 1))
                        .getMessage());
    }

    @Test
    void quantilesOfANormalDistribution() {
        Mixture normal = Mixture.of(GaussianLoss.of().components(new double[] {3, S}));
        assertEquals(3, normal.quantile(0, 0.5), 1e-9);
        assertEquals(3 + 1.959963984540054, normal.quantile(0, 0.975), 1e-6);
        assertEquals(3 - 1.2815515655446004, normal.interval(0, 0.8).low(), 1e-6);
        assertEquals(1, normal.variance()[0], 1e-9);
    }

    @Test
    void samplesHaveTheMomentsOfTheMixture() {
        Mixture mixture = Mixture.of(MixtureDensityLoss.of(2).components(new double[] {0, Math.log(3), 0, 2, S, S}));
        assertArrayEquals(new double[] {1.5}, mixture.mean(), 1e-12);
        assertEquals(1.75, mixture.variance()[0], 1e-9);
        double median = mixture.quantile(0, 0.5);
        assertEquals(0.5, mixture.cumulative(0, median), 1e-9);
        int below = 0;
        double sum = 0;
        int draws = 20000;
        for (int k = 0; k < draws; k++) {
            double drawn = mixture.sample(RandomKey.of(4, RandomPurpose.SAMPLE).at(k, 0, 0))[0];
            sum += drawn;
            if (drawn < median) below++;
        }
        assertEquals(1.5, sum / draws, 0.04);
        assertEquals(0.5, below / (double) draws, 0.02);
    }
}
