package org.rnn4j.core.engine.reference;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.ShapeException;
import org.rnn4j.api.expr.Node;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.CallOrder;
import org.rnn4j.core.engine.Execution;
import org.rnn4j.core.engine.InputCheck;
import org.rnn4j.core.engine.Prepared;
import org.rnn4j.core.engine.States;
import org.rnn4j.core.engine.Tensor;
import org.rnn4j.core.engine.Weights;
import org.rnn4j.core.trace.SequenceGraph;
import org.rnn4j.core.trace.SequenceGraph.Scan;
import org.rnn4j.core.trace.SequenceGraph.Value;

/** Runs a network with {@link Forward}, {@link LossRun} and {@link Backward}, and keeps what they leave. */
final class ReferenceExecution implements Execution {
    private final ReferenceCompiled network;
    private final ReferenceWeights weights;
    private final ReferenceWeights gradients;
    private Optional<Forward> forward = Optional.empty();
    private Optional<LossWork> loss = Optional.empty();
    private Optional<Backward> backward = Optional.empty();

    ReferenceExecution(ReferenceCompiled network, ReferenceWeights weights) {
        this.network = network;
        this.weights = weights;
        this.gradients = new ReferenceWeights(weights.parameters());
    }

    @Override
    public Execution forward(Batch batch, States initial, Mode mode) {
        InputCheck.check(network.graph(), batch, initial);
        loss = Optional.empty();
        backward = Optional.empty();
        forward = Optional.of(new Forward(network, weights, batch, initial, mode));
        return this;
    }

    @Override
    public void step(Batch batch, States states, Tensor output) {
        forward(batch, states, Mode.INFERENCE);
        double[] numbers = output().doubles();
        System.arraycopy(numbers, 0, output.doubles(), 0, numbers.length);
        finalStates().values().forEach((name, state) -> {
            double[] next = state.doubles();
            System.arraycopy(next, 0, states.get(name).doubles(), 0, next.length);
        });
    }

    @Override
    public Tensor output() {
        return ran().of(network.graph().output()).tensor(batchSize());
    }

    @Override
    public States finalStates() {
        return ran().finalStates();
    }

    @Override
    public Prepared prepared() {
        return ran().prepared();
    }

    @Override
    public Tensor value(String name) {
        Map<String, Scan> available = new TreeMap<>();
        for (Scan scan : network.graph().scans()) {
            for (Node node : scan.graph().nodes()) {
                String label = scan.graph().labels().getOrDefault(node, "");
                if (label.isEmpty()) continue;
                if ((scan.graph().name() + "." + label).equals(name)) return value(scan, node);
                available.put(scan.graph().name() + "." + label, scan);
            }
        }
        throw new ShapeException(ErrorMessage.of("No value '" + name + "' in this network")
                .choices(name, available.keySet())
                .fix("name it in the cell's equations with value.named(\"…\")")
                .toString());
    }

    private Tensor value(Scan scan, Node node) {
        if (!node.axis().isEmpty()) return positions(scan, node);
        Value like = new Value(0, node.size(), scan.output().time(), false, false);
        Numbers numbers = Numbers.zeros(like, ran().lengths(like));
        for (ForwardScan.Moment moment : ran().of(scan).moments()) {
            numbers.put(moment.time(), moment.examples(), Interpreter.value(moment.values(), node));
        }
        return numbers.tensor(batchSize());
    }

    /** A value at every position of a memory: [T, B, S, size], zeros past the lengths. */
    private Tensor positions(Scan scan, Node node) {
        Value like = new Value(0, node.size(), node.axis(), false, false);
        Lengths lengths = ran().lengths(like);
        int steps = ran().lengths(scan.output()).timeSteps();
        int size = node.size();
        double[] all = new double[steps * batchSize() * lengths.timeSteps() * size];
        for (ForwardScan.Moment moment : ran().of(scan).moments()) {
            double[][] rows = Interpreter.value(moment.values(), node).numbers().getDataRef();
            int row = 0;
            for (int b : moment.examples()) {
                for (int s = 0; s < lengths.of()[b]; s++, row++) {
                    int place = (moment.time() * batchSize() + b) * lengths.timeSteps() + s;
                    System.arraycopy(rows[row], 0, all, place * size, size);
                }
            }
        }
        return Tensor.of(all, steps, batchSize(), lengths.timeSteps(), size);
    }

    @Override
    public LossSum loss() {
        LossWork run = network.loss().orElseThrow(CallOrder::noLoss).apply(ran());
        loss = Optional.of(run);
        return run.sum();
    }

    @Override
    public void backward() {
        Forward prepared = toDifferentiate();
        if (network.loss().isEmpty()) throw CallOrder.noLoss();
        LossWork run = loss.orElseThrow(CallOrder::lossFirst);
        backward = Optional.of(new Backward(prepared, gradients, run.gradient(gradients), States.initial()));
    }

    @Override
    public void backward(Tensor output, States finalStates) {
        Forward run = toDifferentiate();
        InputCheck.checkGradients(network.graph(), run.batch(), output, finalStates);
        Value value = network.graph().output();
        Numbers gradient = Numbers.read(output, value, run.lengths(value));
        backward = Optional.of(new Backward(run, gradients, gradient, finalStates));
    }

    @Override
    public Tensor inputGradient() {
        SequenceGraph graph = network.graph();
        if (!network.inputGradient() || graph.input().isOneHot()) {
            throw CallOrder.noInputGradient();
        }
        return differentiated().of(graph.input()).tensor(batchSize());
    }

    @Override
    public States initialGradients() {
        return differentiated().initialGradients();
    }

    @Override
    public Weights gradients() {
        return gradients;
    }

    private int batchSize() {
        return ran().batch().batchSize();
    }

    private Forward ran() {
        return forward.orElseThrow(CallOrder::nothingRan);
    }

    private Forward toDifferentiate() {
        if (ran().mode().backward()) return ran();
        throw CallOrder.notPrepared();
    }

    private Backward differentiated() {
        return backward.orElseThrow(CallOrder::nothingRanBackward);
    }
}
