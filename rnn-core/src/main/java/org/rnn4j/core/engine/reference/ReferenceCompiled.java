package org.rnn4j.core.engine.reference;

import java.util.Optional;
import org.rnn4j.core.engine.DropoutMasks;
import org.rnn4j.core.engine.Engine;
import org.rnn4j.core.engine.Execution;
import org.rnn4j.core.engine.Weights;
import org.rnn4j.core.grad.NetworkGradient;
import org.rnn4j.core.trace.SequenceGraph;

/**
 * A network with its gradient, as equations.
 *
 * @param graph the network
 * @param gradient its backward graphs
 * @param masks of its dropout
 * @param loss what it is trained with, if anything
 * @param inputGradient true if the gradient of the input is wanted
 */
record ReferenceCompiled(
        SequenceGraph graph,
        NetworkGradient gradient,
        DropoutMasks masks,
        Optional<LossGraph> loss,
        boolean inputGradient)
        implements Engine.Compiled {

    static ReferenceCompiled of(SequenceGraph graph, Engine.Options options) {
        return new ReferenceCompiled(
                graph,
                NetworkGradient.of(graph, options.inputGradient()),
                DropoutMasks.of(graph),
                options.loss().map(l -> LossGraph.of(l, graph.output())),
                options.inputGradient());
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
