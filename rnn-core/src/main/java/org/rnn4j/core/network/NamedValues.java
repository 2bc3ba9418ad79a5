package org.rnn4j.core.network;

import java.util.ArrayList;
import java.util.List;
import org.rnn4j.api.expr.Node;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.Engine;
import org.rnn4j.core.engine.Execution;
import org.rnn4j.core.engine.States;
import org.rnn4j.core.engine.Tensor;
import org.rnn4j.core.trace.SequenceGraph.Scan;

/**
 * Where the values that the authors of cells have named stand, such as gates: a gate that is almost always shut or open lets
 * little be learned.
 *
 * <p>Source: Karpathy, Johnson and Li 2015, arXiv:1506.02078, section 4.2, for the bounds 0.1 and 0.9.
 */
public final class NamedValues {
    /**
     * What was seen of one value, over all steps, examples and elements.
     *
     * @param name in full, such as {@code layers.0.cell.f}
     * @param least the smallest
     * @param mean of all
     * @param most the largest
     * @param low share below 0.1
     * @param high share above 0.9
     * @param far share above 0.9 in absolute value
     */
    public record Seen(String name, double least, double mean, double most, double low, double high, double far) {
        /** True if all that was seen lies in 0 to 1, as a gate does. */
        public boolean isGate() {
            return least >= 0 && most <= 1;
        }
    }

    /** What the sums of affine equations are called; what becomes of them says more. */
    private static final String SUM = "pre_";

    private NamedValues() {}

    private static boolean isComputed(Node node) {
        return switch (node.operation()) {
            case SOURCE, PARAMETER, CONSTANT, DROPOUT_MASK -> false;
            default -> true;
        };
    }

    /** All named values of a network on a batch, in the order of the cells; without dropout. */
    public static List<Seen> of(Network network, Batch batch) {
        Execution execution = network.newExecution(Engine.Options.inference());
        execution.forward(batch, States.initial(), Execution.Mode.INFERENCE);
        List<Seen> seen = new ArrayList<>();
        for (Scan scan : network.graph().scans()) {
            if (!scan.output().followsInput()) continue;
            for (Node node : scan.graph().nodes()) {
                String label = scan.graph().labels().getOrDefault(node, "");
                if (label.isEmpty() || !isComputed(node) || label.startsWith(SUM)) continue;
                String name = scan.graph().name() + "." + label;
                seen.add(seen(name, execution.value(name), batch));
            }
        }
        return seen;
    }

    private static Seen seen(String name, Tensor values, Batch batch) {
        int size = values.extent(2);
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        double sum = 0;
        long[] shares = new long[3];
        long count = 0;
        for (int t = 0; t < batch.timeSteps(); t++) {
            for (int b = 0; b < batch.batchSize(); b++) {
                for (int j = 0; j < size && t < batch.length(b); j++) {
                    double value = values.get((t * batch.batchSize() + b) * size + j);
                    least = Math.min(least, value);
                    most = Math.max(most, value);
                    sum += value;
                    if (value < 0.1) shares[0]++;
                    if (value > 0.9) shares[1]++;
                    if (Math.abs(value) > 0.9) shares[2]++;
                    count++;
                }
            }
        }
        double all = count;
        return new Seen(name, least, sum / all, most, shares[0] / all, shares[1] / all, shares[2] / all);
    }
}
