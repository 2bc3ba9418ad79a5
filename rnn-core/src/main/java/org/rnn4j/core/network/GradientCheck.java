package org.rnn4j.core.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rnn4j.api.Loss;
import org.rnn4j.api.expr.Parameter;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.Engine;
import org.rnn4j.core.engine.Execution;
import org.rnn4j.core.engine.States;
import org.rnn4j.core.engine.Tensor;
import org.rnn4j.core.engine.Weights;
import org.rnn4j.core.engine.reference.ReferenceEngine;

/**
 * Compares the gradients of a network with finite differences, in float64 whatever the network's precision is.
 *
 * <pre>
 * GradientReport report = GradientCheck.of(network, batch).withLoss(loss).run();
 * </pre>
 *
 * <p>Checked are the elements of every parameter, of the input unless it is indices, and of the given initial states. What
 * is differentiated is the summed loss; without a loss, the output and all final states, each multiplied by fixed random
 * numbers and summed, so that every element counts. Works on a copy of the weights.
 */
public final class GradientCheck {
    private final Network network;
    private final Batch batch;
    private final Optional<Loss> loss;
    private final States initial;
    private final Execution.Mode mode;
    private final int limit;

    private GradientCheck(
            Network network, Batch batch, Optional<Loss> loss, States initial, Execution.Mode mode, int limit) {
        this.network = network;
        this.batch = batch;
        this.loss = loss;
        this.initial = initial;
        this.mode = mode;
        this.limit = limit;
    }

    /** A check of all elements, without a loss, from the states that the cells say, without dropout. */
    public static GradientCheck of(Network network, Batch batch) {
        return new GradientCheck(
                network, batch, Optional.empty(), States.initial(), Execution.Mode.GRADIENT, Integer.MAX_VALUE);
    }

    /** The same for a loss; the batch has its targets. */
    public GradientCheck withLoss(Loss newLoss) {
        return new GradientCheck(network, batch, Optional.of(newLoss), initial, mode, limit);
    }

    /** The same from given initial states, which are checked as well. */
    public GradientCheck withInitial(States states) {
        return new GradientCheck(network, batch, loss, states, mode, limit);
    }

    /** The same with the dropout masks of a training step. */
    public GradientCheck withDropout(long seed, long step) {
        return new GradientCheck(network, batch, loss, initial, Execution.Mode.training(seed, step), limit);
    }

    /** The same for at most so many elements of each parameter, input and state, evenly spread. */
    public GradientCheck withLimit(int elements) {
        return new GradientCheck(network, batch, loss, initial, mode, elements);
    }

    /** Runs the check: for each element, four runs of the network. */
    public GradientReport run() {
        Engine engine = new ReferenceEngine();
        Weights weights = engine.newWeights(network.graph(), network.lossParameters());
        for (Parameter p : network.parameters())
            weights.set(p.name(), network.weights().get(p.name()));
        boolean input = !network.isOneHotInput();
        Execution execution = engine.compile(network.graph(), new Engine.Options(loss, input, 1))
                .newExecution(weights);
        CheckedRun run = new CheckedRun(execution, loss.isPresent(), mode);

        double value = run.differentiate(batch, initial);
        Optional<Tensor> inputGradient = input ? Optional.of(execution.inputGradient()) : Optional.empty();
        States initialGradients = execution.initialGradients();
        DifferenceQuotient quotient = new DifferenceQuotient(value, limit);
        List<GradientReport.Entry> entries = new ArrayList<>();
        for (Parameter parameter : weights.parameters()) {
            String name = parameter.name();
            double[] point = weights.get(name);
            entries.add(quotient.compare(name, point, execution.gradients().get(name), () -> {
                weights.set(name, point);
                return run.value(batch, initial);
            }));
            weights.set(name, point);
        }
        inputGradient.ifPresent(gradient -> {
            double[] x = batch.input().doubles().clone();
            Batch moved = withInput(batch, Tensor.of(x, batch.input().shape()));
            entries.add(quotient.compare("input", x, gradient.doubles(), () -> run.value(moved, initial)));
        });
        initial.values().forEach((name, tensor) -> {
            double[] state = tensor.doubles().clone();
            Map<String, Tensor> all = new LinkedHashMap<>(initial.values());
            all.put(name, Tensor.of(state, tensor.shape()));
            States moved = new States(all);
            double[] gradient = initialGradients.get(name).doubles();
            entries.add(quotient.compare(name, state, gradient, () -> run.value(batch, moved)));
        });
        return new GradientReport(entries);
    }

    private static Batch withInput(Batch batch, Tensor input) {
        Batch moved = Batch.of(input, batch.lengths())
                .withExampleIds(batch.exampleIds())
                .withSourcesOf(batch);
        for (Map.Entry<String, Tensor> side : batch.sides().entrySet()) {
            moved = moved.withSide(side.getKey(), side.getValue());
        }
        return moved.withTargetOf(batch);
    }
}
