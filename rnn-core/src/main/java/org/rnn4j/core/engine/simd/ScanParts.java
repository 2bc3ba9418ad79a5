package org.rnn4j.core.engine.simd;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rnn4j.api.expr.Node;
import org.rnn4j.api.expr.Source;
import org.rnn4j.core.grad.Adjoint;
import org.rnn4j.core.plan.Item;
import org.rnn4j.core.trace.SequenceGraph.Scan;
import org.rnn4j.core.trace.StepGraph;

/** What a scan's training is made of, whatever it keeps. */
final class ScanParts {
    private final NetworkRun network;
    private final Scan scan;
    private final StepRun forward;
    private final StepRun backward;
    private final MemoryRun memories;
    private final ScanInputs inputs;
    private final List<Optional<Item>> inputGradients = new ArrayList<>();
    private final List<Item> outputGradients = new ArrayList<>();
    private final SavedInputs saved;
    private Optional<Contributions> contributions = Optional.empty();

    ScanParts(NetworkRun network, Scan scan, SimdCompiled.ScanCode code, MemoryRun memories, ScanInputs inputs) {
        this.network = network;
        this.scan = scan;
        this.memories = memories;
        this.inputs = inputs;
        this.forward = new StepRun(code.forward(), network.weights(), network.early(), scan.backward());
        this.backward = new StepRun(code.backward(), network.weights(), network.early(), !scan.backward());
        StepGraph graph = backward.plan().graph();
        for (Node input : scan.graph().inputs()) {
            String name = Adjoint.PREFIX + input.detail(Source.class).name();
            inputGradients.add(
                    graph.hasResult(name) ? Optional.of(backward.plan().root(graph.result(name))) : Optional.empty());
        }
        saved = new SavedInputs(forward, backward);
        for (Item item : backward.values().outside()) {
            if (item.origin().detail(Source.class).kind() == Source.Kind.COTANGENT) outputGradients.add(item);
        }
    }

    NetworkRun network() {
        return network;
    }

    Scan scan() {
        return scan;
    }

    RowLayout layout() {
        return network.layout(scan.output());
    }

    StepRun forward() {
        return forward;
    }

    StepRun backward() {
        return backward;
    }

    MemoryRun memories() {
        return memories;
    }

    ScanInputs inputs() {
        return inputs;
    }

    int inputCount() {
        return inputGradients.size();
    }

    /** The gradient of an input, if it has one. */
    Optional<Item> inputGradient(int input) {
        return inputGradients.get(input);
    }

    /** Binds what the backward run reads of the forward run, and the gradient of the output where that is not borrowed. */
    void bindBackward(View outputGradient) {
        for (int k = 0; k < outputGradients.size(); k++) backward.values().bind(outputGradients.get(k), outputGradient);
        saved.bind();
    }

    /** Binds the indices that the backward run reads. */
    void bindBackwardIds() {
        saved.bindIds();
    }

    /** What adds up the gradients of parameters, made when it is first needed. */
    Contributions contributions() {
        if (contributions.isEmpty()) {
            contributions = Optional.of(new Contributions(backward, network.gradientWeights()));
        }
        return contributions.get();
    }
}
