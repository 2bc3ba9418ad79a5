package org.rnn4j.core.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
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
        int size = size(output);
        String time = output.rank() == 3 ? SequenceGraph.TIME : SequenceGraph.NO_TIME;
        boolean[] counted =
                TargetCheck.counted(batch, new Value(0, size, time, false, false), LossTracer.targets(loss, size));
        Map<String, double[]> parameters = parameters(size, weights);
        List<int[]> said = new ArrayList<>();
        List<int[]> expected = new ArrayList<>();
        int batchSize = batch.batchSize();
        for (int b = 0; b < batchSize; b++) {
            int[] steps = CountedSteps.of(counted, b, batchSize);
            if (steps.length == 0) continue;
            said.add(labels(rows(output, b, steps), parameters));
            expected.add(
                    loss.target() == Loss.Target.LABELS
                            ? CountedSteps.labels(batch, b)
                            : CountedSteps.at(batch.target().orElseThrow(), steps, b, batchSize));
        }
        return new LabelPairs(said, expected);
    }

    /**
     * The labels that a network says, for each example of a batch without targets; none for one without steps.
     *
     * @param output [T, B, size] or [B, size]
     * @param weights gives the numbers of a parameter of the loss by its full name: {@code network.weights()::get}
     */
    public List<int[]> labels(Batch batch, Tensor output, Function<String, double[]> weights) {
        Map<String, double[]> parameters = parameters(size(output), weights);
        List<int[]> all = new ArrayList<>();
        for (int b = 0; b < batch.batchSize(); b++) {
            int steps = output.rank() == 3 ? batch.length(b) : Math.min(1, batch.length(b));
            int[] places = IntStream.range(0, steps).toArray();
            all.add(steps == 0 ? new int[0] : labels(rows(output, b, places), parameters));
        }
        return all;
    }

    private static int size(Tensor output) {
        return output.extent(output.rank() - 1);
    }

    private Map<String, double[]> parameters(int size, Function<String, double[]> weights) {
        Map<String, double[]> parameters = new LinkedHashMap<>();
        for (Parameter parameter : LossTracer.parameters(loss, size)) {
            parameters.put(parameter.name().substring(LossTracer.PATH.length()), weights.apply(parameter.name()));
        }
        return parameters;
    }

    /** The outputs of an example at some steps. */
    private static double[][] rows(Tensor output, int example, int[] steps) {
        int size = size(output);
        int batchSize = output.extent(output.rank() - 2);
        double[][] rows = new double[steps.length][size];
        for (int k = 0; k < rows.length; k++) {
            int from = (steps[k] * batchSize + example) * size;
            for (int j = 0; j < size; j++) rows[k][j] = output.get(from + j);
        }
        return rows;
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
