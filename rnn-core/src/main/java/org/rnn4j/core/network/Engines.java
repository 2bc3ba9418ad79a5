package org.rnn4j.core.network;

import org.rnn4j.core.engine.Engine;
import org.rnn4j.core.engine.Precision;
import org.rnn4j.core.engine.reference.ReferenceEngine;
import org.rnn4j.core.engine.simd.SimdEngine;

/** Finds the engine that computes in a precision. */
public final class Engines {
    private Engines() {}

    /** The engine of a precision. */
    public static Engine of(Precision precision) {
        return switch (precision) {
            case FLOAT64 -> new ReferenceEngine();
            case FLOAT32 -> new SimdEngine();
        };
    }
}
