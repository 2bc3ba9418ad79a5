package org.rnn4j.examples.engines;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.rnn4j.api.Loss;
import org.rnn4j.api.expr.Node;
import org.rnn4j.api.expr.Parameter;
import org.rnn4j.core.component.loss.MeanSquaredErrorLoss;
import org.rnn4j.core.component.loss.SoftmaxCrossEntropyLoss;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.Engine;
import org.rnn4j.core.engine.Execution;
import org.rnn4j.core.engine.States;
import org.rnn4j.core.engine.Tensor;
import org.rnn4j.core.engine.Weights;
import org.rnn4j.core.trace.SequenceGraph;
import org.rnn4j.core.trace.SequenceGraph.Scan;

/** Runs a model on an engine, and gathers all the numbers that it gives, by name. */
final class Results {
    private final SequenceGraph graph;
    private final Execution execution;
    private final boolean classes;
    private Map<String, Tensor> found = new LinkedHashMap<>();

    /** A model on an engine; its buffers are used again from episode to episode. */
    Results(Engine engine, Model model, int threads) {
        this(engine, model, threads, false);
    }

    /** A model on an engine, with or without recomputation. */
    Results(Engine engine, Model model, int threads, boolean recompute) {
        graph = model.graph();
        classes = model.oneHot();
        Loss loss = classes ? SoftmaxCrossEntropyLoss.of() : MeanSquaredErrorLoss.of();
        Weights weights = engine.newWeights(graph);
        Model.draw(weights);
        execution = engine.compile(graph, new Engine.Options(Optional.of(loss), true, threads, recompute))
                .newExecution(weights);
    }

    /** The numbers of an episode, run backward once from given gradients and once from a loss. */
    Map<String, Tensor> of(Episode episode) {
        found = new LinkedHashMap<>();
        Batch batch = episode.batch(graph);
        States initial = episode.initial(graph);
        execution.forward(batch, initial, episode.mode());
        found.put("output", execution.output());
        execution.finalStates().values().forEach((name, state) -> found.put("final state " + name, state));
        execution.gradients().clear();
        execution.backward(episode.outputGradient(graph.output()), episode.states("gradient ", graph));
        addGradients("", initial);

        execution.gradients().clear();
        execution.forward(episode.withTarget(batch, graph.output(), classes), initial, episode.mode());
        Execution.LossSum loss = execution.loss();
        found.put("loss", Tensor.of(new double[] {loss.loss(), loss.weight(), loss.steps()}, 3));
        execution.backward();
        addGradients(" of the loss", initial);
        return found;
    }

    /** What an episode gives where nothing is kept for a backward run. */
    Map<String, Tensor> inference(Episode episode) {
        found = new LinkedHashMap<>();
        execution.forward(episode.batch(graph), episode.initial(graph), Execution.Mode.INFERENCE);
        found.put("output", execution.output());
        execution.finalStates().values().forEach((name, state) -> found.put("final state " + name, state));
        return found;
    }

    /** The gradients of a backward run, and then of further ones after the same forward run. */
    List<Map<String, Tensor>> backwardAgain(Episode episode) {
        List<Map<String, Tensor>> runs = new ArrayList<>();
        Batch batch = episode.withTarget(episode.batch(graph), graph.output(), classes);
        States initial = episode.initial(graph);
        execution.forward(batch, initial, episode.mode());
        execution.loss();
        for (int run = 0; run < 3; run++) {
            found = new LinkedHashMap<>();
            execution.gradients().clear();
            execution.backward();
            addGradients(" of the loss", initial);
            execution.gradients().clear();
            execution.backward(episode.outputGradient(graph.output()), episode.states("gradient ", graph));
            addGradients("", initial);
            found.put("output", execution.output());
            execution.finalStates().values().forEach((name, state) -> found.put("final state " + name, state));
            runs.add(found);
        }
        return runs;
    }

    private void addGradients(String of, States initial) {
        for (Parameter p : graph.parameters()) {
            double[] gradient = execution.gradients().get(p.name());
            found.put("gradient of " + p.name() + of, Tensor.of(gradient, gradient.length));
        }
        if (!graph.input().isOneHot()) found.put("gradient of x" + of, execution.inputGradient());
        States gradients = execution.initialGradients();
        for (String name : initial.values().keySet()) {
            found.put("gradient of the initial state " + name + of, gradients.get(name));
        }
    }

    /** The values that authors named, in an episode. */
    Map<String, Tensor> named(Episode episode) {
        execution.forward(episode.batch(graph), episode.initial(graph), episode.mode());
        Map<String, Tensor> values = new LinkedHashMap<>();
        for (Scan scan : graph.scans()) {
            TreeSet<String> names = new TreeSet<>();
            for (Node node : scan.graph().nodes()) {
                String name = scan.graph().labels().getOrDefault(node, "");
                if (!name.isEmpty() && !node.isOneHot()) names.add(name);
            }
            for (String name : names) {
                String full = scan.graph().name() + "." + name;
                values.put("value " + full, execution.value(full));
            }
        }
        return values;
    }
}
