package org.rnn4j.examples.reference;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rnn4j.api.Cell;
import org.rnn4j.api.Loss;
import org.rnn4j.cells.lstm.LstmCell;
import org.rnn4j.core.component.cell.ElmanCell;
import org.rnn4j.core.component.layer.DenseLayer;
import org.rnn4j.core.component.layer.RecurrentLayer;
import org.rnn4j.core.component.loss.SoftmaxCrossEntropyLoss;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.Engine;
import org.rnn4j.core.engine.Execution;
import org.rnn4j.core.engine.Precision;
import org.rnn4j.core.engine.States;
import org.rnn4j.core.engine.Tensor;
import org.rnn4j.core.network.Network;
import org.rnn4j.core.network.NetworkBuilder;

/**
 * The exercises of the course, computed by a network of ours.
 *
 * <p>The course has features first, examples second, time last, [n, m, T]; its weights multiply [a, x]. Its a is our h, its
 * update gate our input gate, its c̃ our g.
 */
final class CourseExercise {
    private static final String CELL = "layers.0.cell";
    private static final double CLIP = 5;

    private final JsonNode inputs;
    private final Network network;
    private final Execution run;
    private final Map<String, Numbers> results = new LinkedHashMap<>();

    private CourseExercise(JsonNode json, Precision precision, boolean lstm, Optional<Loss> loss) {
        inputs = json.get("inputs");
        boolean symbols = inputs.has("X");
        int hiddenSize = input(lstm ? "bf" : symbols ? "b" : "ba").shape()[0];
        Cell cell = lstm ? LstmCell.of(hiddenSize) : ElmanCell.of(hiddenSize);
        NetworkBuilder builder = symbols
                ? Network.builder().oneHotInput(input("Wax").shape()[1])
                : Network.builder().vectorInput(input("x").shape()[0]);
        builder.layer(RecurrentLayer.of(cell)).precision(precision);
        if (symbols) builder.layer(DenseLayer.of(input("by").shape()[0]));
        network = builder.build();
        table(lstm).load(network.weights(), CELL, lstm ? lstmWeights() : elmanWeights());
        run = network.newExecution(new Engine.Options(loss, !symbols, 1));
    }

    /** Computes an exercise: everything that its checks may ask for, by the course's names. */
    static Map<String, Numbers> of(JsonNode json, Precision precision) {
        String name = json.get("name").asText();
        if (name.startsWith("lstm_cell_forward")) return lstm(json, precision).cellForward();
        if (name.startsWith("lstm_forward")) return lstm(json, precision).forward();
        if (name.startsWith("lstm_cell_backward")) return lstm(json, precision).cellBackward();
        if (name.startsWith("rnn_backward")) {
            return new CourseExercise(json, precision, false, Optional.empty()).backward();
        }
        if (name.startsWith("dino_optimize")) {
            Loss loss = SoftmaxCrossEntropyLoss.of().withReduction(Loss.Reduction.SUM);
            return new CourseExercise(json, precision, false, Optional.of(loss)).optimize();
        }
        throw new AssertionError("no test knows the exercise " + name);
    }

    private static CourseExercise lstm(JsonNode json, Precision precision) {
        return new CourseExercise(json, precision, true, Optional.empty());
    }

    private Numbers input(String name) {
        return Numbers.of(inputs.get(name));
    }

    private static WeightTable table(boolean lstm) {
        return lstm ? WeightTable.COURSE_LSTM : WeightTable.COURSE_RNN;
    }

    private Map<String, double[]> elmanWeights() {
        String bias = inputs.has("ba") ? "ba" : "b";
        return Map.of(
                "Wax",
                input("Wax").data(),
                "Waa",
                input("Waa").data(),
                "ba",
                input(bias).data());
    }

    private Map<String, double[]> lstmWeights() {
        Map<String, double[]> weights = new LinkedHashMap<>();
        for (String gate : List.of("f", "i", "c", "o")) {
            Numbers matrix = input("W" + gate);
            int hiddenSize = matrix.shape()[0];
            weights.put("W" + gate + ".a", matrix.columns(0, hiddenSize).data());
            weights.put(
                    "W" + gate + ".x",
                    matrix.columns(hiddenSize, matrix.shape()[1]).data());
            weights.put("b" + gate, input("b" + gate).data());
        }
        return weights;
    }

    private Map<String, Numbers> cellForward() {
        forward(steps(input("x")), Map.of("h", input("a0"), "c", input("c0")));
        Map<String, String> gates = Map.of("ft", "f", "it", "i", "cct", "g", "ot", "o");
        gates.forEach((course, ours) -> results.put(course, ofLastStep(run.value(CELL + "." + ours))));
        Numbers a = ofLastStep(run.output());
        results.put("a_next", a);
        results.put("c_next", Numbers.of(run.finalStates().get(CELL + ".c")).transposed(1, 0));
        results.put("y_pred", softmax(a));
        return results;
    }

    private Map<String, Numbers> forward() {
        Numbers x = steps(input("x"));
        forward(x, Map.of("h", input("a0")));
        results.put("a", fromSteps(run.output()));
        results.put("y", softmax(results.get("a")));
        results.put("c", states(x, "c"));
        return results;
    }

    /** A state after every step: that of runs of every length. */
    private Numbers states(Numbers x, String name) {
        int steps = x.shape()[0];
        double[] all = new double[0];
        int[] shape = {};
        for (int t = 1; t <= steps; t++) {
            Numbers some = new Numbers(
                    new int[] {t, x.shape()[1], x.shape()[2]}, Arrays.copyOf(x.data(), x.data().length / steps * t));
            forward(some, Map.of("h", input("a0")));
            Tensor state = run.finalStates().get(CELL + "." + name);
            shape = new int[] {steps, state.extent(0), state.extent(1)};
            all = Arrays.copyOf(all, all.length + state.length());
            System.arraycopy(state.doubles(), 0, all, all.length - state.length(), state.length());
        }
        return new Numbers(shape, all).transposed(2, 1, 0);
    }

    private Map<String, Numbers> cellBackward() {
        forward(steps(input("x")), Map.of("h", input("a_prev"), "c", input("c_prev")));
        run.backward(steps(input("da_next")).tensor(), given(Map.of("c", input("dc_next"))));
        results.put("dxt", ofLastStep(run.inputGradient()));
        results.put(
                "da_prev", Numbers.of(run.initialGradients().get(CELL + ".h")).transposed(1, 0));
        results.put(
                "dc_prev", Numbers.of(run.initialGradients().get(CELL + ".c")).transposed(1, 0));
        Map<String, double[]> gradients = table(true).gradients(run.gradients(), CELL, lstmWeights());
        for (String gate : List.of("f", "i", "c", "o")) {
            int[] shape = input("W" + gate).shape();
            results.put("dW" + gate, joined(shape, gradients, gate));
            results.put("db" + gate, new Numbers(new int[] {shape[0], 1}, of(gradients, "b" + gate)));
        }
        return results;
    }

    private Map<String, Numbers> backward() {
        forward(steps(input("x")), Map.of("h", input("a0")));
        run.backward(steps(input("da")).tensor(), States.initial());
        results.put("dx", fromSteps(run.inputGradient()));
        results.put("da0", Numbers.of(run.initialGradients().get(CELL + ".h")).transposed(1, 0));
        putElmanGradients("dba");
        return results;
    }

    private Map<String, Numbers> optimize() {
        network.weights().set("layers.1.W_xy", input("Wya").data());
        network.weights().set("layers.1.b_y", input("by").data());
        int[] x = Numbers.ints(inputs.get("X"));
        int[] y = Numbers.ints(inputs.get("Y"));
        Batch batch = Batch.of(Tensor.ofIds(x, x.length, 1)).withTarget(Tensor.ofIds(y, y.length, 1));
        run.forward(batch, given(Map.of("h", input("a_prev"))), Execution.Mode.GRADIENT);
        results.put("Loss", new Numbers(new int[] {1}, new double[] {run.loss().loss()}));
        run.backward();
        run.gradients().limit(CLIP);
        putElmanGradients("db");
        results.put("dWya", input("Wya").withData(run.gradients().get("layers.1.W_xy")));
        results.put("dby", input("by").withData(run.gradients().get("layers.1.b_y")));
        results.put("a_last", Numbers.of(run.finalStates().get(CELL + ".h")).transposed(1, 0));
        return results;
    }

    private void putElmanGradients(String bias) {
        Map<String, double[]> gradients = table(false).gradients(run.gradients(), CELL, elmanWeights());
        results.put("dWax", input("Wax").withData(of(gradients, "Wax")));
        results.put("dWaa", input("Waa").withData(of(gradients, "Waa")));
        results.put(bias, new Numbers(new int[] {of(gradients, "ba").length, 1}, of(gradients, "ba")));
    }

    private void forward(Numbers x, Map<String, Numbers> states) {
        run.forward(Batch.of(x.tensor()), given(states), Execution.Mode.GRADIENT);
    }

    private static States given(Map<String, Numbers> states) {
        Map<String, Tensor> given = new LinkedHashMap<>();
        states.forEach((name, values) ->
                given.put(CELL + "." + name, values.transposed(1, 0).tensor()));
        return new States(given);
    }

    /** [n, m, T] or [n, m] to [T, m, n]. */
    private static Numbers steps(Numbers values) {
        if (values.shape().length == 3) return values.transposed(2, 1, 0);
        Numbers step = values.transposed(1, 0);
        return step.reshaped(1, step.shape()[0], step.shape()[1]);
    }

    /** [T, m, n] to [n, m, T]. */
    private static Numbers fromSteps(Tensor values) {
        return Numbers.of(values).transposed(2, 1, 0);
    }

    /** [1, m, n] to [n, m]. */
    private static Numbers ofLastStep(Tensor values) {
        return Numbers.of(values).part(0).transposed(1, 0);
    }

    /** The prediction softmax(W_y a + b_y), by a network of its own. */
    private Numbers softmax(Numbers a) {
        Numbers steps = steps(a);
        Network dense = Network.builder()
                .vectorInput(steps.shape()[2])
                .layer(DenseLayer.of(input("by").shape()[0]))
                .layer((flow, x) -> flow.map(x, t -> t.output(org.rnn4j.api.expr.Operations.softmax(t.input()))))
                .precision(network.precision())
                .build();
        dense.weights().set("layers.0.W_xy", input("Wy").data());
        dense.weights().set("layers.0.b_y", input("by").data());
        Tensor y = dense.predict(Batch.of(steps.tensor()));
        return a.shape().length == 3 ? fromSteps(y) : ofLastStep(y);
    }

    private static Numbers joined(int[] shape, Map<String, double[]> gradients, String gate) {
        double[] all = new double[shape[0] * shape[1]];
        double[] a = of(gradients, "W" + gate + ".a");
        double[] x = of(gradients, "W" + gate + ".x");
        int columns = shape[0];
        for (int k = 0; k < all.length; k++) {
            int row = k / shape[1];
            int column = k % shape[1];
            all[k] = column < columns ? a[row * columns + column] : x[row * (shape[1] - columns) + column - columns];
        }
        return new Numbers(shape, all);
    }

    private static double[] of(Map<String, double[]> gradients, String name) {
        double[] gradient = gradients.get(name);
        if (gradient == null) throw new AssertionError("no gradient " + name);
        return gradient;
    }
}
