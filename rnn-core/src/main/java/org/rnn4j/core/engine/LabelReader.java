package org.rnn4j.core.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.rnn4j.api.Loss;
import org.rnn4j.api.expr.Parameter;
import org.rnn4j.core.trace.LossTracer;
import org.rnn4j.core.trace.SequenceGraph;
import org.rnn4j.core.trace.SequenceGraph.Value;

/**
 * Reads labels from outputs: the greatest output of each step that counts, or what a loss of whole sequences finds, such as
 * the best sequence of tags or the labels that CTC hears. Immutable.
 */
public final class LabelReader {
    private final Loss loss;

    private LabelReader(Loss loss) {
        this.loss = loss;
    }

    /** A reader for a loss whose targets are classes or labels. */
    public static LabelReader of(Loss loss) {
        return new LabelReader(loss);
    }

    /**
     * The labels of a batch.
     *
     * @param batch with its targets
     * @param output [T, B, size] or [B, size]
     * @param weights gives the numbers of a parameter of the loss by its full name
     */
    public LabelPairs read(Batch batch, Tensor output, Function<String, double[]> weights) {
        int size = output.extent(output.rank() - 1);
        String time = output.rank() == 3 ? SequenceGraph.TIME : SequenceGraph.NO_TIME;
        boolean[] counted =
                TargetCheck.counted(batch, new Value(0, size, time, false, false), LossTracer.targets(loss, size));
        Map<String, double[]> parameters = new LinkedHashMap<>();
        for (Parameter parameter : LossTracer.parameters(loss, size)) {
            parameters.put(parameter.name().substring(LossTracer.PATH.length()), weights.apply(parameter.name()));
        }
        List<int[]> said = new ArrayList<>();
        List<int[]> expected = new ArrayList<>();
        int batchSize = batch.batchSize();
        for (int b = 0; b < batchSize; b++) {
            int[] steps = CountedSteps.of(counted, b, batchSize);
            if (steps.length == 0) continue;
            double[][] rows = new double[steps.length][size];
            for (int k = 0; k < rows.length; k++) {
                int from = (steps[k] * batchSize + b) * size;
                for (int j = 0; j < size; j++) rows[k][j] = output.get(from + j);
            }
            said.add(labels(rows, parameters));
            expected.add(
                    loss.target() == Loss.Target.LABELS
                            ? CountedSteps.labels(batch, b)
                            : CountedSteps.at(batch.target().orElseThrow(), steps, b, batchSize));
        }
        return new LabelPairs(said, expected);
    }

    private int[] labels(double[][] rows, Map<String, double[]> parameters) {
        if (loss.ofSequences().isPresent()) {
            LossExample.Target nothing = new LossExample.Target(new int[0], new double[0][]);
            return loss.ofSequences().get().labels(new LossExample(rows, nothing, parameters, false));
        }
        int[] labels = new int[rows.length];
        for (int k = 0; k < labels.length; k++) labels[k] = greatest(rows[k]);
        return labels;
    }

    /** The index of the greatest element, of equal ones the first; −1 if one is no number. */
    private static int greatest(double[] row) {
        int best = 0;
        for (int k = 0; k < row.length; k++) {
            if (Double.isNaN(row[k])) return -1;
            if (row[k] > row[best]) best = k;
        }
        return best;
    }
}
