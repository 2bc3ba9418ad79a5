package org.rnn4j.core.network;

import java.util.Arrays;
import java.util.Optional;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.Loss;
import org.rnn4j.api.RnnException;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.CallOrder;
import org.rnn4j.core.engine.Engine;
import org.rnn4j.core.engine.Execution;
import org.rnn4j.core.engine.Prepared;
import org.rnn4j.core.engine.States;
import org.rnn4j.core.engine.TargetCheck;
import org.rnn4j.core.engine.Tensor;
import org.rnn4j.core.engine.Weights;
import org.rnn4j.core.trace.LossTracer;

/**
 * Runs a network for a loss with candidates: a training step runs all but the last layer, and then an {@link OutputHead};
 * every other run is the usual one.
 */
final class SampledExecution implements Execution {
    private final Network network;
    private final Execution all;
    private final Execution body;
    private final OutputHead head;
    private final LossTracer.Targets targets;
    private Optional<Batch> batch = Optional.empty();
    private States initial = States.initial();
    private Mode mode = Mode.INFERENCE;
    private boolean sampled = true;
    private boolean judged;

    SampledExecution(Network network, Execution all, Engine.Options options, Loss.Candidates candidates) {
        boolean tree = candidates.equals(Loss.Candidates.ON_THE_WAY);
        LinearOutput end = tree ? LinearOutput.ofTree(network.graph()) : LinearOutput.of(network.graph());
        this.network = network;
        this.all = all;
        this.targets = new LossTracer.Targets(Loss.Target.CLASS, network.outputSize());
        this.body = network.engine().compile(end.body(), options.withoutLoss()).newExecution(network.weights());
        this.head = tree
                ? new TreeHead(end, network.weights())
                : new CandidateHead(end, candidates, network.precision(), options.threads());
    }

    private Execution current() {
        return sampled ? body : all;
    }

    @Override
    public Execution forward(Batch newBatch, States newInitial, Mode newMode) {
        // Dropout is what distinguishes a training step from a check of gradients and from all else.
        sampled = newMode.dropout() && newMode.backward();
        batch = Optional.of(newBatch);
        initial = newInitial;
        mode = newMode;
        judged = false;
        current().forward(newBatch, newInitial, newMode);
        return this;
    }

    @Override
    public LossSum loss() {
        if (!sampled) return all.loss();
        Batch given = batch.orElseThrow(CallOrder::nothingRan);
        boolean[] counted = TargetCheck.counted(given, network.graph().output(), targets);
        Tensor h = body.output();
        LossSum sum = head.loss(network.weights(), mode, h, steps(given, h), counted);
        judged = true;
        return sum;
    }

    /** The batch as the head sees it; one output for each example is a sequence of one step. */
    private static Batch steps(Batch given, Tensor h) {
        if (h.rank() == 3) return given;
        int examples = given.batchSize();
        int[] ones = Arrays.stream(given.lengths()).map(l -> Math.min(l, 1)).toArray();
        Batch steps = Batch.of(Tensor.ofIds(new int[examples], 1, examples), ones)
                .withTarget(Tensor.ofIds(given.target().orElseThrow().ids(), 1, examples));
        return given.targetMask()
                .map(mask -> steps.withTargetMask(Tensor.of(mask.doubles(), 1, examples)))
                .orElse(steps);
    }

    @Override
    public void backward() {
        if (!sampled) {
            all.backward();
            return;
        }
        if (!judged) throw CallOrder.lossFirst();
        double[] gradient = head.backward(body.gradients());
        body.backward(Tensor.of(gradient, body.output().shape()), States.initial());
    }

    @Override
    public void backward(Tensor output, States finalStates) {
        if (sampled) {
            throw new RnnException(ErrorMessage.of("A training step with candidates has no output to run backward from")
                    .fix("call loss() and backward(), or run it with another loss")
                    .toString());
        }
        all.backward(output, finalStates);
    }

    /** The output over all classes; of a training step computed now, without dropout. */
    @Override
    public Tensor output() {
        if (!sampled) return all.output();
        Batch given = batch.orElseThrow(CallOrder::nothingRan);
        return all.forward(given, initial, Mode.INFERENCE).output();
    }

    @Override
    public void step(Batch step, States states, Tensor output) {
        all.step(step, states, output);
    }

    @Override
    public Prepared prepared() {
        return current().prepared();
    }

    @Override
    public States finalStates() {
        return current().finalStates();
    }

    @Override
    public Tensor value(String name) {
        return current().value(name);
    }

    @Override
    public Tensor inputGradient() {
        return current().inputGradient();
    }

    @Override
    public States initialGradients() {
        return current().initialGradients();
    }

    @Override
    public Weights gradients() {
        return current().gradients();
    }
}
