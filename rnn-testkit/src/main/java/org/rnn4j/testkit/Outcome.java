package org.rnn4j.testkit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.rnn4j.api.expr.Parameter;
import org.rnn4j.core.engine.Engine;
import org.rnn4j.core.engine.Execution;
import org.rnn4j.core.engine.States;
import org.rnn4j.core.engine.Tensor;
import org.rnn4j.core.network.Network;

/**
 * All that a run forward and backward leaves, from random states and random gradients of output and final states.
 *
 * @param output of the network
 * @param finalStates of the cells
 * @param inputGradient empty if the input is indices
 * @param initialGradients of the states that the run began with
 * @param parameterGradients by name
 */
record Outcome(
        Tensor output,
        States finalStates,
        Optional<Tensor> inputGradient,
        States initialGradients,
        Map<String, double[]> parameterGradients) {
    private static final Execution.Mode WITH_DROPOUT = Execution.Mode.training(6, 3);

    /** Runs a network on test data, with dropout. */
    static Outcome of(Network network, Shape shape, int threads) {
        Engine.Options options = new Engine.Options(Optional.empty(), !network.isOneHotInput(), threads);
        Execution run = network.newExecution(options);
        run.forward(TestData.batch(network, shape), TestData.states(network, shape), WITH_DROPOUT);
        Tensor output = run.output();
        States finalStates = run.finalStates();
        Map<String, Tensor> stateGradients = new LinkedHashMap<>();
        finalStates
                .values()
                .forEach((name, state) ->
                        stateGradients.put(name, TestData.vectors("grad " + name, state.extent(1), shape)));
        run.backward(outputGradient(network, shape), new States(stateGradients));
        Map<String, double[]> parameters = new LinkedHashMap<>();
        for (Parameter p : network.parameters())
            parameters.put(p.name(), run.gradients().get(p.name()));
        Optional<Tensor> input = network.isOneHotInput() ? Optional.empty() : Optional.of(run.inputGradient());
        return new Outcome(output, finalStates, input, run.initialGradients(), parameters);
    }

    /** Random; 0 for the vector of an empty example, which no loss counts. */
    private static Tensor outputGradient(Network network, Shape shape) {
        Tensor random = TestData.likeOutput("grad y", network, shape);
        if (network.outputHasTime()) return random;
        double[] gradient = random.doubles();
        for (int k = 0; k < gradient.length; k++) {
            if (shape.lengths()[k / network.outputSize()] == 0) gradient[k] = 0;
        }
        return Tensor.of(gradient, random.shape());
    }

    /** Everything by name. */
    Map<String, double[]> all() {
        Map<String, double[]> all = ofExamples();
        parameterGradients.forEach((name, gradient) -> all.put("gradient of " + name, gradient));
        return all;
    }

    private Map<String, double[]> ofExamples() {
        Map<String, double[]> all = new LinkedHashMap<>();
        tensors().forEach((name, tensor) -> all.put(name, tensor.doubles()));
        return all;
    }

    /** What belongs to one row of the batch, by name: of sequences the steps within its length. */
    Map<String, double[]> ofRow(int row, int length) {
        Map<String, double[]> all = new LinkedHashMap<>();
        tensors()
                .forEach((name, tensor) ->
                        all.put(name, tensor.rank() == 3 ? steps(tensor, row, length) : vector(tensor, row)));
        return all;
    }

    private Map<String, Tensor> tensors() {
        Map<String, Tensor> all = new LinkedHashMap<>();
        all.put("output", output);
        finalStates.values().forEach((name, state) -> all.put("final " + name, state));
        inputGradient.ifPresent(gradient -> all.put("gradient of the input", gradient));
        initialGradients.values().forEach((name, state) -> all.put("gradient of initial " + name, state));
        return all;
    }

    private static double[] steps(Tensor tensor, int row, int length) {
        int size = tensor.extent(2);
        double[] steps = new double[length * size];
        for (int k = 0; k < steps.length; k++) {
            steps[k] = tensor.get((k / size * tensor.extent(1) + row) * size + k % size);
        }
        return steps;
    }

    private static double[] vector(Tensor tensor, int row) {
        double[] vector = new double[tensor.extent(1)];
        for (int j = 0; j < vector.length; j++) vector[j] = tensor.get(row * vector.length + j);
        return vector;
    }
}
