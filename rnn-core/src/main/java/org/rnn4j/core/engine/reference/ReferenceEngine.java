package org.rnn4j.core.engine.reference;

import java.util.List;
import org.rnn4j.api.Optimizer;
import org.rnn4j.api.expr.Parameter;
import org.rnn4j.core.engine.Engine;
import org.rnn4j.core.engine.Updater;
import org.rnn4j.core.engine.Weights;
import org.rnn4j.core.trace.SequenceGraph;

/**
 * Runs networks in float64, one operation at a time on matrices of Commons Math.
 *
 * <p>It is the meaning of the language: gradients are checked by finite differences here, and the other engine is compared
 * with it. A choice for small models, exactness and debugging. Uses one thread whatever the options say.
 */
public final class ReferenceEngine implements Engine {
    private final GradientWatch watch;

    /** An engine that nobody looks at. */
    public ReferenceEngine() {
        this(GradientWatch.none());
    }

    /** An engine that shows the gradients of states as it runs backward. */
    public ReferenceEngine(GradientWatch watch) {
        this.watch = watch;
    }

    @Override
    public String name() {
        return "reference";
    }

    @Override
    public Weights newWeights(SequenceGraph graph, List<Parameter> more) {
        return new ReferenceWeights(Engine.all(graph, more));
    }

    @Override
    public Compiled compile(SequenceGraph graph, Options options) {
        return ReferenceCompiled.of(graph, options, watch);
    }

    @Override
    public Updater newUpdater(Optimizer optimizer, Weights weights) {
        return new ReferenceUpdater(optimizer, own(weights));
    }

    /** The weights, which must come from this kind of engine. */
    static ReferenceWeights own(Weights weights) {
        if (weights instanceof ReferenceWeights own) return own;
        throw new IllegalArgumentException(
                "Weights of another engine: " + weights.getClass().getSimpleName());
    }
}
