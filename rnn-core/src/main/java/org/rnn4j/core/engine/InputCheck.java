package org.rnn4j.core.engine;

import java.util.Arrays;
import java.util.Map;
import org.rnn4j.api.DataException;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.ShapeException;
import org.rnn4j.core.trace.SequenceGraph;
import org.rnn4j.core.trace.SequenceGraph.Value;

/**
 * Checks what enters a network, for every engine: after it, time loops have no checks.
 *
 * <p>Only steps within the examples' lengths are looked at; padding may hold anything.
 */
public final class InputCheck {
    private final Batch batch;

    private InputCheck(Batch batch) {
        this.batch = batch;
    }

    /**
     * Checks the input, the side inputs and the states.
     *
     * @throws ShapeException if a kind, size or shape does not fit the network, or the batch is empty
     * @throws DataException if an index is outside the vocabulary, a number is not finite, or a side input is missing
     */
    public static void check(SequenceGraph graph, Batch batch, States initial) {
        checkInput(graph, batch);
        if (initial.prepared().isEmpty() && !graph.sources().isEmpty()) {
            graph.sources().forEach((name, value) -> SourceCheck.check(name, value, batch));
        } else if (!initial.prepared().isEmpty()) {
            PreparedCheck.check(graph, initial.prepared(), batch.batchSize());
        }
        if (!initial.isEmpty()) checkStates(StateShapes.of(graph, batch, initial.prepared()), initial);
    }

    /**
     * Checks the input and the side inputs, of a network that has read its sources if it has any.
     *
     * @throws ShapeException if a kind, size or shape does not fit the network, or the batch is empty
     * @throws DataException if an index is outside the vocabulary, a number is not finite, or a side input is missing
     */
    public static void checkInput(SequenceGraph graph, Batch batch) {
        InputCheck check = new InputCheck(batch);
        if (batch.batchSize() == 0) {
            throw new ShapeException(ErrorMessage.of("A batch without examples")
                    .fact("input", batch.input())
                    .fix("give it at least one example; one of length 0 is legal")
                    .toString());
        }
        check.input(graph.input());
        if (!graph.sides().isEmpty()) graph.sides().forEach(check::side);
    }

    /**
     * Checks the gradients that a backward run begins with; those of steps past the lengths are not looked at.
     *
     * @throws ShapeException if the network has no such state, or a shape does not fit
     * @throws DataException if the gradient of a state is not finite
     */
    public static void checkGradients(SequenceGraph graph, Batch batch, Tensor output, States finalStates) {
        int size = graph.output().size();
        int[] shape = graph.output().hasTime()
                ? new int[] {batch.timeSteps(), batch.batchSize(), size}
                : new int[] {batch.batchSize(), size};
        requireShape("gradient of the output", output, shape);
        if (!finalStates.isEmpty()) checkStates(StateShapes.of(graph, batch, Prepared.NOTHING), finalStates);
    }

    private void input(Value value) {
        Tensor input = batch.input();
        if (input.isIds() != value.isOneHot()) {
            throw new ShapeException(ErrorMessage.of("The network reads another kind of input")
                    .fact("given", input)
                    .fact("needed", value.isOneHot() ? "indices [T, B] below " + value.size() : numbers(value.size()))
                    .toString());
        }
        if (input.isIds()) {
            indices(input, value.size());
        } else {
            sequence("input", input, value.size());
        }
    }

    private void indices(Tensor input, int vocabularySize) {
        int[] ids = input.ids();
        int batchSize = batch.batchSize();
        for (int b = 0; b < batchSize; b++) {
            for (int t = 0; t < batch.length(b); t++) {
                int id = ids[t * batchSize + b];
                if (id >= 0 && id < vocabularySize) continue;
                throw new DataException(ErrorMessage.of("An index outside the vocabulary: " + id)
                        .fact("example", b)
                        .fact("step", t)
                        .fact("range", "0 to " + (vocabularySize - 1))
                        .fix("encode the data with the vocabulary that the network was built for")
                        .toString());
            }
        }
    }

    private void side(String name, Value value) {
        Tensor side = batch.sides().get(name);
        if (side == null) {
            throw new DataException(ErrorMessage.of("The side input '" + name + "' is missing")
                    .fact("given", batch.sides().keySet())
                    .fact("needed", numbers(value.size()))
                    .fix("add it with batch.withSide(\"" + name + "\", tensor)")
                    .toString());
        }
        sequence("side input '" + name + "'", side, value.size());
    }

    private void sequence(String what, Tensor tensor, int size) {
        int[] shape = {batch.timeSteps(), batch.batchSize(), size};
        requireShape(what, tensor, shape);
        // Padding may hold anything, and mostly zeros.
        if (tensor.isFinite(0, tensor.length())) return;
        for (int t = 0; t < batch.timeSteps(); t++) {
            for (int b = 0; b < batch.batchSize(); b++) {
                if (t >= batch.length(b)) continue;
                int from = (t * batch.batchSize() + b) * size;
                if (tensor.isFinite(from, from + size)) continue;
                for (int j = 0; j < size; j++) {
                    double number = tensor.get(from + j);
                    if (Double.isFinite(number)) continue;
                    throw new DataException(ErrorMessage.of("The " + what + " holds " + number)
                            .fact("example", b)
                            .fact("step", t)
                            .fact("element", j)
                            .fix("clean the data, or shorten the example's length if the step is padding")
                            .toString());
                }
            }
        }
    }

    /**
     * Checks states, or gradients of them: all, some or none of a network's.
     *
     * @param shapes of all states, see {@link StateShapes}
     * @throws ShapeException if the network has no such state, or a shape does not fit
     * @throws DataException if a number is not finite
     */
    public static void checkStates(Map<String, int[]> shapes, States initial) {
        initial.values().forEach((name, tensor) -> {
            int[] shape = shapes.get(name);
            if (shape == null) {
                throw new ShapeException(ErrorMessage.of("No state '" + name + "' in this network")
                        .choices(name, shapes.keySet())
                        .toString());
            }
            requireShape("state '" + name + "'", tensor, shape);
            int size = tensor.extent(tensor.rank() - 1);
            int examples = tensor.extent(tensor.rank() - 2);
            for (int k = 0; k < tensor.length(); k++) {
                if (Double.isFinite(tensor.get(k))) continue;
                throw new DataException(ErrorMessage.of("The state '" + name + "' holds " + tensor.get(k))
                        .fact("example", k / size % examples)
                        .fact("element", k % size)
                        .toString());
            }
        });
    }

    private static void requireShape(String what, Tensor tensor, int... shape) {
        boolean fits = !tensor.isIds() && tensor.rank() == shape.length;
        for (int k = 0; fits && k < shape.length; k++) fits = tensor.extent(k) == shape[k];
        if (fits) return;
        throw new ShapeException(ErrorMessage.of("The " + what + " does not fit")
                .fact("given", tensor)
                .fact("needed", "numbers " + Arrays.toString(shape))
                .toString());
    }

    private static String numbers(int size) {
        return "numbers [T, B, " + size + "]";
    }
}
