package org.rnn4j.core.io;

import com.google.common.primitives.Doubles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rnn4j.api.ModelFormatException;
import org.rnn4j.api.expr.Parameter;
import org.rnn4j.core.engine.States;
import org.rnn4j.core.network.Network;
import org.rnn4j.core.train.TrainingResult.Best;
import org.rnn4j.core.train.TrainingState;
import org.rnn4j.core.train.TrainingState.BestWeights;
import org.rnn4j.core.train.TrainingState.Memory;
import org.rnn4j.core.train.TrainingState.Position;

/**
 * The state of a training as one safetensors file, exact to the last bit:
 * <pre>
 * weights/…      the weights by parameter name
 * optimizer/…    the optimizer's states
 * carried/…      states of running text with which the next segment begins
 * best/…         the best weights so far
 * memory/…       totals of the metrics, what the schedule remembers, the last validation
 * counters       epochs, segments, updates; epoch, update and age of the best weights
 * </pre>
 *
 * <p>Numbers are stored as F32 where nothing is lost by it, else as F64.
 */
public final class CheckpointFile {
    private static final String CURRENT = "rnn4j-checkpoint/1";
    private static final String NAMES = "validation";
    private static final String WEIGHTS = "weights/";
    private static final String OPTIMIZER = "optimizer/";
    private static final String CARRIED = "carried/";
    private static final String BEST = "best/";
    private static final String TOTALS = "memory/totals";
    private static final String SCHEDULE = "memory/schedule";
    private static final String VALIDATION = "memory/validation";
    private static final String BEST_VALUE = "memory/best";
    private static final String COUNTERS = "counters";
    private static final int COUNTER_COUNT = 6;

    private CheckpointFile() {}

    /** Writes a state, wholly or not at all. */
    public static void write(Path file, TrainingState state) {
        Memory memory = state.position().memory();
        List<Tensor> tensors = new ArrayList<>();
        state.weights().forEach((name, values) -> tensors.add(exact(WEIGHTS + name, values, values.length)));
        state.optimizer().forEach((name, values) -> tensors.add(exact(OPTIMIZER + name, values, values.length)));
        state.carried().values().forEach((name, s) -> tensors.add(exact(CARRIED + name, s.doubles(), s.shape())));
        state.best()
                .ifPresent(best -> best.weights()
                        .forEach((name, values) -> tensors.add(exact(BEST + name, values, values.length))));
        tensors.add(numbers(TOTALS, memory.totals()));
        tensors.add(numbers(SCHEDULE, memory.schedule()));
        tensors.add(numbers(VALIDATION, List.copyOf(memory.validation().values())));
        tensors.add(numbers(
                BEST_VALUE,
                state.best().map(best -> best.where().value()).stream().toList()));
        long[] counters = counters(state);
        tensors.add(Tensor.of(COUNTERS, counters, counters.length));
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put(ModelFile.FORMAT, CURRENT);
        metadata.put(NAMES, String.join(",", memory.validation().keySet()));
        Safetensors.write(file, TensorFile.of(tensors, metadata));
    }

    private static long[] counters(TrainingState state) {
        Position position = state.position();
        Optional<BestWeights> best = state.best();
        return new long[] {
            position.epoch(),
            position.segment(),
            position.updates(),
            best.map(b -> (long) b.where().epoch()).orElse(0L),
            best.map(b -> b.where().update()).orElse(0L),
            best.map(b -> (long) b.waited()).orElse(0L)
        };
    }

    /**
     * Reads a state.
     *
     * @param network whose training it is
     * @throws ModelFormatException if the file is not whole, or not the state of such a network's training
     */
    public static TrainingState read(Path file, Network network) {
        FileErrors errors = new FileErrors(file);
        TensorFile content = Safetensors.read(file);
        String format = content.metadata().getOrDefault(ModelFile.FORMAT, "");
        if (!format.equals(CURRENT)) {
            throw new ModelFormatException(errors.message("it is no checkpoint of this version of RNN4J")
                    .fact("format", format.isEmpty() ? "not given" : FileErrors.quote(format))
                    .fact("known", "'" + CURRENT + "'")
                    .fix("use a checkpoint that 'rnn train' of the same version wrote")
                    .toString());
        }
        long[] counters = longs(content, errors);
        Map<String, double[]> weights = group(content, WEIGHTS);
        check(network, weights, errors);
        List<Double> validation = numbers(content, VALIDATION);
        Memory memory =
                new Memory(numbers(content, TOTALS), numbers(content, SCHEDULE), named(content, validation, errors));
        Position position = new Position((int) counters[0], (int) counters[1], counters[2], memory);
        return new TrainingState(
                position,
                weights,
                group(content, OPTIMIZER),
                carried(content),
                best(content, counters, network, errors));
    }

    private static Optional<BestWeights> best(TensorFile content, long[] counters, Network network, FileErrors errors) {
        List<Double> value = numbers(content, BEST_VALUE);
        if (value.isEmpty()) return Optional.empty();
        Map<String, double[]> weights = group(content, BEST);
        check(network, weights, errors);
        Best where = new Best((int) counters[3], counters[4], value.get(0));
        return Optional.of(new BestWeights(where, (int) counters[5], weights));
    }

    private static States carried(TensorFile content) {
        Map<String, org.rnn4j.core.engine.Tensor> states = new LinkedHashMap<>();
        content.tensors().forEach((name, tensor) -> {
            if (!name.startsWith(CARRIED)) return;
            String state = name.substring(CARRIED.length());
            states.put(
                    state,
                    tensor.type() == TensorType.F32
                            ? org.rnn4j.core.engine.Tensor.of(tensor.toFloats(), tensor.shape())
                            : org.rnn4j.core.engine.Tensor.of(tensor.toDoubles(), tensor.shape()));
        });
        return new States(states);
    }

    private static void check(Network network, Map<String, double[]> weights, FileErrors errors) {
        for (Parameter parameter : network.parameters()) {
            double[] values = weights.getOrDefault(parameter.name(), new double[0]);
            if (values.length != parameter.length()
                    || weights.size() != network.parameters().size()) {
                throw new ModelFormatException(errors.message("it is of another model")
                        .fact("parameter", parameter.name())
                        .fact("numbers", values.length + "; the model has " + parameter.length())
                        .fix("resume with the configuration that the training began with")
                        .toString());
            }
        }
    }

    private static Map<String, Double> named(TensorFile content, List<Double> values, FileErrors errors) {
        List<String> names = List.of(content.metadata().getOrDefault(NAMES, "").split(","));
        Map<String, Double> named = new LinkedHashMap<>();
        if (values.isEmpty()) return named;
        if (names.size() != values.size()) throw errors.damaged("names and values differ in number", "names", names);
        for (int i = 0; i < values.size(); i++) named.put(names.get(i), values.get(i));
        return named;
    }

    private static long[] longs(TensorFile content, FileErrors errors) {
        long[] counters = new long[COUNTER_COUNT];
        Tensor tensor = content.tensor(COUNTERS);
        if (tensor.elements() != COUNTER_COUNT) throw errors.damaged("its counters are damaged", "found", tensor);
        tensor.longs().get(counters);
        return counters;
    }

    private static Map<String, double[]> group(TensorFile content, String prefix) {
        Map<String, double[]> group = new LinkedHashMap<>();
        content.tensors().forEach((name, tensor) -> {
            if (name.startsWith(prefix)) group.put(name.substring(prefix.length()), tensor.toDoubles());
        });
        return group;
    }

    private static List<Double> numbers(TensorFile content, String name) {
        return Doubles.asList(content.tensor(name).toDoubles());
    }

    private static Tensor numbers(String name, List<Double> values) {
        return Tensor.of(name, Doubles.toArray(values), values.size());
    }

    private static Tensor exact(String name, double[] values, int... shape) {
        boolean single = true;
        for (double value : values) single &= Double.compare((float) value, value) == 0;
        return WeightTensors.tensor(name, values, single, shape);
    }
}
