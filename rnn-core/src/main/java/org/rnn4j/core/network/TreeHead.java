package org.rnn4j.core.network;

import org.rnn4j.api.ClassTree;
import org.rnn4j.api.expr.Parameter;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.Execution.LossSum;
import org.rnn4j.core.engine.Execution.Mode;
import org.rnn4j.core.engine.Tensor;
import org.rnn4j.core.engine.Weights;
import org.rnn4j.core.engine.Weights.Line;

/**
 * The decisions on the way to the right class of each step, see {@link ClassTree}: in float64, about log2(classes) products of
 * vectors a step.
 */
final class TreeHead implements OutputHead {
    private final LinearOutput decisions;
    private final ClassTree tree;
    private final int size;
    private Tensor h = Tensor.of(new float[0], 0);
    private int[] targets = new int[0];
    private boolean[] counted = new boolean[0];
    /** For each step that counts, the gradient with respect to each decision on its way. */
    private double[][] ofDecisions = new double[0][];

    private Weights weights;

    TreeHead(LinearOutput decisions, Weights weights) {
        this.decisions = decisions;
        this.tree = ClassTree.of(decisions.matrix().rows() + 1);
        this.size = decisions.matrix().columns();
        this.weights = weights;
    }

    @Override
    public LossSum loss(Weights newWeights, Mode mode, Tensor output, Batch batch, boolean[] isCounted) {
        weights = newWeights;
        h = output;
        counted = isCounted;
        targets = batch.target().orElseThrow().ids();
        ofDecisions = new double[counted.length][];
        double[] line = new double[size];
        double[] bias = new double[1];
        double sum = 0;
        long steps = 0;
        for (int row = 0; row < counted.length; row++) {
            if (!counted[row]) continue;
            int[] path = tree.path(targets[row]);
            ofDecisions[row] = new double[path.length];
            for (int k = 0; k < path.length; k++) {
                boolean right = path[k] < 0;
                double z = decision(right ? ~path[k] : path[k], row, line, bias);
                // -log σ(z) for left, -log σ(-z) for right
                double against = right ? z : -z;
                sum += Math.max(against, 0) + Math.log1p(Math.exp(-Math.abs(against)));
                double sigmoid = 1 / (1 + Math.exp(-against));
                ofDecisions[row][k] = right ? sigmoid : -sigmoid;
            }
            steps++;
        }
        return new LossSum(sum, steps, steps);
    }

    private double decision(int each, int row, double[] line, double[] bias) {
        weights.read(decisions.matrix().parameter().name(), line(each), line);
        decisions.bias().map(Parameter::name).ifPresent(name -> weights.read(name, new Line(false, each), bias));
        double z = bias[0];
        for (int j = 0; j < size; j++) z += line[j] * h.get(row * size + j);
        return z;
    }

    private Line line(int each) {
        return new Line(decisions.matrix().transposed(), each);
    }

    @Override
    public double[] backward(Weights gradients) {
        double[] gradient = new double[counted.length * size];
        double[] line = new double[size];
        double[] more = new double[size];
        for (int row = 0; row < counted.length; row++) {
            if (!counted[row]) continue;
            int[] path = tree.path(targets[row]);
            for (int k = 0; k < path.length; k++) {
                int each = path[k] < 0 ? ~path[k] : path[k];
                double g = ofDecisions[row][k];
                weights.read(decisions.matrix().parameter().name(), line(each), line);
                for (int j = 0; j < size; j++) {
                    gradient[row * size + j] += g * line[j];
                    more[j] = g * h.get(row * size + j);
                }
                gradients.add(decisions.matrix().parameter().name(), line(each), more);
                decisions.bias().ifPresent(b -> gradients.add(b.name(), new Line(false, each), new double[] {g}));
            }
        }
        return gradient;
    }
}
