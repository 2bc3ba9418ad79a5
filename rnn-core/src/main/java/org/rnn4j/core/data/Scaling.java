package org.rnn4j.core.data;

import java.util.List;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.ModelFormatException;

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
 */
public record Scaling(List<Double> offset, List<Double> scale) {
    /** Checks and copies the lists. */
    public Scaling {
        offset = List.copyOf(offset);
        scale = List.copyOf(scale);
        boolean right = offset.size() == scale.size() && scale.stream().allMatch(s -> s > 0 && Double.isFinite(s));
        if (!right || !offset.stream().allMatch(Double::isFinite)) {
            throw new ModelFormatException(ErrorMessage.of("Not a scaling of numbers")
                    .fact("offset", offset)
                    .fact("scale", scale)
                    .fix("give as many offsets as scales, all finite, and scales above 0")
                    .toString());
        }
    }

    /** z = x for vectors of a size. */
    public static Scaling none(int size) {
        return new Scaling(java.util.Collections.nCopies(size, 0.0), java.util.Collections.nCopies(size, 1.0));
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
