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
        return new SimdWeights(Engine.all(graph, more), lookedUp(graph), kernels);
    }

    @Override
    public Compiled compile(SequenceGraph graph, Options options) {
        return new SimdCompiled(graph, options, kernels);
    }

    @Override
    public Updater newUpdater(Optimizer optimizer, Weights weights) {
        return new SimdUpdater(optimizer, (SimdWeights) weights);
    }

    /** Matrices of which a one-hot operand takes a column. */
    private static Set<String> lookedUp(SequenceGraph graph) {
        Set<String> names = new HashSet<>();
        for (SequenceGraph.Scan scan : graph.scans()) {
            for (Node node : scan.graph().nodes()) {
                if (node.operation() != Operation.MATMUL || !node.operand(0).isOneHot()) continue;
                Matrix matrix = node.detail(Matrix.class);
                if (!matrix.transposed()) names.add(matrix.parameter().name());
            }
        }
        return names;
    }
}
