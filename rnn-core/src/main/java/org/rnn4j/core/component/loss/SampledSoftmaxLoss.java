package org.rnn4j.core.component.loss;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.rnn4j.api.ClassDistribution;
import org.rnn4j.api.ConfigException;
import org.rnn4j.api.ErrorMessage;
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
 * batch, and Q(k) = 1 - (1 - p_k)^tries, tries being how many draws it took. x is computed for these classes alone. p_k is, up to a
 * factor, log((k + 2) / (k + 1)), or 1, or by frequency max(count of k, 1)^power.
 *
 * <p>Shapes: x (logits) [classes] from a linear layer; target a class index.
 *
 * <p>Parameters: none.
 *
 * <p>Edge cases: as many candidates as classes, or more, are all classes, and Q is 1. The loss of training is no longer that of
 * all classes, mostly a smaller one: compare losses of validation. By frequency, more candidates than there are classes that are not
 * very rare take many draws: a smaller power helps.
 *
 * <p>Source: Jean et al. 2015, doi:10.3115/v1/P15-1001; Bengio and Senécal 2008, doi:10.1109/TNN.2007.912312; the power of 0.75:
 * Mikolov et al. 2013, arXiv:1310.4546.
 */
public final class SampledSoftmaxLoss implements Loss {
    private static final SoftmaxCrossEntropyLoss ALL = SoftmaxCrossEntropyLoss.of();

    private final Candidates candidates;
    private final Reduction reduction;
    /** Of the counts, as long as they are not known. */
    private final OptionalDouble power;

    private SampledSoftmaxLoss(Candidates candidates, Reduction reduction, OptionalDouble power) {
        SampledSoftmaxLossProvider.CANDIDATES.checked(candidates.count());
        this.candidates = candidates;
        this.reduction = reduction;
        this.power = power;
    }

    /** The mean over steps; so many candidates, for classes by falling frequency. */
    public static SampledSoftmaxLoss of(int candidates) {
        Candidates usual = new Candidates(candidates, ClassDistribution.LOG_UNIFORM);
        return new SampledSoftmaxLoss(usual, Reduction.MEAN, OptionalDouble.empty());
    }

    /** The same with candidates drawn in another way. */
    public SampledSoftmaxLoss withDistribution(ClassDistribution distribution) {
        return new SampledSoftmaxLoss(
                new Candidates(candidates.count(), distribution), reduction, OptionalDouble.empty());
    }

    /**
     * The same with candidates drawn by how often classes are met, which {@link #forClasses} has to say before the loss is used;
     * an experiment does so.
     *
     * @param ofCounts from 0, for all the same, to 1
     */
    public SampledSoftmaxLoss withUnigram(double ofCounts) {
        SampledSoftmaxLossProvider.POWER_RANGE.checked(ofCounts);
        return new SampledSoftmaxLoss(candidates, reduction, OptionalDouble.of(ofCounts));
    }

    /** The same with steps averaged or summed. */
    public SampledSoftmaxLoss withReduction(Reduction other) {
        return new SampledSoftmaxLoss(candidates, other, power);
    }

    @Override
    public Loss forClasses(long[] counts) {
        if (power.isEmpty()) return this;
        if (Arrays.stream(counts).allMatch(count -> count == 0))
            throw notCounted(counts.length + " classes, not counted");
        return withDistribution(ClassDistribution.unigram(counts, power.getAsDouble()));
    }

    @Override
    public Optional<Candidates> candidates() {
        if (power.isPresent()) throw notCounted("not said");
        return Optional.of(candidates);
    }

    private static ConfigException notCounted(String counts) {
        return new ConfigException(
                ErrorMessage.of("Candidates are to be drawn by how often classes are met, which is not known")
                        .fact("counts", counts)
                        .fix(
                                "use data that counts its symbols, forClasses(counts) in Java, or the distribution logUniform or uniform")
                        .toString());
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
