package org.rnn4j.core.train;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rnn4j.api.Loss;
import org.rnn4j.core.data.DataPart;
import org.rnn4j.core.data.Epoch;
import org.rnn4j.core.data.Feeding;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.Engine;
import org.rnn4j.core.engine.Execution;
import org.rnn4j.core.engine.Execution.LossSum;
import org.rnn4j.core.engine.States;
import org.rnn4j.core.network.Network;

/** Judges a network by data that it does not learn from. Not thread-safe. */
public final class Evaluator {
    private final Execution execution;
    private final Feeding feeding;
    private final List<Metric> metrics;
    private final Observer observer;

    /** Uses the buffers of a training run. */
    Evaluator(Execution execution, Observer observer, Feeding feeding, List<Metric> metrics) {
        this.execution = execution;
        this.observer = observer;
        this.feeding = feeding;
        this.metrics = metrics;
    }

    /**
     * An evaluator of a network.
     *
     * @param feeding how much to read at a time; the result does not depend on it, but for rounding and the cuts of text
     * @param metrics besides the loss
     * @param threads most threads that work at a time
     */
    public static Evaluator of(Network network, Loss loss, Feeding feeding, List<Metric> metrics, int threads) {
        Engine.Options options = new Engine.Options(Optional.of(loss), false, threads);
        return new Evaluator(network.newExecution(options), new Observer(network, loss), feeding, metrics);
    }

    /** The values of the loss and the metrics by name, the loss first. */
    public Map<String, Double> evaluate(DataPart part) {
        return judge(part).values();
    }

    /** All that loss and metrics say. */
    public Judgement judge(DataPart part) {
        Scores scores = new Scores(metrics);
        Epoch epoch = part.inOrder(feeding);
        States states = States.initial();
        for (int k = 0; k < epoch.size(); k++) {
            Batch batch = epoch.segment(k).batch();
            execution.forward(batch, states, Execution.Mode.INFERENCE);
            LossSum loss = execution.loss();
            scores.add(observer.observe(loss, batch, execution));
            boolean goesOn = k + 1 < epoch.size() && epoch.continues(k + 1);
            states = goesOn ? execution.finalStates() : States.initial();
        }
        return scores.judgement();
    }
}
