package org.rnn4j.core.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Map;
import org.apache.commons.math3.stat.descriptive.moment.Variance;
import org.junit.jupiter.api.Test;
import org.rnn4j.api.ConfigException;
import org.rnn4j.core.component.optimizer.Adam;
import org.rnn4j.core.engine.Weights;
import org.rnn4j.core.network.Network;

class GradientNoiseTest {
    private static final String NAME = "layers.0.cell.W_hh";

    private static Weights zeros() {
        Network network = Network.builder()
                .vectorInput(1)
                .layer((flow, x) -> flow.scan(org.rnn4j.core.component.cell.ElmanCell.of(200), x))
                .build();
        network.weights().clear();
        return network.weights();
    }

    private static double[] noise(double eta, double gamma, long seed, long update) {
        Weights gradients = zeros();
        new GradientNoise(eta, gamma).add(gradients, seed, update);
        return gradients.get(NAME);
    }

    @Test
    void varianceFallsAsInThePaper() {
        for (long update : new long[] {0, 1, 99, 10_000}) {
            double expected = 0.3 / Math.pow(1 + update, 0.55);
            double[] noise = noise(0.3, 0.55, 7, update);
            // Of 40,000 numbers the variance is known to 0.7 percent.
            assertEquals(1, new Variance().evaluate(noise, 0) / expected, 0.03);
            assertEquals(0, Arrays.stream(noise).average().orElseThrow(), 4 * Math.sqrt(expected / noise.length));
        }
    }

    @Test
    void noiseDependsOnSeedAndUpdateOnly() {
        assertArrayEquals(noise(0.3, 0.55, 7, 3), noise(0.3, 0.55, 7, 3));
        assertFalse(Arrays.equals(noise(0.3, 0, 7, 3), noise(0.3, 0, 7, 4)));
        assertFalse(Arrays.equals(noise(0.3, 0, 7, 3), noise(0.3, 0, 8, 3)));
    }

    @Test
    void itIsAddedToWhatIsThere() {
        Weights gradients = zeros();
        double[] ones = new double[200 * 200];
        Arrays.fill(ones, 1);
        gradients.set(NAME, ones);
        GradientNoise.of(0.01).add(gradients, 7, 0);
        double[] alone = noise(0.01, 0.55, 7, 0);
        double[] sum = gradients.get(NAME);
        for (int k = 0; k < sum.length; k++) assertEquals(1 + alone[k], sum[k], 1e-6);
    }

    @Test
    void trainingWithNoiseIsRepeatableAndDifferent() {
        UpdateRule plain = UpdateRule.of(Adam.of(), 0.02);
        UpdateRule noisy = plain.withNoise(GradientNoise.of(0.01));
        assertEquals(trained(noisy), trained(noisy));
        assertNotEquals(trained(plain), trained(noisy));
    }

    private static Map<String, String> trained(UpdateRule rule) {
        Network network = Tasks.network();
        Trainer.of(network, Tasks.LOSS, rule).withEpochs(2).train(Tasks.words());
        return Tasks.bits(network);
    }

    @Test
    void rangesAreChecked() {
        assertThrows(ConfigException.class, () -> new GradientNoise(0, 0.55));
        assertThrows(ConfigException.class, () -> new GradientNoise(0.1, -1));
    }
}
