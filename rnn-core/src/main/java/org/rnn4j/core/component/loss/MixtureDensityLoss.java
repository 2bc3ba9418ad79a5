package org.rnn4j.core.component.loss;

import static org.rnn4j.api.expr.Operations.concat;
import static org.rnn4j.api.expr.Operations.dot;
import static org.rnn4j.api.expr.Operations.logSoftmax;
import static org.rnn4j.api.expr.Operations.slice;
import static org.rnn4j.api.expr.Operations.softmax;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.rnn4j.api.Loss;
import org.rnn4j.api.expr.Node;

/**
 * Minus the logarithm of the density of the target, where the network says a mixture of M normal distributions.
 *
 * <p>One step, the output being a [M], then for each element d of the target μ_d [M] and s_d [M]:
 * <pre>
 * σ_d  = leastDeviation + softplus(s_d)
 * l    = logSoftmax(a) - Σ_d ½ ((y_d - μ_d) / σ_d)² + log σ_d + ½ log 2π
 * loss = -log Σ e^l
 * </pre>
 *
 * <p>Variant: covariances are diagonal within a component; elements still depend on each other, by sharing the component. The
 * sum of exponentials is taken as l_1 - logSoftmax(l)_1, which does not overflow.
 *
 * <p>Shapes: output [M (1 + 2 size)]; y [size]. The prediction is the mean Σ softmax(a) μ [size].
 *
 * <p>Parameters: none.
 *
 * <p>Edge cases: the loss may be negative; leastDeviation keeps a component from closing in on one target.
 *
 * <p>Source: Bishop 1994, Mixture Density Networks, NCRG/94/004; for sequences: Graves 2013, arXiv:1308.0850, section 4.
 */
public final class MixtureDensityLoss implements Loss {
    private final int components;
    private final double leastDeviation;
    private final Reduction reduction;

    private MixtureDensityLoss(int components, double leastDeviation, Reduction reduction) {
        this.components = MixtureDensityLossProvider.COMPONENTS.checked(components);
        this.leastDeviation = Densities.LEAST_DEVIATION.checked(leastDeviation);
        this.reduction = reduction;
    }

    /** The mean over steps of mixtures of M components; no standard deviation below 0.001. */
    public static MixtureDensityLoss of(int components) {
        return new MixtureDensityLoss(
                components, Densities.LEAST_DEVIATION.defaultValue().orElseThrow(), Reduction.MEAN);
    }

    /** The same with another bound on standard deviations. */
    public MixtureDensityLoss withLeastDeviation(double least) {
        return new MixtureDensityLoss(components, least, reduction);
    }

    /** The same with steps averaged or summed. */
    public MixtureDensityLoss withReduction(Reduction other) {
        return new MixtureDensityLoss(components, leastDeviation, other);
    }

    /** The distribution that an output [M (1 + 2 size)] stands for. */
    public List<NormalComponent> components(double[] output) {
        double[] logWeights = LogSum.logSoftmax(Arrays.copyOf(output, components));
        int size = (output.length / components - 1) / 2;
        List<NormalComponent> all = new ArrayList<>();
        for (int m = 0; m < components; m++) {
            double[] means = new double[size];
            double[] deviations = new double[size];
            for (int d = 0; d < size; d++) {
                means[d] = output[mean(d) + m];
                deviations[d] = Densities.deviation(output[mean(d) + components + m], leastDeviation);
            }
            all.add(new NormalComponent(Math.exp(logWeights[m]), means, deviations));
        }
        return all;
    }

    /** Where the means of an element begin; the deviations follow. */
    private int mean(int element) {
        return components * (1 + 2 * element);
    }

    @Override
    public Node loss(Node prediction, Node target) {
        Node l = logSoftmax(slice(prediction, 0, components));
        for (int d = 0; d < target.size(); d++) {
            Node mean = slice(prediction, mean(d), components);
            Node deviation = Densities.deviation(slice(prediction, mean(d) + components, components), leastDeviation);
            l = l.minus(Densities.negativeLog(slice(target, d, 1), mean, deviation));
        }
        return slice(logSoftmax(l), 0, 1).minus(slice(l, 0, 1));
    }

    @Override
    public Node prediction(Node output) {
        Node weights = softmax(slice(output, 0, components));
        int size = (output.size() / components - 1) / 2;
        List<Node> means = new ArrayList<>();
        for (int d = 0; d < size; d++) means.add(dot(weights, slice(output, mean(d), components)));
        return concat(means);
    }

    @Override
    public int outputSize(int targetSize) {
        return components * (1 + 2 * targetSize);
    }

    @Override
    public Reduction reduction() {
        return reduction;
    }
}
