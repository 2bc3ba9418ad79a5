package org.rnn4j.cli.bench;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.rnn4j.api.Cell;
import org.rnn4j.api.Layer;
import org.rnn4j.api.expr.Matrix;
import org.rnn4j.api.expr.Node;
import org.rnn4j.api.expr.Operation;
import org.rnn4j.api.expr.Parameter;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.Engine;
import org.rnn4j.core.engine.Execution;
import org.rnn4j.core.engine.Precision;
import org.rnn4j.core.engine.States;
import org.rnn4j.core.engine.Tensor;
import org.rnn4j.core.engine.Weights;
import org.rnn4j.core.network.Engines;
import org.rnn4j.core.trace.FlowTracer;
import org.rnn4j.core.trace.SequenceGraph;

/**
 * A network of equal layers with small random weights, and a batch for it: what is measured. For one thread.
 *
 * <p>Weights are set directly: a first choice as for training, with its orthogonal matrices, would take longer than the
 * measurement.
 */
public final class Subject {
    private static final double WEIGHT_RANGE = 0.08;

    private final SequenceGraph graph;
    private final Weights weights;
    private final Execution execution;
    private final Tensor cotangent;

    private Subject(SequenceGraph graph, Weights weights, Execution execution, Tensor cotangent) {
        this.graph = graph;
        this.weights = weights;
        this.execution = execution;
        this.cotangent = cotangent;
    }

    /**
     * A network.
     *
     * @param cell of every layer
     * @param cotangent gradient of its output, [T, B, hiddenSize]
     * @param oneHot true if the row's inputSize is that of a vocabulary
     */
    static Subject of(Cell cell, BenchRow row, Tensor cotangent, boolean oneHot, int threads) {
        return of(cell, row, cotangent, new Engine.Options(Optional.empty(), !oneHot, threads));
    }

    /** The options of a network that reads vectors, and gives their gradients. */
    static Engine.Options training(int threads) {
        return new Engine.Options(Optional.empty(), true, threads);
    }

    /** A network that reads vectors if it is to give their gradients, else indices. */
    static Subject of(Cell cell, BenchRow row, Tensor cotangent, Engine.Options options) {
        boolean oneHot = !options.inputGradient();
        Map<String, Layer> layers = new LinkedHashMap<>();
        for (int k = 0; k < row.layers(); k++) layers.put("layers." + k, (flow, x) -> flow.scan(cell, x));
        SequenceGraph graph = FlowTracer.trace(layers, row.inputSize(), oneHot);
        Engine engine = Engines.of(Precision.FLOAT32);
        Weights weights = engine.newWeights(graph);
        SplittableRandom random = new SplittableRandom(1);
        for (Parameter p : graph.parameters()) {
            double[] values = new double[p.length()];
            for (int k = 0; k < values.length; k++) values[k] = WEIGHT_RANGE * (2 * random.nextDouble() - 1);
            weights.set(p.name(), values);
        }
        return new Subject(graph, weights, engine.compile(graph, options).newExecution(weights), cotangent);
    }

    /** A network that reads vectors. */
    public static Subject of(Cell cell, BenchRow row, int threads) {
        return of(cell, row, ones(row), false, threads);
    }

    /** Random vectors for a row. */
    public static Tensor vectors(BenchRow row) {
        float[] values = new float[Math.toIntExact(row.steps() * row.inputSize())];
        SplittableRandom random = new SplittableRandom(2);
        for (int k = 0; k < values.length; k++) values[k] = (float) (2 * random.nextDouble() - 1);
        return Tensor.of(values, row.timeSteps(), row.batchSize(), row.inputSize());
    }

    /** Random indices for a row whose inputSize is that of a vocabulary. */
    static Tensor indices(BenchRow row) {
        int[] ids =
                new SplittableRandom(3).ints(row.steps(), 0, row.inputSize()).toArray();
        return Tensor.ofIds(ids, row.timeSteps(), row.batchSize());
    }

    /** The gradient of the sum of all outputs. */
    static Tensor ones(BenchRow row) {
        float[] ones = new float[Math.toIntExact(row.steps() * row.hiddenSize())];
        Arrays.fill(ones, 1);
        return Tensor.of(ones, row.timeSteps(), row.batchSize(), row.hiddenSize());
    }

    /** Forward without gradients; the output stays where the engine has it. */
    public void infer(Batch batch) {
        execution.forward(batch, States.initial(), Execution.Mode.INFERENCE);
    }

    /** Forward, then backward from the sum of all outputs to the input and to all weights. */
    public void train(Batch batch) {
        execution.gradients().clear();
        execution.forward(batch, States.initial(), Execution.Mode.GRADIENT);
        execution.backward(cotangent, States.initial());
    }

    /** The network's equations. */
    SequenceGraph graph() {
        return graph;
    }

    Weights weights() {
        return weights;
    }

    Weights gradients() {
        return execution.gradients();
    }

    /** Operations of the matrix products of one step of one example, forward; a look-up by an index has none. */
    public double flopsPerStep() {
        double flops = 0;
        for (SequenceGraph.Scan scan : graph.scans()) {
            for (Node node : scan.graph().nodes()) {
                if (node.operation() != Operation.MATMUL || node.operand(0).isOneHot()) continue;
                flops += 2.0 * node.detail(Matrix.class).parameter().length();
            }
        }
        return flops;
    }
}
