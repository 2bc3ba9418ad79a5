package org.rnn4j.core.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.Loss;
import org.rnn4j.api.SequenceLoss;
import org.rnn4j.api.ShapeException;
import org.rnn4j.api.expr.Parameter;
import org.rnn4j.core.engine.Execution.LossSum;
import org.rnn4j.core.trace.LossTracer;
import org.rnn4j.core.trace.SequenceGraph.Value;

/**
 * A loss of whole sequences over the examples of a batch, in float64, for every engine.
 *
 * <p>Examples are independent of each other, and what they leave is summed in their order: so the result does not depend on
 * who computes which. Used by one run after the other.
 */
public final class SequenceLossRun {
    private final SequenceLoss loss;
    private final Value output;
    private final LossTracer.Targets targets;
    private final List<Parameter> parameters;
    private LossExample[] examples = new LossExample[0];
    private int[][] steps = new int[0][];
    private double[] losses = new double[0];

    /** Where a network's outputs are read. */
    @FunctionalInterface
    public interface Outputs {
        /** Copies the output of an example at a step; of a vector, at step 0. */
        void read(int example, int step, double[] into);
    }

    /** Who runs a number of independent tasks. */
    @FunctionalInterface
    public interface Tasks {
        /** Runs the tasks 0 to below {@code count}, in any order, and returns when all are done. */
        void run(int count, IntConsumer task);
    }

    /**
     * Prepares a loss.
     *
     * @param output what it is applied to
     * @param weights with the loss's parameters
     * @throws ShapeException if the weights lack a parameter of the loss
     */
    public SequenceLossRun(SequenceLoss loss, Value output, Weights weights) {
        this.loss = loss;
        this.output = output;
        this.targets = LossTracer.targets(loss, output.size());
        this.parameters = LossTracer.parameters(loss, output.size());
        for (Parameter parameter : parameters) requireIn(weights, parameter);
    }

    private static void requireIn(Weights weights, Parameter parameter) {
        Optional<Parameter> found = weights.parameters().stream()
                .filter(p -> p.name().equals(parameter.name()))
                .findFirst();
        if (found.isPresent()
                && found.get().rows() == parameter.rows()
                && found.get().columns() == parameter.columns()) return;
        throw new ShapeException(ErrorMessage.of("The network has no parameter '" + parameter.name() + "' for its loss")
                .fact("needed", parameter.rows() + " × " + parameter.columns())
                .fact("found", found.map(p -> p.rows() + " × " + p.columns()).orElse("none"))
                .fix("build the network with the loss: Network.builder()…loss(loss).build()")
                .toString());
    }

    /**
     * Computes the loss, and its gradient if it is wanted.
     *
     * @return the sums over all examples with a step that counts
     */
    public LossSum run(Batch batch, Weights weights, Outputs outputs, boolean gradient, Tasks tasks) {
        boolean[] counted = TargetCheck.counted(batch, output, targets);
        Map<String, double[]> numbers = parameters(weights);
        int batchSize = batch.batchSize();
        examples = new LossExample[batchSize];
        steps = new int[batchSize][];
        losses = new double[batchSize];
        tasks.run(batchSize, b -> {
            steps[b] = CountedSteps.of(counted, b, batchSize);
            if (steps[b].length == 0) return;
            double[][] rows = new double[steps[b].length][output.size()];
            for (int k = 0; k < rows.length; k++) outputs.read(b, steps[b][k], rows[k]);
            examples[b] = new LossExample(rows, target(batch, b), numbers, gradient);
            losses[b] = loss.loss(examples[b]);
        });
        LossSum sum = LossSum.NONE;
        for (int b = 0; b < batchSize; b++) {
            if (examples[b] == null) continue;
            sum = sum.plus(new LossSum(losses[b], loss.weight(examples[b]), steps[b].length));
        }
        return sum;
    }

    private Map<String, double[]> parameters(Weights weights) {
        Map<String, double[]> numbers = new LinkedHashMap<>();
        for (Parameter parameter : parameters) {
            numbers.put(parameter.name().substring(LossTracer.PATH.length()), weights.get(parameter.name()));
        }
        return numbers;
    }

    private LossExample.Target target(Batch batch, int b) {
        Tensor given = batch.target().orElseThrow();
        if (targets.kind() != Loss.Target.VECTOR) {
            int[] labels = targets.kind() == Loss.Target.LABELS
                    ? CountedSteps.labels(batch, b)
                    : CountedSteps.at(given, steps[b], b, batch.batchSize());
            return new LossExample.Target(labels, new double[0][]);
        }
        int size = targets.size();
        double[][] vectors = new double[steps[b].length][size];
        for (int k = 0; k < vectors.length; k++) {
            int from = (steps[b][k] * batch.batchSize() + b) * size;
            for (int j = 0; j < size; j++) vectors[k][j] = given.get(from + j);
        }
        return new LossExample.Target(new int[0], vectors);
    }

    /** Takes the gradients of a run. */
    @FunctionalInterface
    public interface Gradients {
        /** The gradient of the summed loss with respect to one output; not to be changed. */
        void accept(int example, int step, double[] gradient);
    }

    /** Gives the gradient with respect to every output that counted; those of all others are 0. */
    public void outputGradients(Gradients sink) {
        for (int b = 0; b < examples.length; b++) {
            if (examples[b] == null) continue;
            for (int k = 0; k < steps[b].length; k++) sink.accept(b, steps[b][k], examples[b].outputGradient(k));
        }
    }

    /** Adds the gradient with respect to the loss's parameters. */
    public void addParameterGradients(Weights gradients) {
        for (Parameter parameter : parameters) {
            double[] sum = gradients.get(parameter.name());
            for (LossExample example : examples) {
                if (example == null) continue;
                double[] more =
                        example.parameterGradients().get(parameter.name().substring(LossTracer.PATH.length()));
                for (int k = 0; more != null && k < sum.length; k++) sum[k] += more[k];
            }
            gradients.set(parameter.name(), sum);
        }
    }
}
