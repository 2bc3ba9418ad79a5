package org.rnn4j.core.component.loss;

import static org.rnn4j.api.expr.Operations.constant;
import static org.rnn4j.api.expr.Operations.dot;
import static org.rnn4j.api.expr.Operations.logSoftmax;
import static org.rnn4j.api.expr.Operations.mean;
import static org.rnn4j.api.expr.Operations.softmax;

import java.util.List;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.Loss;
import org.rnn4j.api.ShapeException;
import org.rnn4j.api.expr.Node;

/**
 * Minus the logarithm of the probability that softmax gives to the right class.
 *
 * <p>One step, y being one-hot, w class weights and s the smoothing:
 * <pre>
 * logP   = logSoftmax(x)
 * loss   = -(1 - s) (w · y) (logP · y) - s mean(w ∘ logP)
 * weight = w · y
 * </pre>
 *
 * <p>Variant: as PyTorch's {@code CrossEntropyLoss}: in the mean, a step counts as much as its class weighs; the smoothed
 * part is weighted class by class. Without weights w = 1, without smoothing s = 0.
 *
 * <p>Shapes: x (logits) [classes]; target a class index; w [classes].
 *
 * <p>Parameters: none.
 *
 * <p>Edge cases: logits of any size do not overflow. Steps to ignore are masked by the data, not by a class of their own.
 *
 * <p>Source: Bridle 1990, doi:10.1007/978-3-642-76153-9_28; smoothing: Szegedy et al. 2016, doi:10.1109/CVPR.2016.308,
 * section 7.
 */
public final class SoftmaxCrossEntropyLoss implements Loss {
    private final double labelSmoothing;
    private final List<Double> classWeights;
    private final Reduction reduction;

    private SoftmaxCrossEntropyLoss(double labelSmoothing, List<Double> classWeights, Reduction reduction) {
        this.labelSmoothing = SoftmaxCrossEntropyLossProvider.LABEL_SMOOTHING.checked(labelSmoothing);
        this.classWeights = List.copyOf(SoftmaxCrossEntropyLossProvider.CLASS_WEIGHTS_RANGE.checked(classWeights));
        this.reduction = reduction;
    }

    /** The mean over steps, neither smoothed nor weighted. */
    public static SoftmaxCrossEntropyLoss of() {
        return new SoftmaxCrossEntropyLoss(0, List.of(), Reduction.MEAN);
    }

    /** The same with part of the target spread over all classes. */
    public SoftmaxCrossEntropyLoss withLabelSmoothing(double part) {
        return new SoftmaxCrossEntropyLoss(part, classWeights, reduction);
    }

    /** The same with a weight for each class; an empty list for none. */
    public SoftmaxCrossEntropyLoss withClassWeights(List<Double> weights) {
        return new SoftmaxCrossEntropyLoss(labelSmoothing, weights, reduction);
    }

    /** The same with steps averaged or summed. */
    public SoftmaxCrossEntropyLoss withReduction(Reduction other) {
        return new SoftmaxCrossEntropyLoss(labelSmoothing, classWeights, other);
    }

    @Override
    public Node loss(Node prediction, Node target) {
        Node logP = logSoftmax(prediction);
        Node loss = weight(prediction, target).times(dot(target, logP)).negate();
        if (labelSmoothing == 0) return loss;
        Node all =
                mean(classWeights.isEmpty() ? logP : weights(prediction.size()).times(logP));
        return loss.times(1 - labelSmoothing).minus(all.times(labelSmoothing));
    }

    @Override
    public Node weight(Node prediction, Node target) {
        return classWeights.isEmpty() ? constant(1) : dot(target, weights(prediction.size()));
    }

    @Override
    public Node prediction(Node output) {
        return softmax(output);
    }

    @Override
    public Target target() {
        return Target.CLASS;
    }

    @Override
    public Reduction reduction() {
        return reduction;
    }

    private Node weights(int classes) {
        if (classWeights.size() != classes) {
            throw new ShapeException(ErrorMessage.of("The number of class weights is not that of the classes")
                    .fact("weights", classWeights.size())
                    .fact("classes", classes)
                    .fix("give one weight for each class")
                    .toString());
        }
        return constant(classWeights.stream().mapToDouble(w -> w).toArray());
    }
}
