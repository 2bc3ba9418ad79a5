package org.rnn4j.core.engine.simd;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.ModelFormatException;
import org.rnn4j.api.expr.Parameter;
import org.rnn4j.api.expr.Source;
import org.rnn4j.core.kernel.PanelLayout;
import org.rnn4j.core.plan.Item;
import org.rnn4j.core.plan.Phase;
import org.rnn4j.core.plan.Pipeline;
import org.rnn4j.core.plan.StepPlan;
import org.rnn4j.core.plan.Uniforms;
import org.rnn4j.core.plan.Work;
import org.rnn4j.core.trace.StepGraph;
import org.rnn4j.core.trace.TracedUpdate;

/**
 * The update of one parameter: its equations, run over blocks of elements that stay in the cache, and the optimizer's
 * states. Numbers that are the same for all elements are worked out once, in float64.
 *
 * <p>An update is {@link #begin}, then {@link #run} for all elements, which several threads may share, then {@link #end}.
 */
final class UpdateCode {
    private static final int BLOCK = 512;

    private record PointWork(PointKernel kernel, int target, int[] operands) {}

    private final Parameter parameter;
    private final List<Item> items;
    private final List<PointWork> work = new ArrayList<>();
    private final Map<String, float[]> vectors = new LinkedHashMap<>();
    private final List<StepGraph.State> uniform;
    private final double[] scalars;
    private final double[] nextScalars;
    private final ToDoubleFunction<String> sources = this::source;
    private double stepNumber;
    private double rate;
    private final int[] ofParameter;
    private final boolean[] isGradient;
    private final boolean leavesAloneWhatHasNoGradient;
    private final int[] stored;
    private final float[][] states;
    private final int result;
    /** Where an item's elements stand: in an array from a place on, in a worker's scratch memory, or it is a number. */
    private final float[][] arrays;

    private final int[] places;
    private final float[] numbers;
    private final int scratchLength;
    private final int gradientScratch;
    private float[] gradients = new float[0];
    private int gradientsFrom;
    private Optional<RowGradient> rowGradient = Optional.empty();

    UpdateCode(Parameter parameter, StepGraph graph) {
        this.parameter = parameter;
        this.leavesAloneWhatHasNoGradient = TracedUpdate.leavesAloneWhatHasNoGradient(graph);
        StepPlan plan = Pipeline.forward(graph, java.util.Set.of());
        this.items = plan.items();
        arrays = new float[items.size()][];
        places = new int[items.size()];
        numbers = new float[items.size()];
        for (StepGraph.State state : graph.states()) {
            if (!isUniform(state)) {
                float[] values = new float[PanelLayout.ALIGNED_OFFSET + parameter.length()];
                Arrays.fill(values, (float) state.initial().value());
                vectors.put(state.name(), values);
            }
        }
        int scratch = 0;
        for (Phase phase : Phase.values()) {
            for (Work each : plan.work(phase)) {
                if (!(each instanceof Work.Fused fused)) throw new AssertionError("not element-wise: " + each);
                for (Item item : fused.points()) {
                    int[] operands =
                            item.operands().stream().mapToInt(items::indexOf).toArray();
                    work.add(new PointWork(new PointKernel(item.op()), items.indexOf(item), operands));
                    places[items.indexOf(item)] = PanelLayout.ALIGNED_OFFSET + scratch++ * BLOCK;
                }
            }
        }
        isGradient = new boolean[items.size()];
        int[] inputs = indices(Source.Kind.INPUT);
        for (int k : inputs)
            isGradient[k] = items.get(k).origin().detail(Source.class).index() == 1;
        ofParameter = Arrays.stream(inputs).filter(k -> !isGradient[k]).toArray();
        for (int k : indices(Source.Kind.PREVIOUS)) {
            String name = items.get(k).origin().detail(Source.class).name();
            arrays[k] = java.util.Objects.requireNonNull(vectors.get(name));
            places[k] = PanelLayout.ALIGNED_OFFSET;
        }
        gradientScratch = PanelLayout.ALIGNED_OFFSET + scratch * BLOCK;
        scratchLength = gradientScratch + BLOCK;
        uniform = graph.states().stream().filter(UpdateCode::isUniform).toList();
        scalars = uniform.stream().mapToDouble(s -> s.initial().value()).toArray();
        nextScalars = new double[scalars.length];
        List<StepGraph.State> kept =
                graph.states().stream().filter(s -> !isUniform(s)).toList();
        stored = kept.stream().mapToInt(s -> items.indexOf(plan.root(s.next()))).toArray();
        states = kept.stream()
                .map(s -> java.util.Objects.requireNonNull(vectors.get(s.name())))
                .toArray(float[][]::new);
        result = items.indexOf(plan.root(graph.result(TracedUpdate.PARAMETER)));
    }

    private int[] indices(Source.Kind kind) {
        return IntStream.range(0, items.size())
                .filter(k -> items.get(k).kind() == Item.Kind.GIVEN)
                .filter(k -> items.get(k).origin().detail(Source.class).kind() == kind)
                .toArray();
    }

    /** The number of the update, the learning rate, or a state that is one number. */
    private double source(String name) {
        for (int k = 0; k < scalars.length; k++) {
            if (uniform.get(k).name().equals(name)) return scalars[k];
        }
        if (name.equals(TracedUpdate.STEP_NUMBER)) return stepNumber;
        if (name.equals(TracedUpdate.LEARNING_RATE)) return rate;
        throw new AssertionError("no number for " + name);
    }

    private static boolean isUniform(StepGraph.State state) {
        return state.previous().detail(Source.class).kind() == Source.Kind.UNIFORM;
    }

    Parameter parameter() {
        return parameter;
    }

    /** Works out the numbers of an update, and points the parameter and its gradient to their elements. */
    void begin(SimdWeights weights, SimdWeights allGradients, long step, double learningRate) {
        stepNumber = step;
        rate = learningRate;
        for (int k = 0; k < items.size(); k++) {
            if (items.get(k).kind() == Item.Kind.UNIFORM) {
                numbers[k] = (float) Uniforms.evaluate(items.get(k).origin(), sources);
            }
        }
        for (int k : ofParameter) {
            arrays[k] = weights.data();
            places[k] = weights.offset(parameter.name());
        }
        rowGradient = allGradients.rowGradient(parameter.name());
        if (rowGradient.isPresent()) return;
        gradients = allGradients.data();
        gradientsFrom = allGradients.offset(parameter.name());
    }

    /** Updates the elements from one to before another. */
    void run(SimdWeights weights, int from, int to, Worker worker) {
        if (rowGradient.isPresent() && leavesAloneWhatHasNoGradient) {
            runHeld(rowGradient.get(), weights, from, to, worker);
            return;
        }
        for (int start = from; start < to; start += BLOCK) {
            int n = Math.min(BLOCK, to - start);
            if (rowGradient.isPresent()) {
                float[] scratch = worker.updateScratch(scratchLength);
                rowGradient.get().read(start, n, scratch, gradientScratch);
                runBlock(weights, start, n, scratch, gradientScratch, worker);
            } else {
                runBlock(weights, start, n, gradients, gradientsFrom + start, worker);
            }
        }
    }

    /** Updates those of some elements that have a gradient. */
    private void runHeld(RowGradient rows, SimdWeights weights, int from, int to, Worker worker) {
        int columns = rows.columns();
        for (int row = from / columns; row * columns < to; row++) {
            int gradient = rows.find(row);
            if (gradient < 0) continue;
            int first = Math.max(from, row * columns);
            int end = Math.min(to, (row + 1) * columns);
            for (int start = first; start < end; start += BLOCK) {
                int at = gradient + start - row * columns;
                runBlock(
                        weights,
                        start,
                        Math.min(BLOCK, end - start),
                        rows.numbers().array(),
                        at,
                        worker);
            }
        }
    }

    /** Updates n elements whose gradients begin at a place of an array. */
    private void runBlock(SimdWeights weights, int start, int n, float[] gradient, int gradientAt, Worker worker) {
        float[] scratch = worker.updateScratch(scratchLength);
        for (PointWork each : work) {
            int[] operands = each.operands();
            for (int k = 0; k < operands.length; k++) {
                Argument argument = worker.arguments[k];
                int operand = operands[k];
                if (isGradient[operand]) argument.full(gradient, gradientAt, 0);
                else if (arrays[operand] != null) argument.full(arrays[operand], places[operand] + start, 0);
                else if (places[operand] > 0) argument.full(scratch, places[operand], 0);
                else argument.number(numbers[operand]);
            }
            each.kernel().run(worker, worker.c.set(scratch, places[each.target()], 0), 1, n);
        }
        for (int k = 0; k < stored.length; k++) {
            copy(stored[k], start, n, gradient, gradientAt, scratch, states[k], PanelLayout.ALIGNED_OFFSET + start);
        }
        int to = weights.offset(parameter.name()) + start;
        copy(result, start, n, gradient, gradientAt, scratch, weights.data(), to);
    }

    private void copy(
            int item, int start, int n, float[] gradient, int gradientAt, float[] scratch, float[] target, int at) {
        if (isGradient[item]) System.arraycopy(gradient, gradientAt, target, at, n);
        else if (arrays[item] != null) System.arraycopy(arrays[item], places[item] + start, target, at, n);
        else System.arraycopy(scratch, places[item], target, at, n);
    }

    /** Ends an update: states that are one number go on. */
    void end() {
        for (int k = 0; k < scalars.length; k++)
            nextScalars[k] = Uniforms.evaluate(uniform.get(k).next(), sources);
        System.arraycopy(nextScalars, 0, scalars, 0, scalars.length);
    }

    Map<String, double[]> states() {
        Map<String, double[]> all = new LinkedHashMap<>();
        vectors.forEach((name, values) -> {
            double[] copy = new double[parameter.length()];
            Arrays.setAll(copy, k -> values[PanelLayout.ALIGNED_OFFSET + k]);
            all.put(name, copy);
        });
        for (int k = 0; k < scalars.length; k++) all.put(uniform.get(k).name(), new double[] {scalars[k]});
        return all;
    }

    void restore(Map<String, double[]> states) {
        vectors.forEach((name, values) -> {
            double[] given = required(states, name, parameter.length());
            for (int k = 0; k < given.length; k++) values[PanelLayout.ALIGNED_OFFSET + k] = (float) given[k];
        });
        for (int k = 0; k < scalars.length; k++)
            scalars[k] = required(states, uniform.get(k).name(), 1)[0];
    }

    private double[] required(Map<String, double[]> states, String name, int length) {
        Optional<double[]> given = Optional.ofNullable(states.get(name));
        if (given.isPresent() && given.get().length == length) return given.get();
        throw new ModelFormatException(ErrorMessage.of("The optimizer's state does not fit")
                .fact("state", parameter.name() + "/" + name)
                .fact("needed", length + " numbers")
                .fact("given", given.map(g -> g.length + " numbers").orElse("nothing"))
                .fix("continue with the optimizer that the checkpoint was made with")
                .toString());
    }
}
