package org.rnn4j.examples.reference;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.rnn4j.core.engine.Tensor;

/**
 * An array with a shape, as fixtures hold it, and the ways to turn it round.
 *
 * @param data row-major
 */
record Numbers(int[] shape, double[] data) {
    /** What a file holds: an object with shape and data, or lists in lists. */
    static Numbers of(JsonNode json) {
        if (json.has("data")) return new Numbers(ints(json.get("shape")), flat(json.get("data")));
        List<Integer> shape = new ArrayList<>();
        for (JsonNode level = json; level.isArray(); level = level.get(0)) shape.add(level.size());
        return new Numbers(shape.stream().mapToInt(n -> n).toArray(), flat(json));
    }

    private static double[] flat(JsonNode json) {
        if (!json.isArray()) return new double[] {json.asDouble()};
        List<double[]> parts = new ArrayList<>();
        json.forEach(each -> parts.add(flat(each)));
        return parts.stream().flatMapToDouble(Arrays::stream).toArray();
    }

    /** Whole numbers in a list. */
    static int[] ints(JsonNode json) {
        int[] numbers = new int[json.size()];
        for (int k = 0; k < numbers.length; k++) numbers[k] = json.get(k).asInt();
        return numbers;
    }

    /** What the product computed. */
    static Numbers of(Tensor tensor) {
        return new Numbers(tensor.shape(), tensor.doubles());
    }

    /** For the product. */
    Tensor tensor() {
        return Tensor.of(data, shape);
    }

    /** The same in another shape. */
    Numbers reshaped(int... newShape) {
        return new Numbers(newShape, data);
    }

    /** Other numbers in the same shape. */
    Numbers withData(double... newData) {
        return new Numbers(shape, newData);
    }

    /** The axes in another order: axis k of the result is {@code order[k]} of this. */
    Numbers transposed(int... order) {
        int[] result = Arrays.stream(order).map(axis -> shape[axis]).toArray();
        int[] strides = new int[shape.length];
        for (int k = shape.length - 1, stride = 1; k >= 0; stride *= shape[k], k--) strides[k] = stride;
        double[] moved = new double[data.length];
        for (int place = 0; place < moved.length; place++) {
            int rest = place;
            int from = 0;
            for (int k = result.length - 1; k >= 0; k--) {
                from += rest % result[k] * strides[order[k]];
                rest /= result[k];
            }
            moved[place] = data[from];
        }
        return new Numbers(result, moved);
    }

    /** One of the parts along the first axis. */
    Numbers part(int index) {
        int length = data.length / shape[0];
        return new Numbers(
                Arrays.copyOfRange(shape, 1, shape.length),
                Arrays.copyOfRange(data, index * length, (index + 1) * length));
    }

    /** Columns of a matrix. */
    Numbers columns(int from, int to) {
        double[] chosen = new double[shape[0] * (to - from)];
        for (int k = 0; k < chosen.length; k++) {
            chosen[k] = data[k / (to - from) * shape[1] + from + k % (to - from)];
        }
        return new Numbers(new int[] {shape[0], to - from}, chosen);
    }

    /** The first axis from its end to its beginning. */
    Numbers flipped() {
        double[] moved = new double[data.length];
        int length = data.length / shape[0];
        for (int k = 0; k < shape[0]; k++)
            System.arraycopy(data, k * length, moved, (shape[0] - 1 - k) * length, length);
        return new Numbers(shape, moved);
    }
}
