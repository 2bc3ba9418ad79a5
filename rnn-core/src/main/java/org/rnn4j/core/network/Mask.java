package org.rnn4j.core.network;

import java.util.Arrays;
import java.util.Map;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.ShapeException;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.Tensor;

/**
 * Which steps of sequences count, with gaps anywhere; a step that does not count does not happen.
 *
 * <pre>
 * Mask mask = Mask.of(tensor);                                     // [T, B], 0 for a step that does not count
 * Tensor y = network.predict(mask.compact(batch));                 // computes the steps that count, and no others
 * Tensor aligned = mask.expand(y, Mask.Fill.PREVIOUS);             // y at the steps of the batch
 * </pre>
 *
 * <p>As in Keras, a state passes a gap unchanged, and so does the output ({@link Fill#PREVIOUS}), unless zeros are wanted
 * there. Without gaps, lengths alone are enough. Immutable.
 */
public final class Mask {
    private static final int NOWHERE = -1;

    private final Tensor mask;
    private final int timeSteps;
    private final int batchSize;

    /** What stands at steps that do not count. */
    public enum Fill {
        /** The output of the last step that counted; zeros before the first one. */
        PREVIOUS,
        /** Zeros. */
        ZEROS
    }

    private Mask(Tensor mask) {
        this.mask = mask;
        this.timeSteps = mask.extent(0);
        this.batchSize = mask.extent(1);
    }

    /**
     * A mask.
     *
     * @param mask [T, B], 0 for a step that does not count
     */
    public static Mask of(Tensor mask) {
        if (mask.rank() == 2) return new Mask(mask);
        throw new ShapeException(ErrorMessage.of("A mask of the wrong shape: " + mask)
                .fix("masks are [T, B]")
                .toString());
    }

    /** The batch with the steps that count moved together, and lengths that say how many they are. */
    public Batch compact(Batch batch) {
        requireSteps("input of the batch", batch.input());
        int[] lengths = batch.lengths();
        int[] counts = new int[batchSize];
        int[] from = new int[timeSteps * batchSize];
        Arrays.fill(from, NOWHERE);
        for (int place = 0; place < from.length; place++) {
            int b = place % batchSize;
            boolean counted = mask.get(place) != 0 && place / batchSize < lengths[b];
            if (counted) from[counts[b]++ * batchSize + b] = place;
        }
        Batch compacted = Batch.of(moved(batch.input(), from), counts)
                .withExampleIds(batch.exampleIds())
                .withSourcesOf(batch);
        for (Map.Entry<String, Tensor> side : batch.sides().entrySet()) {
            compacted = compacted.withSide(side.getKey(), moved(side.getValue(), from));
        }
        if (batch.targetLengths().isPresent()) {
            compacted = compacted.withTargetOf(batch);
        } else if (batch.target().isPresent()) {
            Tensor target = batch.target().get();
            compacted = compacted.withTarget(isSequence(target) ? moved(target, from) : target);
        }
        if (batch.targetMask().isPresent()) {
            Tensor target = batch.targetMask().get();
            compacted = compacted.withTargetMask(target.rank() == 2 ? moved(target, from) : target);
        }
        return compacted;
    }

    /** An output of a compacted batch at the steps of the batch. */
    public Tensor expand(Tensor output, Fill fill) {
        requireSteps("output", output);
        return moved(output, origins(fill));
    }

    /** The gradient of an output of a compacted batch, from the gradient of what {@link #expand} made of it. */
    public Tensor expandGradient(Tensor gradient, Fill fill) {
        requireSteps("gradient", gradient);
        int[] from = origins(fill);
        int size = gradient.length() / from.length;
        double[] sum = new double[gradient.length()];
        for (int k = 0; k < sum.length; k++) {
            int origin = from[k / size];
            if (origin != NOWHERE) sum[origin * size + k % size] += gradient.get(k);
        }
        return Tensor.of(sum, gradient.shape());
    }

    /** For every place of the batch, the place in the compacted one that its output comes from. */
    private int[] origins(Fill fill) {
        int[] from = new int[timeSteps * batchSize];
        int[] counts = new int[batchSize];
        for (int place = 0; place < from.length; place++) {
            int b = place % batchSize;
            boolean counted = mask.get(place) != 0;
            if (counted) counts[b]++;
            boolean shown = counts[b] > 0 && (counted || fill == Fill.PREVIOUS);
            from[place] = shown ? (counts[b] - 1) * batchSize + b : NOWHERE;
        }
        return from;
    }

    private static boolean isSequence(Tensor target) {
        return target.rank() == (target.isIds() ? 2 : 3);
    }

    /** The vectors or indices of a tensor at other places; 0 where nothing comes from. */
    private static Tensor moved(Tensor tensor, int[] from) {
        int size = from.length == 0 ? 0 : tensor.length() / from.length;
        if (tensor.isIds()) {
            int[] ids = new int[tensor.length()];
            move(tensor.ids(), ids, from, size);
            return Tensor.ofIds(ids, tensor.shape());
        }
        if (tensor.isFloat()) {
            float[] numbers = new float[tensor.length()];
            move(tensor.floats(), numbers, from, size);
            return Tensor.of(numbers, tensor.shape());
        }
        double[] numbers = new double[tensor.length()];
        move(tensor.doubles(), numbers, from, size);
        return Tensor.of(numbers, tensor.shape());
    }

    @SuppressWarnings("SuspiciousSystemArraycopy") // Object, because arraycopy takes arrays of any kind of number.
    private static void move(Object source, Object target, int[] from, int size) {
        for (int place = 0; place < from.length; place++) {
            if (from[place] != NOWHERE) System.arraycopy(source, from[place] * size, target, place * size, size);
        }
    }

    private void requireSteps(String what, Tensor tensor) {
        if (tensor.rank() >= 2 && tensor.extent(0) == timeSteps && tensor.extent(1) == batchSize) return;
        throw new ShapeException(ErrorMessage.of("The mask does not fit the " + what)
                .fact("mask", "[" + timeSteps + ", " + batchSize + "]")
                .fact("given", tensor)
                .toString());
    }
}
