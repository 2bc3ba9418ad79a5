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
import org.rnn4j.core.kernel.BinaryOp;
import org.rnn4j.core.kernel.Kernels;
import org.rnn4j.core.kernel.Matrix;
import org.rnn4j.core.kernel.PackedWeights;
import org.rnn4j.core.kernel.PanelLayout;

/**
 * All parameters in one float array, and their packed forms, made anew when the numbers change.
 *
 * <p>A matrix that is looked up by index stands column by column, so that a look-up reads neighbouring numbers. The
 * gradient of a large one that is used in no other way is a {@link RowGradient}.
 */
final class SimdWeights implements Weights {
    private final List<Parameter> parameters;
    private final Tables tables;
    private final Map<String, Parameter> byName = new LinkedHashMap<>();
    private final Map<String, Numbers> numbers = new LinkedHashMap<>();
    private final float[] data;
    private final Kernels kernels;
    private final WorkerPool pool;
    private final Map<String, RowGradient> rowGradients = new HashMap<>();
    /** True if some numbers are cleared. */
    private boolean cleared;

    private final Map<PackSpec, Pack> packs = new HashMap<>();
    private final AtomicInteger version = new AtomicInteger();

    /**
     * How matrices are looked up.
     *
     * @param lookedUp those that are
     * @param onlyLookedUp those that are used in no other way
     */
    record Tables(Set<String> lookedUp, Set<String> onlyLookedUp) {}

    /** The numbers of one parameter. */
    static final class Numbers {
        private final Matrix stored;
        private boolean cleared;

        private Numbers(Matrix stored) {
            this.stored = stored;
        }

        /** Where they begin in the array of all. */
        int offset() {
            return stored.offset();
        }

        /** The numbers as they stand: [rows, columns], or [columns, rows] where they stand column by column. */
        Matrix stored() {
            return stored;
        }

        /** True if they are zero, and the array does not say so yet: what comes next is written, not added. */
        boolean isCleared() {
            return cleared;
        }

        /** Says that all of them have been written. */
        void written() {
            cleared = false;
        }

        /** Writes the zeros of numbers that are cleared. */
        void writeZeros() {
            int end = offset() + stored.rows() * stored.columns();
            if (cleared) Arrays.fill(stored.array(), offset(), end, 0);
            cleared = false;
        }
    }

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
    SimdWeights(List<Parameter> parameters, Tables tables, Kernels kernels) {
        this(parameters, tables, kernels, new WorkerPool(kernels, 1), false);
    }

    private SimdWeights(
            List<Parameter> parameters, Tables tables, Kernels kernels, WorkerPool pool, boolean areGradients) {
        this.pool = pool;
        this.parameters = List.copyOf(parameters);
        this.tables = tables;
        this.kernels = kernels;
        Map<String, Integer> offsets = new LinkedHashMap<>();
        int length = PanelLayout.ALIGNED_OFFSET;
        for (Parameter parameter : parameters) {
            String name = parameter.name();
            byName.put(name, parameter);
            if (areGradients && tables.onlyLookedUp().contains(name) && parameter.columns() >= RowGradient.MANY) {
                rowGradients.put(name, new RowGradient(parameter.columns(), parameter.rows()));
                continue;
            }
            offsets.put(name, length);
            int padded = (parameter.length() + PanelLayout.WIDTH - 1) / PanelLayout.WIDTH * PanelLayout.WIDTH;
            length = Math.addExact(length, padded);
        }
        data = new float[length];
        offsets.forEach((name, offset) -> {
            Parameter parameter = parameter(name);
            int columns = isByColumn(name) ? parameter.rows() : parameter.columns();
            numbers.put(name, new Numbers(new Matrix(data, offset, storedRows(name), columns)));
        });
    }

    /**
     * The gradients of these weights, all zero.
     *
     * @param workers the threads that make them
     */
    SimdWeights gradients(WorkerPool workers) {
        return new SimdWeights(parameters, tables, kernels, workers, true);
    }

    /** The threads that work on these numbers. */
    WorkerPool pool() {
        return pool;
    }

    /** The gradient of a table as the rows that are not zero, if it is kept like that. */
    Optional<RowGradient> rowGradient(String name) {
        return Optional.ofNullable(rowGradients.get(name));
    }

    @Override
    public List<Parameter> parameters() {
        return parameters;
    }

    /** The numbers of all parameters, without gradients of tables that are kept as rows. */
    float[] data() {
        writeZeros();
        return data;
    }

    /** The numbers of a parameter that is not kept as rows; cleared ones are as they were. */
    Numbers numbers(String name) {
        parameter(name);
        return java.util.Objects.requireNonNull(numbers.get(name), "kept as rows");
    }

    /** Writes the zeros of what has been cleared and not been written since. */
    void writeZeros() {
        if (!cleared) return;
        numbers.values().forEach(Numbers::writeZeros);
        cleared = false;
    }

    /** Where a parameter's numbers begin. */
    int offset(String name) {
        return numbers(name).offset();
    }

    Parameter parameter(String name) {
        Parameter parameter = byName.get(name);
        if (parameter != null) return parameter;
        throw new ShapeException(ErrorMessage.of("No parameter '" + name + "' in this network")
                .choices(name, byName.keySet())
                .toString());
    }

    /** True if a matrix stands column by column. */
    boolean isByColumn(String name) {
        return tables.lookedUp().contains(name);
    }

    /** The rows of a matrix as it stands: its columns if it stands column by column. */
    int storedRows(String name) {
        return isByColumn(name) ? parameter(name).columns() : parameter(name).rows();
    }

    /** The numbers as they stand: [rows, columns], or [columns, rows] where they stand column by column. */
    Matrix stored(String name) {
        writeZeros();
        return numbers(name).stored();
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
        for (int k = 0; k < values.length; k++) values[k] = number(name, position(parameter, k));
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
        for (int k = 0; k < values.length; k++) setNumber(name, position(parameter, k), (float) values[k]);
        touch();
    }

    @Override
    public void read(String name, Line line, double[] into) {
        Parameter parameter = parameter(name);
        for (int k = 0; k < into.length; k++) into[k] = number(name, position(parameter, line, k));
    }

    @Override
    public void add(String name, Line line, double[] values) {
        Parameter parameter = parameter(name);
        for (int k = 0; k < values.length; k++) {
            int position = position(parameter, line, k);
            setNumber(name, position, number(name, position) + (float) values[k]);
        }
        touch();
    }

    /** The number at a position of a parameter as it stands. */
    private float number(String name, int position) {
        RowGradient rows = rowGradients.get(name);
        return rows != null ? rows.get(position) : data()[offset(name) + position];
    }

    private void setNumber(String name, int position, float value) {
        RowGradient rows = rowGradients.get(name);
        if (rows != null) rows.set(position, value);
        else data()[offset(name) + position] = value;
    }

    private int position(Parameter parameter, Line line, int k) {
        int columns = parameter.columns();
        return position(parameter, line.column() ? k * columns + line.index() : line.index() * columns + k);
    }

    private int position(Parameter parameter, int k) {
        if (!isByColumn(parameter.name())) return k;
        return k % parameter.columns() * parameter.rows() + k / parameter.columns();
    }

    @Override
    public void clear() {
        numbers.values().forEach(n -> n.cleared = true);
        cleared = true;
        rowGradients.values().forEach(RowGradient::clear);
        touch();
    }

    @Override
    public void scale(double factor) {
        parameters.forEach(p -> scale(p.name(), factor));
    }

    /** Numbers of a parameter that are kept; others are zero. */
    private record Kept(float[] array, int from, int length) {}

    private Kept kept(String name) {
        RowGradient rows = rowGradients.get(name);
        if (rows == null) return new Kept(data(), offset(name), parameter(name).length());
        return new Kept(rows.numbers().array(), rows.numbers().offset(), rows.length());
    }

    @Override
    public void scale(String name, double factor) {
        Kept x = kept(name);
        kernels.binaryScalar(BinaryOp.MULTIPLY, x.array, x.from, (float) factor, x.array, x.from, x.length);
        touch();
    }

    @Override
    public void limit(double limit) {
        float most = (float) limit;
        for (Parameter parameter : parameters) {
            Kept x = kept(parameter.name());
            kernels.binaryScalar(BinaryOp.MINIMUM, x.array, x.from, most, x.array, x.from, x.length);
            kernels.binaryScalar(BinaryOp.MAXIMUM, x.array, x.from, -most, x.array, x.from, x.length);
        }
        touch();
    }

    @Override
    public double norm(String name, double p) {
        Kept x = kept(name);
        if (p == 2) return Math.sqrt(kernels.sumOfSquares(x.array, x.from, x.length));
        double result = 0;
        for (int k = x.from; k < x.from + x.length; k++) {
            double a = Math.abs(x.array[k]);
            result = Double.isInfinite(p) ? Math.max(result, a) : result + Math.pow(a, p);
        }
        return Double.isInfinite(p) ? result : Math.pow(result, 1 / p);
    }

    @Override
    public boolean isFinite(String name) {
        Kept x = kept(name);
        return kernels.isFinite(x.array, x.from, x.length);
    }
}
