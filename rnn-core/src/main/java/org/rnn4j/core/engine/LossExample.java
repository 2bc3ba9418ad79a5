package org.rnn4j.core.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import org.rnn4j.api.CellDefinitionException;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.SequenceLoss;

/** What a loss of sequences sees of one example, and its gradient. Owned by one run; filled by one thread. */
final class LossExample implements SequenceLoss.Example {
    private final double[][] outputs;
    private final Target target;
    private final Map<String, double[]> parameters;
    private final double[][] outputGradients;
    private final Map<String, double[]> parameterGradients = new LinkedHashMap<>();
    private final boolean gradient;

    /**
     * The target of an example.
     *
     * @param labels of the steps that count, or as many as there are; empty for vectors
     * @param vectors of the steps that count; empty for labels
     */
    record Target(int[] labels, double[][] vectors) {}

    LossExample(double[][] outputs, Target target, Map<String, double[]> parameters, boolean gradient) {
        this.outputs = outputs;
        this.target = target;
        this.parameters = parameters;
        this.gradient = gradient;
        this.outputGradients = gradient ? new double[outputs.length][outputs[0].length] : new double[0][];
    }

    @Override
    public int steps() {
        return outputs.length;
    }

    @Override
    public double[] output(int step) {
        return outputs[step];
    }

    @Override
    public int labels() {
        return target.labels().length;
    }

    @Override
    public int label(int index) {
        return target.labels()[index];
    }

    @Override
    public double[] target(int step) {
        return target.vectors()[step];
    }

    @Override
    public double[] parameter(String name) {
        double[] values = parameters.get(name);
        if (values != null) return values;
        throw new CellDefinitionException(ErrorMessage.of("No parameter '" + name + "' of this loss")
                .choices(name, parameters.keySet())
                .fix("declare it in parameters(outputSize)")
                .toString());
    }

    @Override
    public boolean wantsGradient() {
        return gradient;
    }

    @Override
    public double[] outputGradient(int step) {
        return outputGradients[step];
    }

    @Override
    public double[] parameterGradient(String name) {
        return parameterGradients.computeIfAbsent(name, n -> new double[parameter(n).length]);
    }

    /** The gradients of the parameters that the loss has asked for. */
    Map<String, double[]> parameterGradients() {
        return parameterGradients;
    }
}
