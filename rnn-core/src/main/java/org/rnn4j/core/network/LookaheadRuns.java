package org.rnn4j.core.network;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.rnn4j.core.engine.Engine;
import org.rnn4j.core.engine.Execution;
import org.rnn4j.core.engine.Weights;
import org.rnn4j.core.trace.StateOutputs;

/** What the sessions of a network that look ahead share: its graph with states handed out, and buffers. Thread-safe. */
final class LookaheadRuns {
    private final StateOutputs outputs;
    private final Engine.Compiled compiled;
    private final Weights weights;
    private final Queue<Execution> idle = new ConcurrentLinkedQueue<>();

    LookaheadRuns(Network network, Engine.Options options) {
        outputs = StateOutputs.of(network.graph());
        compiled = network.engine().compile(outputs.graph(), options);
        weights = network.weights();
    }

    StateOutputs outputs() {
        return outputs;
    }

    /** Buffers in which one thread at a time runs. */
    Execution take() {
        Execution free = idle.poll();
        return free == null ? compiled.newExecution(weights) : free;
    }

    /** Takes buffers back. */
    void give(Execution execution) {
        idle.add(execution);
    }
}
