package org.rnn4j.core.component.loss;

import java.util.Optional;
import org.rnn4j.api.Loss;
import org.rnn4j.api.expr.Node;

/**
 * Softmax cross-entropy, for which a training step looks at some classes only: for vocabularies of many thousand words.
 *
 * <p>One training step, y being the right class, C the classes drawn for this batch and Q(k) how often k is expected in C:
 * <pre>
 * z_k  = x_k - log Q(k)                               for k = y, and for k in C other than y
 * loss = -z_y + log Σ e^z_k
 * </pre>
 * Everywhere else, such as in validation, it is {@link SoftmaxCrossEntropyLoss}.
 *
 * <p>Variant: as TensorFlow's {@code sampled_softmax_loss}: classes are drawn without any twice, the same ones for all steps of a
 * batch, and Q(k) = 1 - (1 - p_k)^tries, tries being how many draws it took. x is computed for these classes alone.
 *
 * <p>Shapes: x (logits) [classes] from a linear layer; target a class index.
 *
 * <p>Parameters: none.
 *
 * <p>Edge cases: as many candidates as classes, or more, are all classes, and Q is 1. The loss of training is no longer that of
 * all classes, mostly a smaller one: compare losses of validation.
 *
 * <p>Source: Jean et al. 2015, doi:10.3115/v1/P15-1001; Bengio and Senécal 2008, doi:10.1109/TNN.2007.912312.
 */
public final class SampledSoftmaxLoss implements Loss {
    private static final SoftmaxCrossEntropyLoss ALL = SoftmaxCrossEntropyLoss.of();

    private final Candidates candidates;
    private final Reduction reduction;

    private SampledSoftmaxLoss(Candidates candidates, Reduction reduction) {
        SampledSoftmaxLossProvider.CANDIDATES.checked(candidates.count());
        this.candidates = candidates;
        this.reduction = reduction;
    }

    /** The mean over steps; so many candidates, for classes by falling frequency. */
    public static SampledSoftmaxLoss of(int candidates) {
        return new SampledSoftmaxLoss(new Candidates(candidates, Candidates.Distribution.LOG_UNIFORM), Reduction.MEAN);
    }

    /** The same with candidates drawn in another way. */
    public SampledSoftmaxLoss withDistribution(Candidates.Distribution distribution) {
        return new SampledSoftmaxLoss(new Candidates(candidates.count(), distribution), reduction);
    }

    /** The same with steps averaged or summed. */
    public SampledSoftmaxLoss withReduction(Reduction other) {
        return new SampledSoftmaxLoss(candidates, other);
    }

    @Override
    public Optional<Candidates> candidates() {
        return Optional.of(candidates);
    }

    @Override
    public Node loss(Node prediction, Node target) {
        return ALL.loss(prediction, target);
    }

    @Override
    public Node prediction(Node output) {
        return ALL.prediction(output);
    }

    @Override
    public Target target() {
        return Target.CLASS;
    }

    @Override
    public Reduction reduction() {
        return reduction;
    }
}
