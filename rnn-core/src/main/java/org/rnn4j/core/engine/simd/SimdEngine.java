package org.rnn4j.core.engine.simd;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.rnn4j.api.Optimizer;
import org.rnn4j.api.expr.Matrix;
import org.rnn4j.api.expr.Node;
import org.rnn4j.api.expr.Operation;
import org.rnn4j.api.expr.Parameter;
import org.rnn4j.core.engine.Engine;
import org.rnn4j.core.engine.Updater;
import org.rnn4j.core.engine.Weights;
import org.rnn4j.core.kernel.KernelLookup;
import org.rnn4j.core.kernel.Kernels;
import org.rnn4j.core.trace.SequenceGraph;

/** Runs plans in float32 on the fastest kernels that the Java runtime offers. */
public final class SimdEngine implements Engine {
    private final Kernels kernels;

    /** An engine on the kernels of this process. */
    public SimdEngine() {
        this(KernelLookup.kernels());
    }

    /** An engine on given kernels. */
    public SimdEngine(Kernels kernels) {
        this.kernels = kernels;
    }

    @Override
    public String name() {
        return "simd";
    }

    @Override
    public Weights newWeights(SequenceGraph graph, List<Parameter> more) {
        return new SimdWeights(Engine.all(graph, more), tables(graph), kernels);
    }

    @Override
    public Compiled compile(SequenceGraph graph, Options options) {
        return new SimdCompiled(graph, options, kernels);
    }

    @Override
    public Updater newUpdater(Optimizer optimizer, Weights weights) {
        return new SimdUpdater(optimizer, (SimdWeights) weights);
    }

    /** A matrix of which a one-hot operand takes a column is looked up. */
    private static SimdWeights.Tables tables(SequenceGraph graph) {
        Set<String> lookedUp = new HashSet<>();
        Set<String> multiplied = new HashSet<>();
        for (SequenceGraph.Scan scan : graph.scans()) {
            for (Node node : scan.graph().nodes()) {
                if (node.operation() != Operation.MATMUL) continue;
                Matrix matrix = node.detail(Matrix.class);
                boolean lookUp = node.operand(0).isOneHot() && !matrix.transposed();
                (lookUp ? lookedUp : multiplied).add(matrix.parameter().name());
            }
        }
        Set<String> onlyLookedUp = new HashSet<>(lookedUp);
        onlyLookedUp.removeAll(multiplied);
        return new SimdWeights.Tables(lookedUp, onlyLookedUp);
    }
}
