package org.rnn4j.core.kernel.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.rnn4j.core.kernel.Panels;

/**
 * Elementwise functions of an array and a number, over a whole number of registers.
 *
 * <p>Written by {@code LoopSource}, among the tests, which compare this file with what it writes.
 */
final class BinaryScalarLoops {
    private static final VectorSpecies<Float> LANES = VectorWidth.LANES;

    private BinaryScalarLoops() {}

    static void add(float[] as, int aAt, float scalar, float[] out, int outAt, int n) {
        FloatVector b = FloatVector.broadcast(LANES, scalar);
        for (int i = 0; i < n; i += LANES.length()) {
            FloatVector a = FloatVector.fromArray(LANES, as, aAt + i);
            FloatVector result = a.add(b);
            result.intoArray(out, outAt + i);
        }
    }

    static void add(Panels a, float scalar, Panels out, int panels, int n) {
        for (int p = 0; p < panels; p++) {
            add(a.array, a.panel(p), scalar, out.array, out.panel(p), n);
        }
    }

    static void subtract(float[] as, int aAt, float scalar, float[] out, int outAt, int n) {
        FloatVector b = FloatVector.broadcast(LANES, scalar);
        for (int i = 0; i < n; i += LANES.length()) {
            FloatVector a = FloatVector.fromArray(LANES, as, aAt + i);
            FloatVector result = a.sub(b);
            result.intoArray(out, outAt + i);
        }
    }

    static void subtract(Panels a, float scalar, Panels out, int panels, int n) {
        for (int p = 0; p < panels; p++) {
            subtract(a.array, a.panel(p), scalar, out.array, out.panel(p), n);
        }
    }

    static void subtractFrom(float[] as, int aAt, float scalar, float[] out, int outAt, int n) {
        FloatVector b = FloatVector.broadcast(LANES, scalar);
        for (int i = 0; i < n; i += LANES.length()) {
            FloatVector a = FloatVector.fromArray(LANES, as, aAt + i);
            FloatVector result = b.sub(a);
            result.intoArray(out, outAt + i);
        }
    }

    static void subtractFrom(Panels a, float scalar, Panels out, int panels, int n) {
        for (int p = 0; p < panels; p++) {
            subtractFrom(a.array, a.panel(p), scalar, out.array, out.panel(p), n);
        }
    }

    static void multiply(float[] as, int aAt, float scalar, float[] out, int outAt, int n) {
        FloatVector b = FloatVector.broadcast(LANES, scalar);
        for (int i = 0; i < n; i += LANES.length()) {
            FloatVector a = FloatVector.fromArray(LANES, as, aAt + i);
            FloatVector result = a.mul(b);
            result.intoArray(out, outAt + i);
        }
    }

    static void multiply(Panels a, float scalar, Panels out, int panels, int n) {
        for (int p = 0; p < panels; p++) {
            multiply(a.array, a.panel(p), scalar, out.array, out.panel(p), n);
        }
    }

    static void divide(float[] as, int aAt, float scalar, float[] out, int outAt, int n) {
        FloatVector b = FloatVector.broadcast(LANES, scalar);
        for (int i = 0; i < n; i += LANES.length()) {
            FloatVector a = FloatVector.fromArray(LANES, as, aAt + i);
            FloatVector result = a.div(b);
            result.intoArray(out, outAt + i);
        }
    }

    static void divide(Panels a, float scalar, Panels out, int panels, int n) {
        for (int p = 0; p < panels; p++) {
            divide(a.array, a.panel(p), scalar, out.array, out.panel(p), n);
        }
    }

    static void divideInto(float[] as, int aAt, float scalar, float[] out, int outAt, int n) {
        FloatVector b = FloatVector.broadcast(LANES, scalar);
        for (int i = 0; i < n; i += LANES.length()) {
            FloatVector a = FloatVector.fromArray(LANES, as, aAt + i);
            FloatVector result = b.div(a);
            result.intoArray(out, outAt + i);
        }
    }

    static void divideInto(Panels a, float scalar, Panels out, int panels, int n) {
        for (int p = 0; p < panels; p++) {
            divideInto(a.array, a.panel(p), scalar, out.array, out.panel(p), n);
        }
    }

    static void maximum(float[] as, int aAt, float scalar, float[] out, int outAt, int n) {
        FloatVector b = FloatVector.broadcast(LANES, scalar);
        for (int i = 0; i < n; i += LANES.length()) {
            FloatVector a = FloatVector.fromArray(LANES, as, aAt + i);
            FloatVector result = a.max(b);
            result.intoArray(out, outAt + i);
        }
    }

    static void maximum(Panels a, float scalar, Panels out, int panels, int n) {
        for (int p = 0; p < panels; p++) {
            maximum(a.array, a.panel(p), scalar, out.array, out.panel(p), n);
        }
    }

    static void minimum(float[] as, int aAt, float scalar, float[] out, int outAt, int n) {
        FloatVector b = FloatVector.broadcast(LANES, scalar);
        for (int i = 0; i < n; i += LANES.length()) {
            FloatVector a = FloatVector.fromArray(LANES, as, aAt + i);
            FloatVector result = a.min(b);
            result.intoArray(out, outAt + i);
        }
    }

    static void minimum(Panels a, float scalar, Panels out, int panels, int n) {
        for (int p = 0; p < panels; p++) {
            minimum(a.array, a.panel(p), scalar, out.array, out.panel(p), n);
        }
    }

    static void greater(float[] as, int aAt, float scalar, float[] out, int outAt, int n) {
        FloatVector zero = FloatVector.zero(LANES);
        FloatVector b = FloatVector.broadcast(LANES, scalar);
        for (int i = 0; i < n; i += LANES.length()) {
            FloatVector a = FloatVector.fromArray(LANES, as, aAt + i);
            FloatVector result = zero.blend(1f, a.compare(VectorOperators.GT, b));
            result.intoArray(out, outAt + i);
        }
    }

    static void greater(Panels a, float scalar, Panels out, int panels, int n) {
        for (int p = 0; p < panels; p++) {
            greater(a.array, a.panel(p), scalar, out.array, out.panel(p), n);
        }
    }

    static void sigmoidGradient(float[] as, int aAt, float scalar, float[] out, int outAt, int n) {
        FloatVector one = FloatVector.broadcast(LANES, 1f);
        FloatVector b = FloatVector.broadcast(LANES, scalar);
        for (int i = 0; i < n; i += LANES.length()) {
            FloatVector a = FloatVector.fromArray(LANES, as, aAt + i);
            FloatVector result = a.mul(b.mul(one.sub(b)));
            result.intoArray(out, outAt + i);
        }
    }

    static void sigmoidGradient(Panels a, float scalar, Panels out, int panels, int n) {
        for (int p = 0; p < panels; p++) {
            sigmoidGradient(a.array, a.panel(p), scalar, out.array, out.panel(p), n);
        }
    }

    static void tanhGradient(float[] as, int aAt, float scalar, float[] out, int outAt, int n) {
        FloatVector one = FloatVector.broadcast(LANES, 1f);
        FloatVector b = FloatVector.broadcast(LANES, scalar);
        for (int i = 0; i < n; i += LANES.length()) {
            FloatVector a = FloatVector.fromArray(LANES, as, aAt + i);
            FloatVector result = a.mul(b.neg().fma(b, one));
            result.intoArray(out, outAt + i);
        }
    }

    static void tanhGradient(Panels a, float scalar, Panels out, int panels, int n) {
        for (int p = 0; p < panels; p++) {
            tanhGradient(a.array, a.panel(p), scalar, out.array, out.panel(p), n);
        }
    }

    static void reluGradient(float[] as, int aAt, float scalar, float[] out, int outAt, int n) {
        FloatVector zero = FloatVector.zero(LANES);
        FloatVector b = FloatVector.broadcast(LANES, scalar);
        for (int i = 0; i < n; i += LANES.length()) {
            FloatVector a = FloatVector.fromArray(LANES, as, aAt + i);
            FloatVector result = zero.blend(a, b.compare(VectorOperators.GT, 0f));
            result.intoArray(out, outAt + i);
        }
    }

    static void reluGradient(Panels a, float scalar, Panels out, int panels, int n) {
        for (int p = 0; p < panels; p++) {
            reluGradient(a.array, a.panel(p), scalar, out.array, out.panel(p), n);
        }
    }
}
