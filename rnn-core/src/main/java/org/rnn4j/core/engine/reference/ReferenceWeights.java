package org.rnn4j.core.engine.reference;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.ShapeException;
import org.rnn4j.api.expr.Parameter;
import org.rnn4j.core.engine.Weights;

/** Weights, or their gradients, as one matrix for each parameter. */
final class ReferenceWeights implements Weights {
    private final List<Parameter> parameters;
    private final Map<String, Array2DRowRealMatrix> matrices = new LinkedHashMap<>();
    private final AtomicInteger version = new AtomicInteger();

    ReferenceWeights(List<Parameter> parameters) {
        this.parameters = List.copyOf(parameters);
        for (Parameter p : parameters) matrices.put(p.name(), new Array2DRowRealMatrix(p.rows(), p.columns()));
    }

    @Override
    public List<Parameter> parameters() {
        return parameters;
    }

    /** The numbers themselves, [rows, columns]. */
    Array2DRowRealMatrix matrix(String name) {
        Array2DRowRealMatrix matrix = matrices.get(name);
        if (matrix != null) return matrix;
        throw new ShapeException(ErrorMessage.of("No parameter '" + name + "' in this network")
                .choices(name, matrices.keySet())
                .toString());
    }

    @Override
    public double[] get(String name) {
        return Arrays.stream(matrix(name).getDataRef())
                .flatMapToDouble(Arrays::stream)
                .toArray();
    }

    @Override
    public void set(String name, double[] values) {
        Array2DRowRealMatrix matrix = matrix(name);
        int columns = matrix.getColumnDimension();
        if (values.length != matrix.getRowDimension() * columns) {
            throw new ShapeException(ErrorMessage.of("The numbers for '" + name + "' do not fit")
                    .fact("given", values.length)
                    .fact("needed", matrix.getRowDimension() + " times " + columns)
                    .toString());
        }
        matrix.setSubMatrix(
                Rows.read(values, 0, matrix.getRowDimension(), columns).getDataRef(), 0, 0);
        version.incrementAndGet();
    }

    @Override
    public void read(String name, Line line, double[] into) {
        double[][] numbers = matrix(name).getDataRef();
        for (int k = 0; k < into.length; k++) {
            into[k] = line.column() ? numbers[k][line.index()] : numbers[line.index()][k];
        }
    }

    @Override
    public void add(String name, Line line, double[] values) {
        double[][] numbers = matrix(name).getDataRef();
        for (int k = 0; k < values.length; k++) {
            if (line.column()) numbers[k][line.index()] += values[k];
            else numbers[line.index()][k] += values[k];
        }
    }

    /** Adds to the numbers of a parameter, element by element. */
    void add(String name, double[][] values) {
        double[][] sum = matrix(name).getDataRef();
        for (int i = 0; i < sum.length; i++) {
            for (int j = 0; j < sum[i].length; j++) sum[i][j] += values[i][j];
        }
    }

    @Override
    public void clear() {
        matrices.keySet().forEach(name -> change(name, a -> 0));
    }

    @Override
    public void scale(double factor) {
        matrices.keySet().forEach(name -> scale(name, factor));
    }

    @Override
    public void scale(String name, double factor) {
        change(name, a -> a * factor);
    }

    @Override
    public void limit(double limit) {
        matrices.keySet().forEach(name -> change(name, a -> Math.max(-limit, Math.min(limit, a))));
    }

    private void change(String name, DoubleUnaryOperator function) {
        for (double[] row : matrix(name).getDataRef()) {
            for (int j = 0; j < row.length; j++) row[j] = function.applyAsDouble(row[j]);
        }
        version.incrementAndGet();
    }

    @Override
    public int version() {
        return version.get();
    }

    @Override
    public double norm(String name, double p) {
        double norm = 0;
        for (double each : get(name)) {
            double size = Math.abs(each);
            norm = Double.isInfinite(p) ? Math.max(norm, size) : norm + (p == 1 ? size : Math.pow(size, p));
        }
        return Double.isInfinite(p) || p == 1 ? norm : p == 2 ? Math.sqrt(norm) : Math.pow(norm, 1 / p);
    }

    @Override
    public boolean isFinite(String name) {
        return Arrays.stream(get(name)).allMatch(Double::isFinite);
    }
}
