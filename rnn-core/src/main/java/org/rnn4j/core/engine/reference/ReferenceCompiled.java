package org.rnn4j.core.engine.reference;

import java.util.Optional;
import java.util.function.Function;
import org.rnn4j.api.Loss;
import org.rnn4j.api.SequenceLoss;
import org.rnn4j.core.engine.DropoutMasks;
import org.rnn4j.core.engine.Engine;
import org.rnn4j.core.engine.Execution;
import org.rnn4j.core.engine.Weights;
import org.rnn4j.core.grad.NetworkGradient;
import org.rnn4j.core.trace.LossTracer;
import org.rnn4j.core.trace.SequenceGraph;

/**
 * A network with its gradient, as equations.
 *
 * @param graph the network
 * @param gradient its backward graphs
 * @param masks of its dropout
 * @param loss what judges a run, if anything does
 * @param inputGradient true if the gradient of the input is wanted
 * @param watch sees the gradients of states
 */
record ReferenceCompiled(
        SequenceGraph graph,
        NetworkGradient gradient,
        DropoutMasks masks,
        Optional<Function<Forward, LossWork>> loss,
        boolean inputGradient,
        GradientWatch watch)
        implements Engine.Compiled {

    static ReferenceCompiled of(SequenceGraph graph, Engine.Options options, GradientWatch watch) {
        return new ReferenceCompiled(
                graph,
                NetworkGradient.of(graph, options.inputGradient()),
                DropoutMasks.of(graph),
                options.loss().map(l -> work(l, graph)),
                options.inputGradient(),
                watch);
    }

    private static Function<Forward, LossWork> work(Loss loss, SequenceGraph graph) {
        if (loss.ofSequences().isPresent()) {
            SequenceLoss sequences = loss.ofSequences().get();
            LossTracer.targets(loss, graph.output().size());
            return forward -> new SequenceLossWork(sequences, forward);
        }
        LossGraph equations = LossGraph.of(loss, graph.output());
        return forward -> new LossRun(equations, forward);
    }

    @Override
    public Execution newExecution(Weights weights) {
        return new ReferenceExecution(this, ReferenceEngine.own(weights));
    }

    @Override
    public String describe() {
        return EquationText.of(graph);
    }
}
