package org.rnn4j.core.trace;

import java.util.List;
import org.rnn4j.api.CellDefinitionException;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.Loss;
import org.rnn4j.api.expr.Node;
import org.rnn4j.api.expr.Operation;
import org.rnn4j.api.expr.Source;

/** Makes a {@link StepGraph} of a loss: inputs output and target, results loss and weight. */
public final class LossTracer {
    /** The result that is summed. */
    public static final String LOSS = "loss";
    /** The result that the sum is divided by. */
    public static final String WEIGHT = "weight";

    private LossTracer() {}

    /** Traces a loss for an output of a size. */
    public static StepGraph trace(Loss loss, int size) {
        boolean oneHot = loss.target() == Loss.Target.CLASS;
        Node output = source("y", 0, size, false);
        Node target = source("target", 1, size, oneHot);
        Interner interner = new Interner();
        Node value = interner.intern(scalar("loss", loss.loss(output, target)));
        Node weight = interner.intern(scalar("weight", loss.weight(output, target)));
        return new StepGraph(
                "loss",
                List.of(interner.intern(output), interner.intern(target)),
                List.of(),
                List.of(new StepGraph.Result(LOSS, value), new StepGraph.Result(WEIGHT, weight)),
                List.of(),
                List.of(),
                interner.labels());
    }

    /** Traces what an output stands for, such as probabilities. */
    public static StepGraph tracePrediction(Loss loss, int size) {
        Node output = source("y", 0, size, false);
        Interner interner = new Interner();
        Node prediction = interner.intern(loss.prediction(output));
        return new StepGraph(
                "prediction",
                List.of(interner.intern(output)),
                List.of(),
                List.of(new StepGraph.Result(StepGraph.OUTPUT, prediction)),
                List.of(),
                List.of(),
                interner.labels());
    }

    private static Node source(String name, int index, int size, boolean oneHot) {
        Source source = new Source(Source.Kind.INPUT, name, index, oneHot);
        return Node.of(Operation.SOURCE, List.of(), size, source, name);
    }

    private static Node scalar(String what, Node node) {
        if (node.size() == 1) return node;
        throw new CellDefinitionException(
                ErrorMessage.of("The " + what + " of a step is not one number: '" + node + "'")
                        .fact("size", node.size())
                        .fix("sum or average its elements")
                        .toString());
    }
}
