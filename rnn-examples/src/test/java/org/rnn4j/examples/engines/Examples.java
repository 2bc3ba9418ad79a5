package org.rnn4j.examples.engines;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.rnn4j.api.expr.Parameter;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.Engine;
import org.rnn4j.core.engine.Execution;
import org.rnn4j.core.engine.States;
import org.rnn4j.core.engine.Tensor;
import org.rnn4j.core.engine.Weights;
import org.rnn4j.core.trace.SequenceGraph;
import org.rnn4j.core.trace.SequenceGraph.Scan;
import org.rnn4j.core.trace.SequenceGraph.Value;
import org.rnn4j.core.trace.StepGraph;

/**
 * A few examples, each with its own numbers wherever it stands in a batch, and what an engine makes of each: output, input
 * gradient, final states, and its part of the parameters' gradients.
 */
final class Examples {
    /** Lengths of the examples by their numbers. */
    private static final int[] LENGTHS = {4, 0, 2, 5, 3, 1};

    private static final Execution.Mode MODE = Execution.Mode.training(3, 5);

    private final SequenceGraph graph;
    private final Execution execution;

    /** A batch of some of the examples, in an order, with some more time steps than the longest needs. */
    record Composition(int padding, int... examples) {
        static Composition of(int... examples) {
            return new Composition(0, examples);
        }

        /** All examples, again and again. */
        static Composition ofMany(int count) {
            return of(java.util.stream.IntStream.range(0, count)
                    .map(k -> k % LENGTHS.length)
                    .toArray());
        }

        Composition withPadding(int steps) {
            return new Composition(steps, examples);
        }

        private int[] lengths() {
            return java.util.Arrays.stream(examples).map(e -> LENGTHS[e]).toArray();
        }

        private int timeSteps() {
            return Math.max(1, java.util.Arrays.stream(lengths()).max().orElse(1)) + padding;
        }

        @Override
        public String toString() {
            String which = examples.length > LENGTHS.length
                    ? String.valueOf(examples.length)
                    : java.util.Arrays.toString(examples);
            return "examples " + which + " and " + padding + " steps of padding";
        }
    }

    /** A model on an engine. */
    Examples(Engine engine, Model model) {
        graph = model.graph();
        Weights weights = engine.newWeights(graph);
        Model.draw(weights);
        execution = engine.compile(graph, new Engine.Options(Optional.empty(), true, 1))
                .newExecution(weights);
    }

    static List<Integer> all() {
        return java.util.stream.IntStream.range(0, LENGTHS.length).boxed().toList();
    }

    /** What is found for each example of a batch, by name, by the example's number; where one stands twice, for the last. */
    Map<Integer, Map<String, double[]>> of(Composition batch) {
        Map<Integer, Integer> places = new TreeMap<>();
        for (int at = 0; at < batch.examples().length; at++) places.put(batch.examples()[at], at);
        Map<Integer, Map<String, double[]>> found = new TreeMap<>();
        places.forEach((example, at) -> found.put(example, of(batch, at)));
        return found;
    }

    private Map<String, double[]> of(Composition batch, int at) {
        Map<String, double[]> found = new LinkedHashMap<>();
        execution.forward(read(batch), states("initial ", batch, -1), MODE);
        found.put("output", own(execution.output(), graph.output(), batch, at));
        execution.finalStates().values().forEach((name, state) -> found.put("final " + name, row(state, at)));
        execution.gradients().clear();
        execution.backward(outputGradient(batch, at), states("gradient ", batch, at));
        if (!graph.input().isOneHot()) {
            found.put("gradient of x", own(execution.inputGradient(), graph.input(), batch, at));
        }
        execution
                .initialGradients()
                .values()
                .forEach((name, g) -> found.put("gradient of initial " + name, row(g, at)));
        for (Parameter p : graph.parameters()) {
            found.put(
                    "part of the gradient of " + p.name(), execution.gradients().get(p.name()));
        }
        return found;
    }

    private Batch read(Composition batch) {
        Value input = graph.input();
        int[] examples = batch.examples();
        Tensor x = input.isOneHot() ? indices(batch, input.size()) : sequence("x", batch, input.size(), -1);
        Batch read = Batch.of(x, batch.lengths())
                .withExampleIds(java.util.Arrays.stream(examples).asLongStream().toArray());
        for (Map.Entry<String, Value> side : graph.sides().entrySet()) {
            read = read.withSide(
                    side.getKey(),
                    sequence(side.getKey(), batch, side.getValue().size(), -1));
        }
        return read;
    }

    private Tensor indices(Composition batch, int bound) {
        int[] examples = batch.examples();
        int[] ids = new int[batch.timeSteps() * examples.length];
        java.util.Arrays.fill(ids, -7);
        for (int b = 0; b < examples.length; b++) {
            int[] own = Numbers.below("ids " + examples[b], LENGTHS[examples[b]], bound);
            for (int t = 0; t < own.length; t++) ids[t * examples.length + b] = own[t];
        }
        return Tensor.ofIds(ids, batch.timeSteps(), examples.length);
    }

    /** Numbers of each example, or of one of them and zeros for the others; padding is not finite. */
    private Tensor sequence(String name, Composition batch, int size, int only) {
        int[] examples = batch.examples();
        double[] numbers = new double[batch.timeSteps() * examples.length * size];
        java.util.Arrays.fill(numbers, Double.NaN);
        for (int b = 0; b < examples.length; b++) {
            double[] own = Numbers.gaussian(name + examples[b], LENGTHS[examples[b]] * size, 1);
            for (int k = 0; k < own.length; k++) {
                numbers[(k / size * examples.length + b) * size + k % size] = only < 0 || only == b ? own[k] : 0;
            }
        }
        return Tensor.of(numbers, batch.timeSteps(), examples.length, size);
    }

    private Tensor outputGradient(Composition batch, int at) {
        Value output = graph.output();
        return output.hasTime()
                ? sequence("cotangent", batch, output.size(), at)
                : vectors("cotangent", batch, output.size(), at);
    }

    private Tensor vectors(String name, Composition batch, int size, int only) {
        int[] examples = batch.examples();
        double[] numbers = new double[examples.length * size];
        for (int b = 0; b < examples.length; b++) {
            if (only >= 0 && only != b) continue;
            double[] own = Numbers.gaussian(name + examples[b], size, 0.5);
            System.arraycopy(own, 0, numbers, b * size, size);
        }
        return Tensor.of(numbers, examples.length, size);
    }

    private States states(String name, Composition batch, int only) {
        Map<String, Tensor> states = new LinkedHashMap<>();
        for (Scan scan : graph.scans()) {
            for (StepGraph.State state : scan.graph().states()) {
                String full = scan.graph().name() + "." + state.name();
                states.put(full, vectors(name + full, batch, state.size(), only));
            }
        }
        return new States(states);
    }

    /** The numbers of one example: of its steps, or its vector. */
    private static double[] own(Tensor tensor, Value value, Composition batch, int at) {
        if (!value.hasTime()) return row(tensor, at);
        int examples = batch.examples().length;
        double[] numbers = new double[batch.lengths()[at] * value.size()];
        for (int k = 0; k < numbers.length; k++) {
            numbers[k] = tensor.get((k / value.size() * examples + at) * value.size() + k % value.size());
        }
        return numbers;
    }

    private static double[] row(Tensor vectors, int at) {
        double[] numbers = new double[vectors.extent(1)];
        for (int k = 0; k < numbers.length; k++) numbers[k] = vectors.get(at * numbers.length + k);
        return numbers;
    }
}
