package org.rnn4j.core.component.loss;

import static org.rnn4j.api.expr.Operations.slice;
import static org.rnn4j.api.expr.Operations.sum;

import java.util.Arrays;
import java.util.List;
import org.rnn4j.api.Loss;
import org.rnn4j.api.expr.Node;

/**
 * Minus the logarithm of the density of the target, where the network says a normal distribution for each of its elements.
 *
 * <p>One step, μ being the first half of the network's output and s the second:
 * <pre>
 * σ    = leastDeviation + softplus(s)
 * loss = Σ ½ ((y - μ) / σ)² + log σ + ½ log 2π
 * </pre>
 *
 * <p>Variant: elements are independent, so their densities are multiplied; the constant is counted, so that values can be
 * compared with those of {@link MixtureDensityLoss}. PyTorch's {@code GaussianNLLLoss} takes the variance, and the mean over
 * elements.
 *
 * <p>Shapes: output [2 size]; y [size]. The prediction is μ [size].
 *
 * <p>Parameters: none.
 *
 * <p>Edge cases: the loss may be negative, as a density may exceed 1; leastDeviation bounds it from below.
 *
 * <p>Source: Nix and Weigend 1994, doi:10.1109/ICNN.1994.374138.
 */
public final class GaussianLoss implements Loss {
    private final double leastDeviation;
    private final Reduction reduction;

    private GaussianLoss(double leastDeviation, Reduction reduction) {
        this.leastDeviation = Densities.LEAST_DEVIATION.checked(leastDeviation);
        this.reduction = reduction;
    }

    /** The mean over steps; no standard deviation below 0.001. */
    public static GaussianLoss of() {
        return new GaussianLoss(Densities.LEAST_DEVIATION.defaultValue().orElseThrow(), Reduction.MEAN);
    }

    /** The same with another bound on standard deviations. */
    public GaussianLoss withLeastDeviation(double least) {
        return new GaussianLoss(least, reduction);
    }

    /** The same with steps averaged or summed. */
    public GaussianLoss withReduction(Reduction other) {
        return new GaussianLoss(leastDeviation, other);
    }

    /** The distribution that an output [2 size] stands for, as the one component of a mixture. */
    public List<NormalComponent> components(double[] output) {
        int size = output.length / 2;
        double[] deviations = Arrays.stream(output, size, 2 * size)
                .map(s -> Densities.deviation(s, leastDeviation))
                .toArray();
        return List.of(new NormalComponent(1, Arrays.copyOf(output, size), deviations));
    }

    @Override
    public Node loss(Node prediction, Node target) {
        int size = target.size();
        Node mean = slice(prediction, 0, size);
        Node deviation = Densities.deviation(slice(prediction, size, size), leastDeviation);
        return sum(Densities.negativeLog(target, mean, deviation));
    }

    @Override
    public Node prediction(Node output) {
        return slice(output, 0, output.size() / 2);
    }

    @Override
    public int outputSize(int targetSize) {
        return 2 * targetSize;
    }

    @Override
    public Reduction reduction() {
        return reduction;
    }
}
