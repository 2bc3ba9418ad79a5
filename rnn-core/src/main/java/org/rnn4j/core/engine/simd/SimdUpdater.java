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
import org.rnn4j.core.kernel.Kernels;
import org.rnn4j.core.trace.TracedUpdate;

/** Updates all parameters by an optimizer's equations, block by block. */
final class SimdUpdater implements Updater {
    private final SimdWeights weights;
    private final List<UpdateCode> codes = new ArrayList<>();
    private final Worker worker;
    private long updates;

    SimdUpdater(Optimizer optimizer, SimdWeights weights, Kernels kernels) {
        this.weights = weights;
        this.worker = new Worker(kernels);
        for (Parameter parameter : weights.parameters()) {
            codes.add(new UpdateCode(parameter, TracedUpdate.trace(optimizer, parameter)));
        }
    }

    @Override
    public void update(Weights gradients, double learningRate) {
        updates++;
        SimdWeights g = (SimdWeights) gradients;
        for (UpdateCode code : codes) code.run(weights, g, updates, learningRate, worker);
        weights.touch();
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
