package org.rnn4j.core.engine.reference;

import java.util.LinkedHashMap;
import java.util.Map;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.Optimizer;
import org.rnn4j.api.ShapeException;
import org.rnn4j.api.expr.Node;
import org.rnn4j.api.expr.Parameter;
import org.rnn4j.api.expr.Source;
import org.rnn4j.core.engine.Updater;
import org.rnn4j.core.engine.Weights;
import org.rnn4j.core.trace.StepGraph;
import org.rnn4j.core.trace.TracedUpdate;

/** Updates each parameter, seen as one row of numbers, by the optimizer's equations. */
final class ReferenceUpdater implements Updater {
    private static final int PARAMETER = 0;

    private final ReferenceWeights weights;
    private final Map<Parameter, StepGraph> graphs = new LinkedHashMap<>();
    private final Map<String, double[]> states = new LinkedHashMap<>();
    private long updates;

    ReferenceUpdater(Optimizer optimizer, ReferenceWeights weights) {
        this.weights = weights;
        for (Parameter parameter : weights.parameters()) {
            StepGraph graph = TracedUpdate.trace(optimizer, parameter);
            graphs.put(parameter, graph);
            for (StepGraph.State state : graph.states()) {
                double[] first = new double[state.size()];
                java.util.Arrays.fill(first, state.initial().value());
                states.put(key(parameter, state.name()), first);
            }
        }
    }

    @Override
    public void update(Weights gradients, double learningRate) {
        updates++;
        graphs.forEach((parameter, graph) -> update(parameter, graph, gradients.get(parameter.name()), learningRate));
    }

    private void update(Parameter parameter, StepGraph graph, double[] gradient, double learningRate) {
        double[] before = weights.get(parameter.name());
        Map<Node, Rows> values = new Interpreter(graph.nodes(), weights).run(1, node -> {
            Source source = node.detail(Source.class);
            return row(
                    switch (source.kind()) {
                        case INPUT -> source.index() == PARAMETER ? before : gradient;
                        case PREVIOUS -> state(key(parameter, source.name()));
                        case UNIFORM -> uniform(parameter, source.name(), learningRate);
                        case SIDE, MEMORY, SAVED, COTANGENT -> throw new AssertionError("not in an update: " + source);
                    });
        });
        for (StepGraph.State state : graph.states()) {
            states.put(key(parameter, state.name()), row(values, state.next()));
        }
        weights.set(parameter.name(), row(values, graph.result(TracedUpdate.PARAMETER)));
    }

    /** The step number, the learning rate, or a state of one number. */
    private double[] uniform(Parameter parameter, String name, double learningRate) {
        return switch (name) {
            case TracedUpdate.STEP_NUMBER -> new double[] {updates};
            case TracedUpdate.LEARNING_RATE -> new double[] {learningRate};
            default -> state(key(parameter, name));
        };
    }

    private static Rows row(double[] numbers) {
        return Rows.of(new double[][] {numbers});
    }

    private static double[] row(Map<Node, Rows> values, Node node) {
        return Interpreter.value(values, node).numbers().getRow(0);
    }

    private double[] state(String key) {
        double[] state = states.get(key);
        if (state == null) throw new AssertionError("no state " + key);
        return state;
    }

    private static String key(Parameter parameter, String state) {
        return parameter.name() + "/" + state;
    }

    @Override
    public long updates() {
        return updates;
    }

    @Override
    public Map<String, double[]> states() {
        Map<String, double[]> copy = new LinkedHashMap<>();
        states.forEach((key, state) -> copy.put(key, state.clone()));
        return copy;
    }

    @Override
    public void restore(long newUpdates, Map<String, double[]> newStates) {
        states.forEach((key, state) -> {
            double[] given = newStates.get(key);
            if (given == null || given.length != state.length) {
                throw new ShapeException(ErrorMessage.of("The state '" + key + "' of the optimizer does not fit")
                        .fact("given", given == null ? "nothing" : given.length + " numbers")
                        .fact("needed", state.length + " numbers")
                        .fix("continue with the optimizer and the network of the checkpoint")
                        .toString());
            }
        });
        updates = newUpdates;
        states.replaceAll((key, state) -> newStates.getOrDefault(key, state).clone());
    }
}
