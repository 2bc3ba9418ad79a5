package org.rnn4j.core.engine.simd;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.ShapeException;
import org.rnn4j.api.expr.Parameter;
import org.rnn4j.core.engine.Weights;
import org.rnn4j.core.kernel.Kernels;
import org.rnn4j.core.kernel.Matrix;
import org.rnn4j.core.kernel.PackedWeights;
import org.rnn4j.core.kernel.PanelLayout;

/**
 * All parameters in one float array, and their packed forms, made anew when the numbers change.
 *
 * <p>A matrix that is looked up by index stands column by column, so that a look-up reads neighbouring numbers.
 */
final class SimdWeights implements Weights {
    /** Numbers below which a thread sets them to zero alone. */
    private static final int WORTH_SHARING = 1 << 16;

    private final List<Parameter> parameters;
    private final Set<String> byColumn;
    private final Map<String, Integer> offsets = new HashMap<>();
    private final Map<String, Parameter> byName = new LinkedHashMap<>();
    private final Map<String, Matrix> stored = new HashMap<>();
    private final float[] data;
    private final Kernels kernels;
    private final WorkerPool pool;
    private final Map<String, TouchedRows> touched = new HashMap<>();
    private final Map<PackSpec, Pack> packs = new HashMap<>();
    private final AtomicInteger version = new AtomicInteger();

    /** Packed weights that follow the numbers. */
    final class Pack {
        private final PackSpec spec;
        private Optional<PackedWeights> packed = Optional.empty();
        private int packedVersion = -1;

        private Pack(PackSpec spec) {
            this.spec = spec;
        }

        /** The packed form, up to date. */
        synchronized PackedWeights weights() {
            // A network that only predicts never needs the packs of its backward pass.
            if (packed.isEmpty()) packed = Optional.of(PackedWeights.allocate(spec.panels(), spec.k()));
            int now = version.get();
            if (packedVersion != now) {
                spec.fill(SimdWeights.this, kernels, packed.get());
                packedVersion = now;
            }
            return packed.get();
        }
    }

    /** Weights on which the thread works that calls. */
    SimdWeights(List<Parameter> parameters, Set<String> byColumn, Kernels kernels) {
        this(parameters, byColumn, kernels, new WorkerPool(kernels, 1));
    }

    private SimdWeights(List<Parameter> parameters, Set<String> byColumn, Kernels kernels, WorkerPool pool) {
        this.pool = pool;
        this.parameters = List.copyOf(parameters);
        this.byColumn = Set.copyOf(byColumn);
        this.kernels = kernels;
        int length = PanelLayout.ALIGNED_OFFSET;
        for (Parameter parameter : parameters) {
            offsets.put(parameter.name(), length);
            byName.put(parameter.name(), parameter);
            int padded = (parameter.length() + PanelLayout.WIDTH - 1) / PanelLayout.WIDTH * PanelLayout.WIDTH;
            length = Math.addExact(length, padded);
        }
        data = new float[length];
        for (Parameter parameter : parameters) {
            boolean turned = byColumn.contains(parameter.name());
            int rows = turned ? parameter.columns() : parameter.rows();
            int columns = turned ? parameter.rows() : parameter.columns();
            stored.put(parameter.name(), new Matrix(data, offset(parameter.name()), rows, columns));
        }
    }

    /**
     * The gradients of these weights, all zero; where rows are looked up, they know which of them are not zero.
     *
     * @param workers the threads that make them
     */
    SimdWeights gradients(WorkerPool workers) {
        SimdWeights gradients = new SimdWeights(parameters, byColumn, kernels, workers);
        byColumn.forEach(name -> gradients.touched.put(name, new TouchedRows()));
        return gradients;
    }

    /** The threads that work on these numbers. */
    WorkerPool pool() {
        return pool;
    }

    /** Says that rows of a parameter's gradient have been added to. */
    void touchRows(String name, int[] indices, int count) {
        TouchedRows rows = touched.get(name);
        if (rows != null) rows.add(indices, count, stored(name).rows());
    }

    /** Says that a parameter's numbers have been written anywhere. */
    void touchAll(String name) {
        TouchedRows rows = touched.get(name);
        if (rows != null) rows.addAll();
    }

    @Override
    public List<Parameter> parameters() {
        return parameters;
    }

    /** The numbers of all parameters. */
    float[] data() {
        return data;
    }

    /** Where a parameter's numbers begin. */
    int offset(String name) {
        Integer offset = offsets.get(name);
        if (offset != null) return offset;
        throw new ShapeException(ErrorMessage.of("No parameter '" + name + "' in this network")
                .choices(name, byName.keySet())
                .toString());
    }

    Parameter parameter(String name) {
        offset(name);
        return java.util.Objects.requireNonNull(byName.get(name));
    }

    /** True if a matrix stands column by column. */
    boolean isByColumn(String name) {
        return byColumn.contains(name);
    }

    /** The numbers as they stand: [rows, columns], or [columns, rows] where they stand column by column. */
    Matrix stored(String name) {
        offset(name);
        return java.util.Objects.requireNonNull(stored.get(name));
    }

    /** Says that the numbers have changed. */
    void touch() {
        version.incrementAndGet();
    }

    @Override
    public int version() {
        return version.get();
    }

    /** The packed form of some matrices; runs share it. */
    synchronized Pack pack(PackSpec spec) {
        return packs.computeIfAbsent(spec, Pack::new);
    }

    @Override
    public double[] get(String name) {
        Parameter parameter = parameter(name);
        double[] values = new double[parameter.length()];
        for (int k = 0; k < values.length; k++) values[k] = data[position(parameter, k)];
        return values;
    }

    @Override
    public void set(String name, double[] values) {
        Parameter parameter = parameter(name);
        if (values.length != parameter.length()) {
            throw new ShapeException(ErrorMessage.of("The numbers do not fit the parameter '" + name + "'")
                    .fact("given", values.length)
                    .fact("needed", parameter.length() + " = " + parameter.rows() + " × " + parameter.columns())
                    .toString());
        }
        for (int k = 0; k < values.length; k++) data[position(parameter, k)] = (float) values[k];
        touchAll(name);
        touch();
    }

    @Override
    public void read(String name, Line line, double[] into) {
        Parameter parameter = parameter(name);
        for (int k = 0; k < into.length; k++) into[k] = data[position(parameter, line, k)];
    }

    @Override
    public void add(String name, Line line, double[] values) {
        Parameter parameter = parameter(name);
        for (int k = 0; k < values.length; k++) data[position(parameter, line, k)] += (float) values[k];
        touchAll(name);
        touch();
    }

    private int position(Parameter parameter, Line line, int k) {
        int columns = parameter.columns();
        return position(parameter, line.column() ? k * columns + line.index() : line.index() * columns + k);
    }

    private int position(Parameter parameter, int k) {
        int start = offset(parameter.name());
        if (!isByColumn(parameter.name())) return start + k;
        return start + k % parameter.columns() * parameter.rows() + k / parameter.columns();
    }

    @Override
    public void clear() {
        int shares = data.length < WORTH_SHARING ? 1 : pool.threads();
        pool.runOwn(shares, (share, worker) -> clear(share, shares));
        touched.forEach((name, rows) -> rows.clear(stored(name)));
        touch();
    }

    /** Sets a share of every parameter to zero, as large as a thread's share of what will be added to it. */
    private void clear(int share, int shares) {
        for (int k = 0; k < parameters.size(); k++) {
            Parameter parameter = parameters.get(k);
            if (touched.containsKey(parameter.name())) continue;
            long length = parameter.length();
            int from = offset(parameter.name());
            Arrays.fill(data, from + (int) (length * share / shares), from + (int) (length * (share + 1) / shares), 0);
        }
    }

    @Override
    public void scale(double factor) {
        parameters.forEach(p -> scale(p.name(), factor));
    }

    @Override
    public void scale(String name, double factor) {
        int from = offset(name);
        if (!Double.isFinite(factor)) touchAll(name);
        kernels.binaryScalar(
                org.rnn4j.core.kernel.BinaryOp.MULTIPLY,
                data,
                from,
                (float) factor,
                data,
                from,
                parameter(name).length());
        touch();
    }

    @Override
    public void limit(double limit) {
        float most = (float) limit;
        for (Parameter parameter : parameters) {
            int from = offset(parameter.name());
            int n = parameter.length();
            kernels.binaryScalar(org.rnn4j.core.kernel.BinaryOp.MINIMUM, data, from, most, data, from, n);
            kernels.binaryScalar(org.rnn4j.core.kernel.BinaryOp.MAXIMUM, data, from, -most, data, from, n);
        }
        touch();
    }

    @Override
    public double norm(String name, double p) {
        int from = offset(name);
        int n = parameter(name).length();
        if (p == 2) return Math.sqrt(kernels.sumOfSquares(data, from, n));
        double result = 0;
        for (int k = from; k < from + n; k++) {
            double a = Math.abs(data[k]);
            result = Double.isInfinite(p) ? Math.max(result, a) : result + Math.pow(a, p);
        }
        return Double.isInfinite(p) ? result : Math.pow(result, 1 / p);
    }

    @Override
    public boolean isFinite(String name) {
        int from = offset(name);
        float sum = 0;
        for (int k = from; k < from + parameter(name).length(); k++) sum += data[k] * 0;
        return sum == 0;
    }
}
