package org.rnn4j.core.engine;

import java.util.Arrays;
import org.rnn4j.api.DataException;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.Loss;
import org.rnn4j.api.ShapeException;
import org.rnn4j.core.trace.LossTracer;
import org.rnn4j.core.trace.SequenceGraph.Value;

/**
 * Which steps of a batch count for a loss, and whether their targets can be used; for every engine.
 *
 * <p>A step counts if it is within its example's length and the target's mask, if there is one, is not 0 there. Where the
 * network gives one vector an example, an example counts if its length is not 0. What does not count may hold anything.
 */
public final class TargetCheck {
    private final Batch batch;
    private final Value output;
    private final int size;
    private final int[] lengths;

    private TargetCheck(Batch batch, Value output, int size) {
        this.batch = batch;
        this.output = output;
        this.size = size;
        this.lengths = batch.lengths();
    }

    /**
     * Checks the target of a batch.
     *
     * @return for every position of [T, B], or of [B], whether it counts
     * @throws ShapeException if the target or its mask does not fit the network's output
     * @throws DataException if there is no target, or one that counts is no class or not finite
     */
    public static boolean[] counted(Batch batch, Value output, LossTracer.Targets targets) {
        TargetCheck check = new TargetCheck(batch, output, targets.size());
        boolean[] counted = check.positions();
        Tensor target = batch.target()
                .orElseThrow(() -> new DataException(ErrorMessage.of("A batch without a target")
                        .fix("add it with batch.withTarget(tensor)")
                        .toString()));
        if (batch.targetLengths().isPresent() && targets.kind() != Loss.Target.LABELS) {
            throw new ShapeException(ErrorMessage.of("The loss needs a target for each output")
                    .fact("given", "targets with lengths of their own: " + target)
                    .fix("use a loss for labels, such as ctc, or give one target for each step")
                    .toString());
        }
        switch (targets.kind()) {
            case CLASS -> check.classes(target, counted);
            case VECTOR -> check.vectors(target, counted);
            case LABELS -> check.labels(target);
        }
        return counted;
    }

    private boolean[] positions() {
        int batchSize = batch.batchSize();
        boolean[] counted = new boolean[output.hasTime() ? batch.timeSteps() * batchSize : batchSize];
        for (int k = 0; k < counted.length; k++) counted[k] = k / batchSize < lengths[k % batchSize];
        batch.targetMask().ifPresent(mask -> {
            requireShape("mask of the target", mask, shape());
            for (int k = 0; k < counted.length; k++) counted[k] &= mask.get(k) != 0;
        });
        return counted;
    }

    private void classes(Tensor target, boolean[] counted) {
        if (!target.isIds()) {
            throw new ShapeException(ErrorMessage.of("The loss needs classes as targets")
                    .fact("given", target)
                    .fact("needed", "indices " + Arrays.toString(shape()) + " below " + size)
                    .toString());
        }
        requireShape("target", target, shape());
        int[] ids = target.ids();
        for (int k = 0; k < counted.length; k++) {
            if (!counted[k] || ids[k] >= 0 && ids[k] < size) continue;
            throw new DataException(at(ErrorMessage.of("A target that is no class: " + ids[k]), k)
                    .fact("range", "0 to " + (size - 1))
                    .fix("correct the data, or set the target's mask to 0 where nothing should be learned")
                    .toString());
        }
    }

    private void labels(Tensor target) {
        if (!target.isIds() || target.rank() != 2 || target.extent(1) != batch.batchSize()) {
            throw new ShapeException(ErrorMessage.of("The loss needs labels as targets")
                    .fact("given", target)
                    .fact("needed", "indices [L, " + batch.batchSize() + "] below " + size)
                    .toString());
        }
        int[] many = batch.targetLengths().orElseGet(() -> {
            int[] all = new int[batch.batchSize()];
            Arrays.fill(all, target.extent(0));
            return all;
        });
        int[] ids = target.ids();
        for (int k = 0; k < ids.length; k++) {
            int b = k % many.length;
            if (k / many.length >= many[b] || ids[k] >= 0 && ids[k] < size) continue;
            throw new DataException(ErrorMessage.of("A target that is no label: " + ids[k])
                    .fact("example", b)
                    .fact("label", k / many.length)
                    .fact("range", "0 to " + (size - 1))
                    .fix("correct the data, or the lengths of the targets")
                    .toString());
        }
    }

    private void vectors(Tensor target, boolean[] counted) {
        requireShape(
                "target",
                target,
                output.hasTime()
                        ? new int[] {batch.timeSteps(), batch.batchSize(), size}
                        : new int[] {batch.batchSize(), size});
        for (int position = 0; position < counted.length; position++) {
            int from = position * size;
            if (!counted[position] || target.isFinite(from, from + size)) continue;
            int element = 0;
            while (Double.isFinite(target.get(from + element))) element++;
            throw new DataException(at(ErrorMessage.of("The target holds " + target.get(from + element)), position)
                    .fact("element", element)
                    .fix("clean the data, or set the target's mask to 0 there")
                    .toString());
        }
    }

    private ErrorMessage at(ErrorMessage message, int position) {
        message.fact("example", position % batch.batchSize());
        return output.hasTime() ? message.fact("step", position / batch.batchSize()) : message;
    }

    private int[] shape() {
        return output.hasTime() ? new int[] {batch.timeSteps(), batch.batchSize()} : new int[] {batch.batchSize()};
    }

    private static void requireShape(String what, Tensor tensor, int... shape) {
        if (Arrays.equals(tensor.shape(), shape)) return;
        throw new ShapeException(ErrorMessage.of("The " + what + " does not fit")
                .fact("given", tensor)
                .fact("needed", Arrays.toString(shape))
                .toString());
    }
}
