package org.rnn4j.core.engine.reference;

import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.special.Erf;
import org.rnn4j.api.expr.Constant;
import org.rnn4j.api.expr.Matrix;
import org.rnn4j.api.expr.Node;
import org.rnn4j.api.expr.Parameter;

/** What every operation of the language computes: one entry each. */
final class OperationTable {
    private OperationTable() {}

    /**
     * The value of a node.
     *
     * @param node what to compute
     * @param in its operands' values
     * @param count number of examples
     * @param weights values of parameters
     */
    static Rows compute(Node node, List<Rows> in, int count, ReferenceWeights weights) {
        return switch (node.operation()) {
            case SOURCE, DROPOUT_MASK, SPREAD, SEGMENT_SUM, SEGMENT_SOFTMAX ->
                throw new AssertionError("comes from outside: " + node);
            case PARAMETER -> Rows.repeated(parameter(node, weights).getColumn(0), count);
            case CONSTANT -> Rows.repeated(numbers(node.detail(Constant.class)), count);
            case MATMUL -> product(node.detail(Matrix.class), in.get(0), weights);
            case ADD -> Arithmetic.map(in.get(0), in.get(1), (a, b) -> a + b);
            case SUBTRACT -> Arithmetic.map(in.get(0), in.get(1), (a, b) -> a - b);
            case MULTIPLY -> Arithmetic.map(in.get(0), in.get(1), (a, b) -> a * b);
            case DIVIDE -> Arithmetic.map(in.get(0), in.get(1), (a, b) -> a / b);
            case MAXIMUM -> Arithmetic.map(in.get(0), in.get(1), Math::max);
            case MINIMUM -> Arithmetic.map(in.get(0), in.get(1), Math::min);
            case NEGATE -> Arithmetic.map(in.get(0), a -> -a);
            case SIGMOID -> Arithmetic.map(in.get(0), OperationTable::sigmoid);
            case TANH -> Arithmetic.map(in.get(0), Math::tanh);
            case RELU -> Arithmetic.map(in.get(0), a -> Math.max(a, 0));
            case SOFTPLUS -> Arithmetic.map(in.get(0), OperationTable::softplus);
            case EXP -> Arithmetic.map(in.get(0), Math::exp);
            case LOG -> Arithmetic.map(in.get(0), Math::log);
            case SQRT -> Arithmetic.map(in.get(0), Math::sqrt);
            case SQUARE -> Arithmetic.map(in.get(0), a -> a * a);
            case ABS -> Arithmetic.map(in.get(0), Math::abs);
            case ERF -> Arithmetic.map(in.get(0), Erf::erf);
            case SELECT -> Arithmetic.select(in.get(0), in.get(1), in.get(2));
            case SUM -> Arithmetic.sum(in.get(0));
            case BROADCAST -> Arithmetic.broadcast(in.get(0), node.size());
            case CONCAT -> Arithmetic.concat(in, node.size());
            case SLICE -> Arithmetic.slice(in.get(0), node.detail(Integer.class), node.size());
            case SOFTMAX -> Arithmetic.softmax(in.get(0));
            case LOG_SOFTMAX -> Arithmetic.logSoftmax(in.get(0));
            case PICK -> Arithmetic.pick(in.get(0), in.get(1));
            case STOP_GRADIENT -> in.get(0);
        };
    }

    /** W x for each row x: a look-up of W's columns where x is one-hot. */
    private static Rows product(Matrix matrix, Rows x, ReferenceWeights weights) {
        RealMatrix w = weights.matrix(matrix.parameter().name());
        if (x instanceof Rows.OneHot oneHot) {
            double[][] result = new double[oneHot.count()][];
            for (int k = 0; k < result.length; k++) {
                int id = oneHot.ids()[k];
                result[k] = matrix.transposed() ? w.getRow(id) : w.getColumn(id);
            }
            return Rows.of(result);
        }
        Array2DRowRealMatrix right = (Array2DRowRealMatrix) (matrix.transposed() ? w : w.transpose());
        return new Rows.Dense(x.numbers().multiply(right));
    }

    private static Array2DRowRealMatrix parameter(Node node, ReferenceWeights weights) {
        return weights.matrix(node.detail(Parameter.class).name());
    }

    private static double[] numbers(Constant constant) {
        double[] numbers = new double[constant.size()];
        for (int j = 0; j < numbers.length; j++) numbers[j] = constant.get(j);
        return numbers;
    }

    private static double sigmoid(double a) {
        return 1 / (1 + Math.exp(-a));
    }

    /** log(1 + e^a) = max(a, 0) + log(1 + e^-|a|). */
    private static double softplus(double a) {
        return Math.max(a, 0) + Math.log1p(Math.exp(-Math.abs(a)));
    }
}
