package org.rnn4j.core.network;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.rnn4j.api.CellDefinitionException;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.ShapeException;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.Execution;
import org.rnn4j.core.engine.States;
import org.rnn4j.core.engine.Tensor;
import org.rnn4j.core.trace.SequenceGraph;
import org.rnn4j.core.trace.SequenceGraph.Pool;
import org.rnn4j.core.trace.SequenceGraph.Repeat;
import org.rnn4j.core.trace.SequenceGraph.Reverse;
import org.rnn4j.core.trace.SequenceGraph.Scan;
import org.rnn4j.core.trace.SequenceGraph.Stage;
import org.rnn4j.core.trace.SequenceGraph.Value;

/**
 * Runs a network step by step, as data arrives, and carries its states along.
 *
 * <p>Gives the same outputs as a run over the whole sequence. Not thread-safe; as many sessions as wanted may share a
 * network.
 */
public final class Session {
    private final Network network;
    private final Execution execution;
    private States states = States.initial();

    Session(Network network) {
        requireCausal(network.graph());
        this.network = network;
        this.execution = network.newExecution();
    }

    /**
     * Takes one step.
     *
     * @param x [B, size], or indices [B]
     * @return the output [B, outputSize]
     */
    public Tensor step(Tensor x) {
        return step(x, Map.of());
    }

    /**
     * Takes one step with side inputs.
     *
     * @param x [B, size], or indices [B]
     * @param sides [B, size] each, by name
     * @return the output [B, outputSize]
     */
    public Tensor step(Tensor x, Map<String, Tensor> sides) {
        Batch batch = Batch.of(withTime(x));
        for (Map.Entry<String, Tensor> side : sides.entrySet()) {
            batch = batch.withSide(side.getKey(), withTime(side.getValue()));
        }
        execution.forward(batch, states, Execution.Mode.INFERENCE);
        states = execution.finalStates();
        Tensor output = execution.output();
        int[] shape = {batch.batchSize(), network.outputSize()};
        return output.isFloat() ? Tensor.of(output.floats(), shape) : Tensor.of(output.doubles(), shape);
    }

    private static Tensor withTime(Tensor x) {
        if (x.isIds() && x.rank() == 1) return Tensor.ofIds(x.ids(), 1, x.extent(0));
        if (x.isIds() || x.rank() != 2) {
            throw new ShapeException(ErrorMessage.of("An input of the wrong shape: " + x)
                    .fix("a step is [B, size], or indices [B]")
                    .toString());
        }
        int[] shape = {1, x.extent(0), x.extent(1)};
        return x.isFloat() ? Tensor.of(x.floats(), shape) : Tensor.of(x.doubles(), shape);
    }

    /** The states after the last step; {@link States#initial} before the first. */
    public States states() {
        return states;
    }

    /** Continues from given states, such as an earlier step's. */
    public Session restore(States newStates) {
        states = newStates;
        return this;
    }

    /** Begins a new sequence. */
    public Session reset() {
        return restore(States.initial());
    }

    /** Refuses a network whose output at a step depends on later steps. */
    private static void requireCausal(SequenceGraph graph) {
        Set<Value> finalStates = new HashSet<>();
        for (Stage stage : graph.stages()) {
            for (Value value : stage.reads()) {
                if (finalStates.contains(value)) throw notCausal(graph, value, "its final state is read");
            }
            if (stage instanceof Scan scan) {
                if (scan.backward()) throw notCausal(graph, scan.output(), "runs backward");
                finalStates.addAll(scan.finalStates().values());
            } else if (stage instanceof Pool pool) {
                throw notCausal(graph, pool.input(), "is pooled over time");
            } else if (stage instanceof Reverse reverse) {
                throw notCausal(graph, reverse.input(), "is reversed");
            } else if (stage instanceof Repeat repeat) {
                throw notCausal(graph, repeat.input(), "is repeated");
            }
        }
        if (finalStates.contains(graph.output())) {
            throw notCausal(graph, graph.output(), "its final state is the output");
        }
    }

    private static CellDefinitionException notCausal(SequenceGraph graph, Value value, String reason) {
        String place = graph.scans().stream()
                .filter(s -> s.makes().contains(value))
                .map(s -> s.graph().name())
                .findFirst()
                .orElse("the input");
        return new CellDefinitionException(ErrorMessage.of("The network cannot run step by step")
                .fact("reason", place + ": " + reason)
                .fix("run whole sequences with predict(batch), or use layers that only look back")
                .toString());
    }
}
