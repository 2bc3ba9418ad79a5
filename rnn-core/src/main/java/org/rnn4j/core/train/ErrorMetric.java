package org.rnn4j.core.train;

import java.util.Collections;
import java.util.List;
import org.rnn4j.api.ConfigException;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.core.data.Encoding;
import org.rnn4j.core.data.Feature;
import org.rnn4j.core.engine.Tensor;

/**
 * How far predictions are from targets that are numbers, in the units of the data.
 *
 * <pre>
 * meanAbsoluteError      mean |x - y|
 * rootMeanSquaredError   √ mean (x - y)²
 * </pre>
 * over all elements of all targets that count. What a loss takes from a network that says more than a number, such as the mean
 * of a distribution or the median, is its prediction. Where the data was scaled, errors are scaled back.
 */
public final class ErrorMetric implements Metric {
    private final boolean squared;
    private final List<Double> scale;

    private ErrorMetric(boolean squared, List<Double> scale) {
        this.squared = squared;
        this.scale = List.copyOf(scale);
    }

    /** The mean absolute error. */
    public static ErrorMetric meanAbsolute() {
        return new ErrorMetric(false, List.of());
    }

    /** The root of the mean squared error. */
    public static ErrorMetric rootMeanSquared() {
        return new ErrorMetric(true, List.of());
    }

    @Override
    public Metric forData(Encoding data) {
        if (!(data.target() instanceof Feature.Numbers numbers)) {
            throw new ConfigException(ErrorMessage.of("The metric '" + name() + "' is for targets that are numbers")
                    .fact("data", data.target())
                    .fix("use a metric for symbols, such as accuracy")
                    .toString());
        }
        return new ErrorMetric(
                squared, numbers.scaling().map(s -> s.scale()).orElse(Collections.nCopies(numbers.size(), 1.0)));
    }

    @Override
    public String name() {
        return squared ? "rootMeanSquaredError" : "meanAbsoluteError";
    }

    @Override
    public int totals() {
        return 2;
    }

    @Override
    public void add(double[] totals, Observation observation) {
        Tensor prediction = observation.prediction().get();
        Tensor target = observation.batch().target().orElseThrow();
        int size = prediction.extent(prediction.rank() - 1);
        Positions.forEach(observation.batch(), prediction, row -> {
            for (int k = 0; k < size; k++) {
                double unit = scale.isEmpty() ? 1 : scale.get(k);
                double error = unit * (prediction.get(row * size + k) - target.get(row * size + k));
                totals[0] += squared ? error * error : Math.abs(error);
            }
            totals[1] += size;
        });
    }

    @Override
    public double value(double[] totals) {
        double mean = totals[0] / totals[1];
        return squared ? Math.sqrt(mean) : mean;
    }
}
