package org.rnn4j.core.train;

import java.util.Optional;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.TrainingException;
import org.rnn4j.api.expr.Parameter;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.Execution;
import org.rnn4j.core.engine.Tensor;
import org.rnn4j.core.engine.Weights;

/** Finds the first tensor that is no longer finite, in the order in which a step computes. */
final class NotFinite {
    private final ErrorMessage message;

    private NotFinite(ErrorMessage message) {
        this.message = message;
    }

    /** The error of a loss that is not finite. */
    static TrainingException loss(double loss, String when, Batch batch, Weights weights, Execution execution) {
        String first = input(batch)
                .or(() -> weights(weights))
                .or(() -> output(execution.output()))
                .orElse("the loss itself; the network's output is finite");
        return new NotFinite(ErrorMessage.of("The loss is " + loss)).error(when, first);
    }

    /** The error of gradients that are not finite, though the loss is. */
    static TrainingException gradient(double loss, String when, Weights gradients) {
        String first = gradients.parameters().stream()
                .map(Parameter::name)
                .filter(name -> !gradients.isFinite(name))
                .findFirst()
                .orElse("none");
        ErrorMessage message =
                ErrorMessage.of("The gradient of '" + first + "' is not finite").fact("loss", loss);
        return new NotFinite(message).error(when, "the gradient of '" + first + "'");
    }

    /** The error of a validation whose loss is not finite. */
    static TrainingException validation(double loss, long updates, Weights weights) {
        String first = weights(weights).orElse("the network's output or the targets of the validation data");
        return new NotFinite(ErrorMessage.of("The validation loss is " + loss)).error("update " + updates, first);
    }

    private TrainingException error(String when, String first) {
        return new TrainingException(message.fact("at", when)
                .fact("first bad", first)
                .fix(
                        "lower learningRate, bound the gradients, as with \"clip\": { \"type\": \"globalNorm\", \"max\": 1 },"
                                + " or look at the data")
                .toString());
    }

    private static Optional<String> input(Batch batch) {
        if (batch.input().isIds()) return Optional.empty();
        int[] lengths = batch.lengths();
        int size = batch.input().extent(2);
        for (int k = 0; k < batch.input().length(); k++) {
            int row = k / size;
            int b = row % lengths.length;
            boolean read = row / lengths.length < lengths[b];
            if (read && !Double.isFinite(batch.input().get(k))) {
                return Optional.of("the input of sequence " + batch.exampleIds()[b] + ", step " + row / lengths.length
                        + ", element " + k % size);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> weights(Weights weights) {
        return weights.parameters().stream()
                .map(Parameter::name)
                .filter(name -> !weights.isFinite(name))
                .findFirst()
                .map(name -> "the parameter '" + name + "'");
    }

    private static Optional<String> output(Tensor output) {
        for (int k = 0; k < output.length(); k++) {
            if (Double.isFinite(output.get(k))) continue;
            int row = k / output.extent(output.rank() - 1);
            boolean steps = output.rank() == 3;
            return Optional.of("the network's output for row " + (steps ? row % output.extent(1) : row)
                    + (steps ? ", step " + row / output.extent(1) : ""));
        }
        return Optional.empty();
    }
}
