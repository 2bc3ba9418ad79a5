package org.rnn4j.core.train;

import java.util.function.DoubleUnaryOperator;

/**
 * The mean loss of a step, or a function of it.
 *
 * <pre>
 * loss               L = Σ loss / Σ weight
 * perplexity         e^L         of cross-entropy: among how many symbols the network hesitates
 * bitsPerCharacter   L / ln 2    of cross-entropy: how far it could compress a text
 * </pre>
 *
 * <p>Source: Jelinek et al. 1977, doi:10.1121/1.2016299 (perplexity).
 */
public final class LossMetric implements Metric {
    private static final double LN_2 = Math.log(2);

    private final String name;
    private final DoubleUnaryOperator function;

    private LossMetric(String name, DoubleUnaryOperator function) {
        this.name = name;
        this.function = function;
    }

    /** The loss itself. */
    public static LossMetric loss() {
        return new LossMetric("loss", loss -> loss);
    }

    /** The exponential of the loss. */
    public static LossMetric perplexity() {
        return new LossMetric("perplexity", Math::exp);
    }

    /** The loss in bits. */
    public static LossMetric bitsPerCharacter() {
        return new LossMetric("bitsPerCharacter", loss -> loss / LN_2);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int totals() {
        return 2;
    }

    @Override
    public void add(double[] totals, Observation observation) {
        totals[0] += observation.loss().loss();
        totals[1] += observation.loss().weight();
    }

    @Override
    public double value(double[] totals) {
        return totals[1] == 0 ? Double.NaN : function.applyAsDouble(totals[0] / totals[1]);
    }
}
