package org.rnn4j.core.engine.simd;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rnn4j.api.Loss;
import org.rnn4j.api.SequenceLoss;
import org.rnn4j.api.expr.Node;
import org.rnn4j.api.expr.Operation;
import org.rnn4j.api.expr.Source;
import org.rnn4j.core.engine.DropoutMasks;
import org.rnn4j.core.engine.Engine;
import org.rnn4j.core.engine.Execution;
import org.rnn4j.core.engine.Weights;
import org.rnn4j.core.grad.Adjoint;
import org.rnn4j.core.grad.NetworkGradient;
import org.rnn4j.core.kernel.Kernels;
import org.rnn4j.core.plan.Pipeline;
import org.rnn4j.core.plan.StepPlan;
import org.rnn4j.core.trace.Graphs;
import org.rnn4j.core.trace.LossTracer;
import org.rnn4j.core.trace.SequenceGraph;
import org.rnn4j.core.trace.SequenceGraph.Scan;
import org.rnn4j.core.trace.StepGraph;

/** A network's plans, resolved: for inference, and forward and backward for training. Immutable. */
final class SimdCompiled implements Engine.Compiled {
    /** The code of one scan. */
    record ScanCode(StepCode inference, StepCode forward, StepCode backward) {}

    /** What a loss is compiled to. */
    @FunctionalInterface
    interface LossMaker {
        /** Buffers in which one thread at a time computes it. */
        LossWork work(NetworkRun network, SequenceGraph.Value output);
    }

    /** The code of a loss that is a sum over steps. */
    record LossCode(StepCode forward, StepCode backward, LossTracer.Targets targets) implements LossMaker {
        @Override
        public LossWork work(NetworkRun network, SequenceGraph.Value output) {
            return new LossRun(network, output, this);
        }
    }

    private final SequenceGraph graph;
    private final Engine.Options options;
    private final Kernels kernels;
    private final NetworkGradient gradient;
    private final Map<Scan, ScanCode> scans = new HashMap<>();
    private final Set<SequenceGraph.Value> read = new HashSet<>();
    private final Optional<LossMaker> loss;
    private final DropoutMasks masks;

    SimdCompiled(SequenceGraph graph, Engine.Options options, Kernels kernels) {
        this.graph = graph;
        this.options = options;
        this.kernels = kernels;
        this.gradient = NetworkGradient.of(graph, options.inputGradient());
        this.masks = DropoutMasks.of(graph);
        read.add(graph.output());
        graph.stages().forEach(s -> read.addAll(s.reads()));
        for (Scan scan : graph.scans()) {
            StepGraph backward = gradient.backward().get(scan);
            if (backward == null)
                throw new AssertionError("no backward graph of " + scan.graph().name());
            StepPlan forward = Pipeline.forward(scan.graph(), savedValues(scan.graph(), backward));
            scans.put(
                    scan,
                    new ScanCode(
                            new StepCode(Pipeline.forward(scan.graph(), Set.of())),
                            new StepCode(forward),
                            new StepCode(Pipeline.backward(backward, forward))));
        }
        loss = options.loss().map(l -> lossMaker(l, graph.output().size()));
    }

    private static LossMaker lossMaker(Loss loss, int size) {
        LossTracer.Targets targets = LossTracer.targets(loss, size);
        if (loss.ofSequences().isPresent()) {
            SequenceLoss sequences = loss.ofSequences().get();
            return (network, output) -> new SequenceLossWork(network, output, sequences);
        }
        StepGraph equations = LossTracer.trace(loss, size);
        StepGraph backward = Adjoint.ofLoss(equations, LossTracer.LOSS);
        StepPlan forward = Pipeline.forward(equations, savedValues(equations, backward));
        return new LossCode(new StepCode(forward), new StepCode(Pipeline.backward(backward, forward)), targets);
    }

    /** The forward values that a backward graph reads. */
    private static Set<Node> savedValues(StepGraph forward, StepGraph backward) {
        Set<Node> saved = Graphs.identitySet();
        List<Node> nodes = forward.nodes();
        for (Node node : backward.nodes()) {
            if (node.operation() != Operation.SOURCE) continue;
            Source source = node.detail(Source.class);
            if (source.kind() == Source.Kind.SAVED) saved.add(nodes.get(source.index()));
        }
        return saved;
    }

    SequenceGraph graph() {
        return graph;
    }

    Engine.Options options() {
        return options;
    }

    Kernels kernels() {
        return kernels;
    }

    DropoutMasks masks() {
        return masks;
    }

    boolean isDifferentiated(SequenceGraph.Value value) {
        return gradient.differentiated().contains(value);
    }

    /** True if a stage reads a value, or it is the output. */
    boolean isRead(SequenceGraph.Value value) {
        return read.contains(value);
    }

    ScanCode scan(Scan scan) {
        ScanCode code = scans.get(scan);
        if (code == null) throw new AssertionError("not a scan of this network");
        return code;
    }

    Optional<LossMaker> loss() {
        return loss;
    }

    @Override
    public Execution newExecution(Weights weights) {
        return new NetworkRun(this, (SimdWeights) weights);
    }

    @Override
    public String describe() {
        StringBuilder text = new StringBuilder();
        for (SequenceGraph.Stage stage : graph.stages()) {
            if (!text.isEmpty()) text.append('\n');
            text.append(StageText.heading(stage));
            if (stage instanceof Scan scan) {
                text.append("forward\n")
                        .append(scan(scan).forward().plan().toString().indent(2));
                text.append("backward\n")
                        .append(scan(scan).backward().plan().toString().indent(2));
            }
        }
        return text.toString();
    }
}
