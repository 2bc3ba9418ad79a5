package org.rnn4j.core.io;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.rnn4j.api.ModelFormatException;
import org.rnn4j.api.expr.Parameter;

/** Parameters as tensors: matrices as [rows, columns], all else as [rows]. */
final class WeightTensors {
    private static final int MOST_NAMED = 3;

    private WeightTensors() {}

    static Tensor tensor(Parameter parameter, double[] values, boolean single) {
        return tensor(parameter.name(), values, single, shape(parameter));
    }

    /** A tensor of type F32 or F64. */
    static Tensor tensor(String name, double[] values, boolean single, int... shape) {
        if (!single) return Tensor.of(name, values, shape);
        float[] floats = new float[values.length];
        for (int k = 0; k < floats.length; k++) floats[k] = (float) values[k];
        return Tensor.of(name, floats, shape);
    }

    static int[] shape(Parameter parameter) {
        boolean matrix = parameter.structure() == Parameter.Structure.DENSE
                && switch (parameter.role()) {
                    case INPUT, RECURRENT, PROJECTION -> true;
                    case BIAS, PEEPHOLE, GAIN, INITIAL_STATE -> parameter.columns() > 1;
                };
        return matrix ? new int[] {parameter.rows(), parameter.columns()} : new int[] {parameter.rows()};
    }

    /**
     * Checks that there is a tensor of the right shape for each parameter, and no other.
     *
     * @param tensors by name of the parameter
     */
    static void check(List<Parameter> parameters, Map<String, Tensor> tensors, FileErrors errors) {
        Set<String> missing = new LinkedHashSet<>();
        Set<String> extra = new LinkedHashSet<>(tensors.keySet());
        for (Parameter parameter : parameters) {
            Tensor tensor = tensors.get(parameter.name());
            extra.remove(parameter.name());
            if (tensor == null) {
                missing.add(parameter.name());
            } else if (!Arrays.equals(tensor.shape(), shape(parameter)) || !isReal(tensor)) {
                throw new ModelFormatException(errors.message("a tensor does not fit the model")
                        .fact("tensor", tensor)
                        .fact("model", parameter.name() + " F32 or F64 " + Arrays.toString(shape(parameter)))
                        .fix("use the configuration that the weights were trained with")
                        .toString());
            }
        }
        if (missing.isEmpty() && extra.isEmpty()) return;
        String problem = missing.isEmpty() ? "it has tensors that the model has not" : "it lacks tensors of the model";
        throw new ModelFormatException(errors.message(problem)
                .fact("missing", named(missing))
                .fact("extra", named(extra))
                .fix("use the configuration that the weights were trained with")
                .toString());
    }

    private static boolean isReal(Tensor tensor) {
        return tensor.type() == TensorType.F32 || tensor.type() == TensorType.F64;
    }

    private static String named(Set<String> names) {
        if (names.isEmpty()) return "none";
        String some = names.stream().limit(MOST_NAMED).map(FileErrors::quote).collect(Collectors.joining(", "));
        return names.size() > MOST_NAMED ? some + " and " + (names.size() - MOST_NAMED) + " more" : some;
    }
}
