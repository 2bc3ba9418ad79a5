package org.rnn4j.core.kernel.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.rnn4j.core.kernel.Panels;

/**
 * Elementwise functions of one array, over a whole number of registers.
 *
 * <p>Written by {@code LoopSource}, among the tests, which compare this file with what it writes.
 */
final class UnaryLoops {
    private static final VectorSpecies<Float> LANES = VectorWidth.LANES;

    private UnaryLoops() {}

    static void negate(float[] as, int aAt, float[] out, int outAt, int n) {
        for (int i = 0; i < n; i += LANES.length()) {
            FloatVector a = FloatVector.fromArray(LANES, as, aAt + i);
            FloatVector result = a.neg();
            result.intoArray(out, outAt + i);
        }
    }

    static void negate(Panels a, Panels out, int panels, int n) {
        for (int p = 0; p < panels; p++) {
            negate(a.array, a.panel(p), out.array, out.panel(p), n);
        }
    }

    static void abs(float[] as, int aAt, float[] out, int outAt, int n) {
        for (int i = 0; i < n; i += LANES.length()) {
            FloatVector a = FloatVector.fromArray(LANES, as, aAt + i);
            FloatVector result = a.abs();
            result.intoArray(out, outAt + i);
        }
    }

    static void abs(Panels a, Panels out, int panels, int n) {
        for (int p = 0; p < panels; p++) {
            abs(a.array, a.panel(p), out.array, out.panel(p), n);
        }
    }

    static void square(float[] as, int aAt, float[] out, int outAt, int n) {
        for (int i = 0; i < n; i += LANES.length()) {
            FloatVector a = FloatVector.fromArray(LANES, as, aAt + i);
            FloatVector result = a.mul(a);
            result.intoArray(out, outAt + i);
        }
    }

    static void square(Panels a, Panels out, int panels, int n) {
        for (int p = 0; p < panels; p++) {
            square(a.array, a.panel(p), out.array, out.panel(p), n);
        }
    }

    static void sqrt(float[] as, int aAt, float[] out, int outAt, int n) {
        for (int i = 0; i < n; i += LANES.length()) {
            FloatVector a = FloatVector.fromArray(LANES, as, aAt + i);
            FloatVector result = a.sqrt();
            result.intoArray(out, outAt + i);
        }
    }

    static void sqrt(Panels a, Panels out, int panels, int n) {
        for (int p = 0; p < panels; p++) {
            sqrt(a.array, a.panel(p), out.array, out.panel(p), n);
        }
    }

    static void reciprocal(float[] as, int aAt, float[] out, int outAt, int n) {
        FloatVector one = FloatVector.broadcast(LANES, 1f);
        for (int i = 0; i < n; i += LANES.length()) {
            FloatVector a = FloatVector.fromArray(LANES, as, aAt + i);
            FloatVector result = one.div(a);
            result.intoArray(out, outAt + i);
        }
    }

    static void reciprocal(Panels a, Panels out, int panels, int n) {
        for (int p = 0; p < panels; p++) {
            reciprocal(a.array, a.panel(p), out.array, out.panel(p), n);
        }
    }

    static void oneMinus(float[] as, int aAt, float[] out, int outAt, int n) {
        FloatVector one = FloatVector.broadcast(LANES, 1f);
        for (int i = 0; i < n; i += LANES.length()) {
            FloatVector a = FloatVector.fromArray(LANES, as, aAt + i);
            FloatVector result = one.sub(a);
            result.intoArray(out, outAt + i);
        }
    }

    static void oneMinus(Panels a, Panels out, int panels, int n) {
        for (int p = 0; p < panels; p++) {
            oneMinus(a.array, a.panel(p), out.array, out.panel(p), n);
        }
    }

    static void relu(float[] as, int aAt, float[] out, int outAt, int n) {
        for (int i = 0; i < n; i += LANES.length()) {
            FloatVector a = FloatVector.fromArray(LANES, as, aAt + i);
            FloatVector result = a.blend(0f, a.compare(VectorOperators.LE, 0f));
            result.intoArray(out, outAt + i);
        }
    }

    static void relu(Panels a, Panels out, int panels, int n) {
        for (int p = 0; p < panels; p++) {
            relu(a.array, a.panel(p), out.array, out.panel(p), n);
        }
    }
}
