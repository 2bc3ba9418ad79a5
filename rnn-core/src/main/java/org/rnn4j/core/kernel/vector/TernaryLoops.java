package org.rnn4j.core.kernel.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.rnn4j.core.kernel.Panels;

/**
 * Elementwise functions of three arrays, over a whole number of registers.
 *
 * <p>Written by {@code LoopSource}, among the tests, which compare this file with what it writes.
 */
final class TernaryLoops {
    private static final VectorSpecies<Float> LANES = VectorWidth.LANES;

    private TernaryLoops() {}

    static void select(float[] as, int aAt, float[] bs, int bAt, float[] cs, int cAt, float[] out, int outAt, int n) {
        for (int i = 0; i < n; i += LANES.length()) {
            FloatVector a = FloatVector.fromArray(LANES, as, aAt + i);
            FloatVector b = FloatVector.fromArray(LANES, bs, bAt + i);
            FloatVector c = FloatVector.fromArray(LANES, cs, cAt + i);
            FloatVector result = c.blend(b, a.compare(VectorOperators.GT, 0f));
            result.intoArray(out, outAt + i);
        }
    }

    static void select(Panels a, Panels b, Panels c, Panels out, int panels, int n) {
        for (int p = 0; p < panels; p++) {
            select(a.array, a.panel(p), b.array, b.panel(p), c.array, c.panel(p), out.array, out.panel(p), n);
        }
    }

    static void multiplyAdd(
            float[] as, int aAt, float[] bs, int bAt, float[] cs, int cAt, float[] out, int outAt, int n) {
        for (int i = 0; i < n; i += LANES.length()) {
            FloatVector a = FloatVector.fromArray(LANES, as, aAt + i);
            FloatVector b = FloatVector.fromArray(LANES, bs, bAt + i);
            FloatVector c = FloatVector.fromArray(LANES, cs, cAt + i);
            FloatVector result = a.fma(b, c);
            result.intoArray(out, outAt + i);
        }
    }

    static void multiplyAdd(Panels a, Panels b, Panels c, Panels out, int panels, int n) {
        for (int p = 0; p < panels; p++) {
            multiplyAdd(a.array, a.panel(p), b.array, b.panel(p), c.array, c.panel(p), out.array, out.panel(p), n);
        }
    }

    static void multiplySubtractFrom(
            float[] as, int aAt, float[] bs, int bAt, float[] cs, int cAt, float[] out, int outAt, int n) {
        for (int i = 0; i < n; i += LANES.length()) {
            FloatVector a = FloatVector.fromArray(LANES, as, aAt + i);
            FloatVector b = FloatVector.fromArray(LANES, bs, bAt + i);
            FloatVector c = FloatVector.fromArray(LANES, cs, cAt + i);
            FloatVector result = a.neg().fma(b, c);
            result.intoArray(out, outAt + i);
        }
    }

    static void multiplySubtractFrom(Panels a, Panels b, Panels c, Panels out, int panels, int n) {
        for (int p = 0; p < panels; p++) {
            multiplySubtractFrom(
                    a.array, a.panel(p), b.array, b.panel(p), c.array, c.panel(p), out.array, out.panel(p), n);
        }
    }

    static void sigmoidGradientOfProduct(
            float[] as, int aAt, float[] bs, int bAt, float[] cs, int cAt, float[] out, int outAt, int n) {
        FloatVector one = FloatVector.broadcast(LANES, 1f);
        for (int i = 0; i < n; i += LANES.length()) {
            FloatVector a = FloatVector.fromArray(LANES, as, aAt + i);
            FloatVector b = FloatVector.fromArray(LANES, bs, bAt + i);
            FloatVector c = FloatVector.fromArray(LANES, cs, cAt + i);
            FloatVector result = a.mul(b).mul(c.mul(one.sub(c)));
            result.intoArray(out, outAt + i);
        }
    }

    static void sigmoidGradientOfProduct(Panels a, Panels b, Panels c, Panels out, int panels, int n) {
        for (int p = 0; p < panels; p++) {
            sigmoidGradientOfProduct(
                    a.array, a.panel(p), b.array, b.panel(p), c.array, c.panel(p), out.array, out.panel(p), n);
        }
    }

    static void tanhGradientOfProduct(
            float[] as, int aAt, float[] bs, int bAt, float[] cs, int cAt, float[] out, int outAt, int n) {
        FloatVector one = FloatVector.broadcast(LANES, 1f);
        for (int i = 0; i < n; i += LANES.length()) {
            FloatVector a = FloatVector.fromArray(LANES, as, aAt + i);
            FloatVector b = FloatVector.fromArray(LANES, bs, bAt + i);
            FloatVector c = FloatVector.fromArray(LANES, cs, cAt + i);
            FloatVector result = a.mul(b).mul(c.neg().fma(c, one));
            result.intoArray(out, outAt + i);
        }
    }

    static void tanhGradientOfProduct(Panels a, Panels b, Panels c, Panels out, int panels, int n) {
        for (int p = 0; p < panels; p++) {
            tanhGradientOfProduct(
                    a.array, a.panel(p), b.array, b.panel(p), c.array, c.panel(p), out.array, out.panel(p), n);
        }
    }
}
