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
    private final int[] stored;
    private final float[][] states;
    private final int result;
    /** Where an item's elements stand: in an array from a place on, in a worker's scratch memory, or it is a number. */
    private final float[][] arrays;

    private final int[] places;
    private final float[] numbers;
    private final int scratchLength;

    UpdateCode(Parameter parameter, StepGraph graph) {
        this.parameter = parameter;
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
        ofParameter = indices(Source.Kind.INPUT);
        for (int k : indices(Source.Kind.PREVIOUS)) {
            String name = items.get(k).origin().detail(Source.class).name();
            arrays[k] = java.util.Objects.requireNonNull(vectors.get(name));
            places[k] = PanelLayout.ALIGNED_OFFSET;
        }
        scratchLength = PanelLayout.ALIGNED_OFFSET + scratch * BLOCK;
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
    void begin(SimdWeights weights, SimdWeights gradients, long step, double learningRate) {
        stepNumber = step;
        rate = learningRate;
        for (int k = 0; k < items.size(); k++) {
            if (items.get(k).kind() == Item.Kind.UNIFORM) {
                numbers[k] = (float) Uniforms.evaluate(items.get(k).origin(), sources);
            }
        }
        for (int k : ofParameter) {
            boolean itself = items.get(k).origin().detail(Source.class).index() == 0;
            arrays[k] = itself ? weights.data() : gradients.data();
            places[k] = weights.offset(parameter.name());
        }
    }

    /** Updates the elements from one to before another. */
    void run(SimdWeights weights, int from, int to, Worker worker) {
        float[] scratch = worker.updateScratch(scratchLength);
        int first = weights.offset(parameter.name());
        for (int start = from; start < to; start += BLOCK) {
            int n = Math.min(BLOCK, to - start);
            for (int k = 0; k < work.size(); k++) run(work.get(k), start, n, scratch, worker);
            for (int k = 0; k < stored.length; k++) {
                copy(stored[k], start, n, scratch, states[k], PanelLayout.ALIGNED_OFFSET + start);
            }
            copy(result, start, n, scratch, weights.data(), first + start);
        }
    }

    private void run(PointWork each, int start, int n, float[] scratch, Worker worker) {
        int[] operands = each.operands();
        for (int k = 0; k < operands.length; k++) {
            int operand = operands[k];
            if (arrays[operand] != null) worker.arguments[k].full(arrays[operand], places[operand] + start, 0);
            else if (places[operand] > 0) worker.arguments[k].full(scratch, places[operand], 0);
            else worker.arguments[k].number(numbers[operand]);
        }
        each.kernel().run(worker, scratch, places[each.target()], 0, 1, n);
    }

    private void copy(int item, int start, int n, float[] scratch, float[] target, int at) {
        boolean outside = arrays[item] != null;
        System.arraycopy(outside ? arrays[item] : scratch, places[item] + (outside ? start : 0), target, at, n);
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
