package org.rnn4j.core.trace;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.rnn4j.api.CellDefinitionException;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.Loss;
import org.rnn4j.api.ShapeException;
import org.rnn4j.api.expr.Node;
import org.rnn4j.api.expr.Operation;
import org.rnn4j.api.expr.Parameter;
import org.rnn4j.api.expr.Source;

/** Makes a {@link StepGraph} of a loss: inputs output and target, results loss and weight. */
public final class LossTracer {
    /** The result that is summed. */
    public static final String LOSS = "loss";
    /** The result that the sum is divided by. */
    public static final String WEIGHT = "weight";

    /** What the names of a loss's trained parameters begin with. */
    public static final String PATH = "loss.";

    private static final int SHOWN = 3;

    private LossTracer() {}

    /**
     * What the targets of a loss are.
     *
     * @param size elements of a vector, or number of classes
     */
    public record Targets(Loss.Target kind, int size) {}

    /**
     * What the targets of a loss are, for an output of a size.
     *
     * @throws ShapeException if the loss takes no output of that size
     */
    public static Targets targets(Loss loss, int outputSize) {
        if (loss.outputSize(outputSize) == outputSize) return new Targets(loss.target(), outputSize);
        for (int size = 1; size <= outputSize; size++) {
            if (loss.outputSize(size) == outputSize) return new Targets(loss.target(), size);
        }
        String sizes = IntStream.rangeClosed(1, SHOWN)
                .mapToObj(size -> loss.outputSize(size) + " for targets of " + size)
                .collect(Collectors.joining(", "));
        throw new ShapeException(ErrorMessage.of("The loss takes no output of that size")
                .fact("output", outputSize)
                .fact("possible", sizes + ", …")
                .fix("let the last layer have one of these sizes")
                .toString());
    }

    /** The trained parameters of a loss by their full names, for an output of a size. */
    public static List<Parameter> parameters(Loss loss, int outputSize) {
        return loss.ofSequences().map(s -> s.parameters(outputSize)).orElse(List.of()).stream()
                .map(parameter -> parameter.withName(PATH + parameter.name()))
                .toList();
    }

    /** Traces a loss for an output of a size. */
    public static StepGraph trace(Loss loss, int size) {
        Targets targets = targets(loss, size);
        Node output = source("y", 0, size, false);
        Node target = source("target", 1, targets.size(), targets.kind() == Loss.Target.CLASS);
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
