package org.rnn4j.core.component.loss;

import static org.rnn4j.api.expr.Operations.concat;
import static org.rnn4j.api.expr.Operations.maximum;
import static org.rnn4j.api.expr.Operations.slice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.rnn4j.api.ConfigException;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.Loss;
import org.rnn4j.api.expr.Node;

/**
 * The pinball loss: the network says what the target stays below with given probabilities.
 *
 * <p>One step, x_q [size] being the part of the output that belongs to the quantile q:
 * <pre>
 * e_q  = y - x_q
 * loss = mean(max(q e_q, (q - 1) e_q))          over quantiles and elements
 * </pre>
 *
 * <p>Variant: with reduction sum, quantiles and elements are summed.
 *
 * <p>Shapes: output [quantiles · size], quantile by quantile; y [size]. The prediction is the quantile next to ½ [size].
 *
 * <p>Parameters: none.
 *
 * <p>Edge cases: where y = x_q the gradient is the mean of both slopes. Nothing keeps a higher quantile above a lower one;
 * {@link #quantiles} puts them in order.
 *
 * <p>Source: Koenker and Bassett 1978, doi:10.2307/1913643; putting in order: Chernozhukov et al. 2010, doi:10.3982/ECTA7880.
 */
public final class QuantileLoss implements Loss {
    private static final double HALF = 0.5;

    private final List<Double> quantiles;
    private final Reduction reduction;

    private QuantileLoss(List<Double> quantiles, Reduction reduction) {
        this.quantiles = List.copyOf(QuantileLossProvider.QUANTILES.checked(quantiles));
        this.reduction = reduction;
        boolean rising = !quantiles.isEmpty();
        for (int k = 1; k < quantiles.size(); k++) rising &= quantiles.get(k) > quantiles.get(k - 1);
        if (rising) return;
        throw new ConfigException(ErrorMessage.of("Quantiles that do not rise: " + quantiles)
                .fix("give at least one number above 0 and below 1, each larger than the one before")
                .toString());
    }

    /** The mean over steps, for rising quantiles such as 0.1, 0.5, 0.9. */
    public static QuantileLoss of(List<Double> quantiles) {
        return new QuantileLoss(quantiles, Reduction.MEAN);
    }

    /** The same with steps, quantiles and elements averaged or summed. */
    public QuantileLoss withReduction(Reduction other) {
        return new QuantileLoss(quantiles, other);
    }

    /**
     * The quantiles that an output stands for, in order: with 0.1 and 0.9, the bounds of an interval of 80 %.
     *
     * @return [quantiles][size]
     */
    public double[][] quantiles(double[] output) {
        int size = output.length / quantiles.size();
        double[][] sorted = new double[quantiles.size()][size];
        double[] column = new double[quantiles.size()];
        for (int d = 0; d < size; d++) {
            for (int q = 0; q < column.length; q++) column[q] = output[q * size + d];
            Arrays.sort(column);
            for (int q = 0; q < column.length; q++) sorted[q][d] = column[q];
        }
        return sorted;
    }

    @Override
    public Node loss(Node prediction, Node target) {
        int size = target.size();
        List<Node> losses = new ArrayList<>();
        for (int k = 0; k < quantiles.size(); k++) {
            double q = quantiles.get(k);
            Node e = target.minus(slice(prediction, k * size, size));
            losses.add(maximum(e.times(q), e.times(q - 1)));
        }
        return Reductions.ofElements(reduction, concat(losses));
    }

    @Override
    public Node prediction(Node output) {
        int size = output.size() / quantiles.size();
        int middle = 0;
        for (int k = 1; k < quantiles.size(); k++) {
            if (Math.abs(quantiles.get(k) - HALF) < Math.abs(quantiles.get(middle) - HALF)) middle = k;
        }
        return slice(output, middle * size, size);
    }

    @Override
    public int outputSize(int targetSize) {
        return quantiles.size() * targetSize;
    }

    @Override
    public Reduction reduction() {
        return reduction;
    }
}
