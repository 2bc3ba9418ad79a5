package org.rnn4j.core.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.ModelFormatException;
import org.rnn4j.core.engine.Tensor;

/**
 * How numbers of the data became those that a network reads or says, fitted on the training part and kept in the model.
 *
 * <p>Element i of a vector:
 * <pre>
 * z_i = (x_i - offset_i) / scale_i
 * </pre>
 *
 * <p>Immutable.
 *
 * @param offset one for each element
 * @param scale one for each element, above 0
 * @param mean of the training part, one for each element, in the network's numbers: it stands for missing ones
 */
public record Scaling(List<Double> offset, List<Double> scale, List<Double> mean) {
    /** Checks and copies the lists. */
    public Scaling {
        offset = List.copyOf(offset);
        scale = List.copyOf(scale);
        mean = List.copyOf(mean);
        boolean right = offset.size() == scale.size()
                && offset.size() == mean.size()
                && mean.stream().allMatch(Double::isFinite)
                && scale.stream().allMatch(s -> s > 0 && Double.isFinite(s));
        if (!right || !offset.stream().allMatch(Double::isFinite)) {
            throw new ModelFormatException(ErrorMessage.of("Not a scaling of numbers")
                    .fact("offset", offset)
                    .fact("scale", scale)
                    .fix("give as many offsets as scales, all finite, and scales above 0")
                    .toString());
        }
    }

    /** Without missing numbers: 0 stands for them. */
    public Scaling(List<Double> offset, List<Double> scale) {
        this(offset, scale, Collections.nCopies(offset.size(), 0.0));
    }

    /** z = x for vectors of a size. */
    public static Scaling none(int size) {
        return new Scaling(Collections.nCopies(size, 0.0), Collections.nCopies(size, 1.0));
    }

    /**
     * Mean 0 and standard deviation 1 for each element.
     *
     * @param sequences [T, size], of the training part; an element that is the same everywhere keeps its scale
     */
    public static Scaling standard(List<Tensor> sequences) {
        int size = sequences.get(0).extent(1);
        double[] sum = new double[size];
        double[] squares = new double[size];
        long steps = 0;
        for (Tensor sequence : sequences) {
            steps += sequence.extent(0);
            for (int k = 0; k < sequence.length(); k++) {
                sum[k % size] += sequence.get(k);
                squares[k % size] += sequence.get(k) * sequence.get(k);
            }
        }
        List<Double> offset = new ArrayList<>();
        List<Double> scale = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            double mean = sum[i] / Math.max(1, steps);
            double variance = squares[i] / Math.max(1, steps) - mean * mean;
            offset.add(mean);
            scale.add(variance > 1e-12 * mean * mean ? Math.sqrt(variance) : 1);
        }
        return new Scaling(offset, scale);
    }

    /** A sequence [T, size] of the data as the network reads it. */
    public Tensor apply(Tensor sequence) {
        float[] scaled = new float[sequence.length()];
        for (int k = 0; k < scaled.length; k++) scaled[k] = (float) apply(k % size(), sequence.get(k));
        return Tensor.of(scaled, sequence.shape());
    }

    /** This one, and another for the elements after. */
    public Scaling and(Scaling other) {
        return new Scaling(both(offset, other.offset), both(scale, other.scale), both(mean, other.mean));
    }

    private static List<Double> both(List<Double> first, List<Double> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    /** Number of elements of a vector. */
    public int size() {
        return offset.size();
    }

    /** The network's number for one of the data. */
    public double apply(int element, double x) {
        return (x - offset.get(element)) / scale.get(element);
    }

    /** The data's number for one of the network. */
    public double undo(int element, double z) {
        return z * scale.get(element) + offset.get(element);
    }
}
