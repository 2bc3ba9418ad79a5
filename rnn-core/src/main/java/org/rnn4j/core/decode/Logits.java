package org.rnn4j.core.decode;

import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.TrainingException;

/** What becomes of logits before a symbol is chosen. */
final class Logits {
    private Logits() {}

    /**
     * Logarithms of probabilities: l − log Σ e^l. A forbidden symbol stays at negative infinity.
     *
     * @throws TrainingException if a logit is no number, or nothing is left to choose
     */
    static double[] logSoftmax(double[] logits) {
        double max = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < logits.length; i++) {
            if (!(logits[i] < Double.POSITIVE_INFINITY)) throw noNumber(i, logits[i]);
            max = Math.max(max, logits[i]);
        }
        if (max == Double.NEGATIVE_INFINITY) throw nothingLeft();
        double sum = 0;
        for (double logit : logits) sum += StrictMath.exp(logit - max);
        double logSum = max + StrictMath.log(sum);
        double[] result = new double[logits.length];
        for (int i = 0; i < logits.length; i++) result[i] = logits[i] - logSum;
        return result;
    }

    private static TrainingException noNumber(int symbol, double logit) {
        return new TrainingException(ErrorMessage.of("The network gives " + logit + " for symbol " + symbol)
                .fact("reason", "its weights have grown beyond all bounds in training")
                .fix("train again with a smaller learningRate, or with clip")
                .toString());
    }

    private static TrainingException nothingLeft() {
        return new TrainingException(ErrorMessage.of("No symbol is allowed to come next")
                .fix("leave at least one symbol allowed")
                .toString());
    }
}
