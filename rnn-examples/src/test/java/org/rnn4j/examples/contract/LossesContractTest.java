package org.rnn4j.examples.contract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rnn4j.api.Loss;
import org.rnn4j.core.component.loss.BinaryCrossEntropyLoss;
import org.rnn4j.core.component.loss.CrfLoss;
import org.rnn4j.core.component.loss.CtcLoss;
import org.rnn4j.core.component.loss.GaussianLoss;
import org.rnn4j.core.component.loss.HuberLoss;
import org.rnn4j.core.component.loss.MeanAbsoluteErrorLoss;
import org.rnn4j.core.component.loss.MeanSquaredErrorLoss;
import org.rnn4j.core.component.loss.MixtureDensityLoss;
import org.rnn4j.core.component.loss.QuantileLoss;
import org.rnn4j.core.component.loss.SoftmaxCrossEntropyLoss;
import org.rnn4j.testkit.LossContract;

class LossesContractTest implements LossContract {
    @Override
    public Map<String, Loss> losses() {
        SoftmaxCrossEntropyLoss classes = SoftmaxCrossEntropyLoss.of();
        List<Double> weights = List.of(0.5, 1.0, 2.0, 1.5);
        Map<String, Loss> losses = new LinkedHashMap<>();
        losses.put("softmaxCrossEntropy", classes);
        losses.put("softmaxCrossEntropy, smoothed", classes.withLabelSmoothing(0.1));
        losses.put("softmaxCrossEntropy, weighted", classes.withClassWeights(weights));
        losses.put(
                "softmaxCrossEntropy, both", classes.withClassWeights(weights).withLabelSmoothing(0.2));
        losses.put("binaryCrossEntropy", BinaryCrossEntropyLoss.of());
        losses.put("meanSquaredError", MeanSquaredErrorLoss.of());
        losses.put("meanAbsoluteError", MeanAbsoluteErrorLoss.of());
        losses.put("huber", HuberLoss.of(0.7));
        losses.put("smoothL1", HuberLoss.smoothL1(0.5));
        losses.put("binaryCrossEntropy, weighted", BinaryCrossEntropyLoss.of().withPositiveWeights(weights));
        losses.put("gaussian", GaussianLoss.of());
        losses.put("mixtureDensity", MixtureDensityLoss.of(3));
        losses.put("quantile", QuantileLoss.of(List.of(0.1, 0.5, 0.9)));
        losses.put("quantile, sum", QuantileLoss.of(List.of(0.25)).withReduction(Loss.Reduction.SUM));
        losses.put("ctc", CtcLoss.of());
        losses.put("ctc, last output blank, sum", CtcLoss.of().withBlank(4).withReduction(Loss.Reduction.SUM));
        losses.put("crf", CrfLoss.of());
        return losses;
    }

    @Override
    public double target(double normal) {
        return 1 / (1 + Math.exp(-normal));
    }
}
