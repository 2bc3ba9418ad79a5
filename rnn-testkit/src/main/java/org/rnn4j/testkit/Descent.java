package org.rnn4j.testkit;

import static org.rnn4j.api.expr.Operations.matmul;

import java.util.Arrays;
import org.rnn4j.api.Optimizer;
import org.rnn4j.core.engine.Precision;
import org.rnn4j.core.engine.Updater;
import org.rnn4j.core.engine.Weights;
import org.rnn4j.core.network.Network;

/** Descent on ½ Σ p², whose gradient is p. */
final class Descent {
    static final String NAME = "layers.0.W";
    private static final int SIZE = 13;

    final Weights weights;
    final Weights gradients;
    final Updater updater;

    Descent(Optimizer optimizer, Precision precision) {
        Network network = Network.builder()
                .vectorInput(1)
                .layer((flow, x) -> flow.map(x, t -> t.output(matmul(t.matrix("W", SIZE, 1), t.input()))))
                .precision(precision)
                .build();
        weights = network.weights();
        gradients = network.engine().newWeights(network.graph());
        updater = network.newUpdater(optimizer);
        double[] first = new double[SIZE];
        Arrays.setAll(first, k -> 1 + k / 8.0);
        weights.set(NAME, first);
    }

    void run(int updates, double learningRate) {
        for (int k = 0; k < updates; k++) {
            gradients.set(NAME, values());
            updater.update(gradients, learningRate);
        }
    }

    double[] values() {
        return weights.get(NAME);
    }

    double squares() {
        return Arrays.stream(values()).map(p -> p * p).sum();
    }
}
