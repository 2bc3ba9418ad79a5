package org.rnn4j.examples.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.rnn4j.api.expr.Parameter;
import org.rnn4j.core.engine.Weights;

/**
 * How weights are called and ordered elsewhere.
 *
 * <p>A line says: our parameter, the array of the other framework, which of the array's blocks of rows, and the sign. A
 * parameter with several lines is their sum, as with PyTorch's two biases. The sign is - for the update gate, which is
 * 1 - z elsewhere.
 */
final class WeightTable {
    static final WeightTable TORCH_RNN = of("""
        W_xh  weight_ih  0  +
        W_hh  weight_hh  0  +
        b_h   bias_ih    0  +
        b_h   bias_hh    0  +
        """);

    static final WeightTable TORCH_LSTM = of("""
        W_xi  weight_ih  0  +
        W_hi  weight_hh  0  +
        b_i   bias_ih    0  +
        b_i   bias_hh    0  +
        W_xf  weight_ih  1  +
        W_hf  weight_hh  1  +
        b_f   bias_ih    1  +
        b_f   bias_hh    1  +
        W_xg  weight_ih  2  +
        W_hg  weight_hh  2  +
        b_g   bias_ih    2  +
        b_g   bias_hh    2  +
        W_xo  weight_ih  3  +
        W_ho  weight_hh  3  +
        b_o   bias_ih    3  +
        b_o   bias_hh    3  +
        W_mh  weight_hr  0  +
        """);

    static final WeightTable TORCH_GRU = of("""
        W_xr  weight_ih  0  +
        W_hr  weight_hh  0  +
        b_r   bias_ih    0  +
        b_r   bias_hh    0  +
        W_xz  weight_ih  1  -
        W_hz  weight_hh  1  -
        b_z   bias_ih    1  -
        b_z   bias_hh    1  -
        W_xn  weight_ih  2  +
        W_hn  weight_hh  2  +
        b_n   bias_ih    2  +
        b_hn  bias_hh    2  +
        """);

    static final WeightTable KERAS_SIMPLE_RNN = of("""
        W_xh  kernel            0  +
        W_hh  recurrent_kernel  0  +
        b_h   bias              0  +
        """);

    static final WeightTable KERAS_LSTM = of("""
        W_xi  kernel            0  +
        W_hi  recurrent_kernel  0  +
        b_i   bias              0  +
        W_xf  kernel            1  +
        W_hf  recurrent_kernel  1  +
        b_f   bias              1  +
        W_xg  kernel            2  +
        W_hg  recurrent_kernel  2  +
        b_g   bias              2  +
        W_xo  kernel            3  +
        W_ho  recurrent_kernel  3  +
        b_o   bias              3  +
        """);

    static final WeightTable KERAS_GRU = of("""
        W_xz  kernel            0  -
        W_hz  recurrent_kernel  0  -
        b_z   bias              0  -
        W_xr  kernel            1  +
        W_hr  recurrent_kernel  1  +
        b_r   bias              1  +
        W_xn  kernel            2  +
        W_hn  recurrent_kernel  2  +
        b_n   bias              2  +
        """);

    static final WeightTable KERAS_GRU_RESET_AFTER = of("""
        W_xz  kernel            0  -
        W_hz  recurrent_kernel  0  -
        b_z   bias              0  -
        b_z   bias              3  -
        W_xr  kernel            1  +
        W_hr  recurrent_kernel  1  +
        b_r   bias              1  +
        b_r   bias              4  +
        W_xn  kernel            2  +
        W_hn  recurrent_kernel  2  +
        b_n   bias              2  +
        b_hn  bias              5  +
        """);

    static final WeightTable COURSE_RNN = of("""
        W_xh  Wax  0  +
        W_hh  Waa  0  +
        b_h   ba   0  +
        """);

    static final WeightTable COURSE_LSTM = of("""
        W_xi  Wi.x  0  +
        W_hi  Wi.a  0  +
        b_i   bi    0  +
        W_xf  Wf.x  0  +
        W_hf  Wf.a  0  +
        b_f   bf    0  +
        W_xg  Wc.x  0  +
        W_hg  Wc.a  0  +
        b_g   bc    0  +
        W_xo  Wo.x  0  +
        W_ho  Wo.a  0  +
        b_o   bo    0  +
        """);

    private record Line(String parameter, String source, int block, int sign) {
        static Line of(String text) {
            String[] words = text.trim().split(" +");
            return new Line(words[0], words[1], Integer.parseInt(words[2]), words[3].equals("-") ? -1 : 1);
        }
    }

    private final List<Line> lines;

    private WeightTable(List<Line> lines) {
        this.lines = lines;
    }

    private static WeightTable of(String table) {
        return new WeightTable(table.lines().map(Line::of).toList());
    }

    /** PyTorch's table for cells that have its second bias, see {@link TwoBiases}. */
    WeightTable withTwoBiases() {
        return new WeightTable(lines.stream()
                .map(line -> {
                    boolean second =
                            line.source().equals("bias_hh") && !line.parameter().equals("b_hn");
                    String parameter = second ? TwoBiases.second(line.parameter()) : line.parameter();
                    return new Line(parameter, line.source(), line.block(), line.sign());
                })
                .toList());
    }

    /**
     * Sets the parameters of a cell; fails if an array or a parameter is left over.
     *
     * @param path of the cell in the network, such as {@code layers.0.cell}
     * @param sources the other framework's arrays by name, blocks of rows one after the other
     */
    void load(Weights weights, String path, Map<String, double[]> sources) {
        values(weights, path, sources).forEach(weights::set);
    }

    /** The values of a cell's parameters, by full name. */
    Map<String, double[]> values(Weights weights, String path, Map<String, double[]> sources) {
        Map<String, Parameter> parameters = parameters(weights, path);
        Map<String, double[]> values = new LinkedHashMap<>();
        Set<String> used = new HashSet<>();
        for (Line line : lines) {
            double[] source = sources.get(line.source());
            Parameter parameter = parameters.get(line.parameter());
            if (source == null || parameter == null) continue;
            used.add(line.source());
            double[] sum = values.computeIfAbsent(parameter.name(), n -> new double[parameter.length()]);
            for (int k = 0; k < sum.length; k++) sum[k] += line.sign() * source[line.block() * sum.length + k];
        }
        assertEquals(sources.keySet(), used, "arrays that are converted");
        assertEquals(
                parameters.values().stream().map(Parameter::name).collect(Collectors.toSet()),
                values.keySet(),
                "parameters that are set");
        return values;
    }

    /** The gradients of a cell as the other framework has them; {@code sources} are the arrays that were loaded. */
    Map<String, double[]> gradients(Weights gradients, String path, Map<String, double[]> sources) {
        Map<String, Parameter> parameters = parameters(gradients, path);
        Map<String, double[]> result = new LinkedHashMap<>();
        sources.forEach((name, source) -> result.put(name, new double[source.length]));
        for (Line line : lines) {
            double[] target = result.get(line.source());
            Parameter parameter = parameters.get(line.parameter());
            if (target == null || parameter == null) continue;
            double[] gradient = gradients.get(parameter.name());
            for (int k = 0; k < gradient.length; k++) {
                target[line.block() * gradient.length + k] = line.sign() * gradient[k];
            }
        }
        return result;
    }

    private static Map<String, Parameter> parameters(Weights weights, String path) {
        return weights.parameters().stream()
                .filter(p -> p.name().startsWith(path + "."))
                .collect(Collectors.toMap(p -> p.name().substring(path.length() + 1), p -> p));
    }
}
