package org.rnn4j.core.kernel.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

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

    static void abs(float[] as, int aAt, float[] out, int outAt, int n) {
        for (int i = 0; i < n; i += LANES.length()) {
            FloatVector a = FloatVector.fromArray(LANES, as, aAt + i);
            FloatVector result = a.abs();
            result.intoArray(out, outAt + i);
        }
    }

    static void square(float[] as, int aAt, float[] out, int outAt, int n) {
        for (int i = 0; i < n; i += LANES.length()) {
            FloatVector a = FloatVector.fromArray(LANES, as, aAt + i);
            FloatVector result = a.mul(a);
            result.intoArray(out, outAt + i);
        }
    }

    static void sqrt(float[] as, int aAt, float[] out, int outAt, int n) {
        for (int i = 0; i < n; i += LANES.length()) {
            FloatVector a = FloatVector.fromArray(LANES, as, aAt + i);
            FloatVector result = a.sqrt();
            result.intoArray(out, outAt + i);
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

    static void oneMinus(float[] as, int aAt, float[] out, int outAt, int n) {
        FloatVector one = FloatVector.broadcast(LANES, 1f);
        for (int i = 0; i < n; i += LANES.length()) {
            FloatVector a = FloatVector.fromArray(LANES, as, aAt + i);
            FloatVector result = one.sub(a);
            result.intoArray(out, outAt + i);
        }
    }

    static void relu(float[] as, int aAt, float[] out, int outAt, int n) {
        for (int i = 0; i < n; i += LANES.length()) {
            FloatVector a = FloatVector.fromArray(LANES, as, aAt + i);
            FloatVector result = a.blend(0f, a.compare(VectorOperators.LE, 0f));
            result.intoArray(out, outAt + i);
        }
    }
}
