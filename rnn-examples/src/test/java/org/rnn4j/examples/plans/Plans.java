package org.rnn4j.examples.plans;

import java.util.Map;
import java.util.Optional;
import org.rnn4j.api.Cell;
import org.rnn4j.api.Layer;
import org.rnn4j.core.engine.Engine;
import org.rnn4j.core.engine.simd.SimdEngine;
import org.rnn4j.core.trace.FlowTracer;

/** The printed plans of small networks. */
final class Plans {
    private Plans() {}

    /** The plan of a cell that reads ten numbers. */
    static String of(Cell cell) {
        return of((flow, x) -> flow.scan(cell, x));
    }

    /** The plan of a layer that reads ten numbers. */
    static String of(Layer layer) {
        return of(layer, 10, false);
    }

    /** The plan of a layer. */
    static String of(Layer layer, int inputSize, boolean oneHot) {
        Engine.Options options = new Engine.Options(Optional.empty(), true, 1);
        return new SimdEngine()
                .compile(FlowTracer.trace(Map.of("layers.0", layer), inputSize, oneHot), options)
                .describe();
    }
}
