package org.rnn4j.core.engine.simd;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rnn4j.api.Optimizer;
import org.rnn4j.api.expr.Parameter;
import org.rnn4j.core.engine.Updater;
import org.rnn4j.core.engine.Weights;
import org.rnn4j.core.trace.TracedUpdate;

/**
 * Updates all parameters by an optimizer's equations, block by block; the threads that made the gradients share the blocks.
 */
final class SimdUpdater implements Updater {
    /** Elements that one task takes: what is read and written of them fits into a core's cache. */
    private static final int SPAN = 1 << 13;

    private record Task(UpdateCode code, int from, int to) {}

    private final SimdWeights weights;
    private final List<UpdateCode> codes = new ArrayList<>();
    private final List<Task> tasks = new ArrayList<>();
    private long updates;

    SimdUpdater(Optimizer optimizer, SimdWeights weights) {
        this.weights = weights;
        for (Parameter parameter : weights.parameters()) {
            UpdateCode code = new UpdateCode(parameter, TracedUpdate.trace(optimizer, parameter));
            codes.add(code);
            for (int from = 0; from < parameter.length(); from += SPAN) {
                tasks.add(new Task(code, from, Math.min(parameter.length(), from + SPAN)));
            }
        }
    }

    @Override
    public void update(Weights gradients, double learningRate) {
        updates++;
        SimdWeights g = (SimdWeights) gradients;
        for (UpdateCode code : codes) code.begin(weights, g, updates, learningRate);
        g.pool().runOwn(tasks.size(), this::run);
        for (UpdateCode code : codes) code.end();
        weights.touch();
    }

    private void run(int number, Worker worker) {
        Task task = tasks.get(number);
        task.code().run(weights, task.from(), task.to(), worker);
    }

    @Override
    public long updates() {
        return updates;
    }

    @Override
    public Map<String, double[]> states() {
        Map<String, double[]> all = new LinkedHashMap<>();
        codes.forEach(c ->
                c.states().forEach((name, values) -> all.put(c.parameter().name() + "/" + name, values)));
        return all;
    }

    @Override
    public void restore(long updatesSoFar, Map<String, double[]> states) {
        updates = updatesSoFar;
        for (UpdateCode code : codes) {
            Map<String, double[]> own = new HashMap<>();
            String prefix = code.parameter().name() + "/";
            states.forEach((name, values) -> {
                if (name.startsWith(prefix)) own.put(name.substring(prefix.length()), values);
            });
            code.restore(own);
        }
    }
}
