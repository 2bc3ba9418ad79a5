package org.rnn4j.examples.engines;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rnn4j.api.Cell;
import org.rnn4j.api.Layer;
import org.rnn4j.api.expr.Parameter;
import org.rnn4j.core.engine.Weights;
import org.rnn4j.core.trace.FlowTracer;
import org.rnn4j.core.trace.SequenceGraph;

/**
 * A network to try.
 *
 * @param name for messages
 * @param inputSize elements a step, or size of the vocabulary
 * @param oneHot true if it reads indices
 * @param layers one on the other
 */
record Model(String name, int inputSize, boolean oneHot, List<Layer> layers) {

    /** A cell that reads vectors or indices. */
    static Model of(String name, int inputSize, boolean oneHot, Cell cell) {
        return new Model(name, inputSize, oneHot, List.of((flow, x) -> flow.scan(cell, x)));
    }

    /** The traced network. */
    SequenceGraph graph() {
        Map<String, Layer> named = new LinkedHashMap<>();
        for (Layer layer : layers) named.put("layers." + named.size(), layer);
        return FlowTracer.trace(named, inputSize, oneHot);
    }

    /** Sets all weights so that values stay of size 1, whatever the sizes are. */
    static void draw(Weights weights) {
        for (Parameter p : weights.parameters()) {
            double[] values = Numbers.gaussian(p.name(), p.length(), 0.7 / Math.sqrt(p.columns()));
            weights.set(p.name(), values);
        }
    }

    @Override
    public String toString() {
        return name + ", " + inputSize + (oneHot ? " symbols" : " numbers");
    }
}
