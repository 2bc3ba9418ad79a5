package org.rnn4j.core.kernel.vector;

import static org.rnn4j.core.kernel.Approximations.*;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.rnn4j.core.kernel.Panels;

/** The functions of {@link org.rnn4j.core.kernel.FloatMath}, line by line, over a whole number of registers. */
final class FunctionLoops {
    // Implementation note. About 40 calls of the Vector API is what one method can hold: with a few more, JDK 17 now
    // and then
    // leaves one vector of each round on the heap, for the life of the process, three times slower.
    private static final VectorSpecies<Float> LANES = VectorWidth.LANES;

    private FunctionLoops() {}

    static void exp(float[] as, int aAt, float[] out, int outAt, int n) {
        for (int i = 0; i < n; i += LANES.length()) {
            FloatVector x = FloatVector.fromArray(LANES, as, aAt + i);
            FloatVector t = x.fma(FloatVector.broadcast(LANES, LOG2_E), FloatVector.broadcast(LANES, ROUND));
            FloatVector m = t.sub(ROUND);
            FloatVector r = m.fma(FloatVector.broadcast(LANES, -LN2_HIGH), x);
            r = m.fma(FloatVector.broadcast(LANES, -LN2_LOW), r);
            FloatVector p = r.fma(FloatVector.broadcast(LANES, E4), FloatVector.broadcast(LANES, E3));
            p = p.fma(r, FloatVector.broadcast(LANES, E2));
            p = p.fma(r, FloatVector.broadcast(LANES, E1));
            p = p.fma(r, FloatVector.broadcast(LANES, E0));
            p = p.fma(r.mul(r), r).add(1f);
            IntVector exponent = t.reinterpretAsInts().lanewise(VectorOperators.LSHL, 23);
            FloatVector y = p.reinterpretAsInts().add(exponent).reinterpretAsFloats();
            y = x.add(Float.POSITIVE_INFINITY).blend(y, x.compare(VectorOperators.LE, EXP_MAX));
            y.blend(0f, x.compare(VectorOperators.LT, EXP_MIN)).intoArray(out, outAt + i);
        }
    }

    static void exp(Panels a, Panels out, int panels, int n) {
        for (int p = 0; p < panels; p++) {
            exp(a.array, a.panel(p), out.array, out.panel(p), n);
        }
    }

    static void sigmoid(float[] as, int aAt, float[] out, int outAt, int n) {
        for (int i = 0; i < n; i += LANES.length()) {
            FloatVector x = FloatVector.fromArray(LANES, as, aAt + i).neg();
            FloatVector t = x.fma(FloatVector.broadcast(LANES, LOG2_E), FloatVector.broadcast(LANES, ROUND));
            FloatVector m = t.sub(ROUND);
            FloatVector r = m.fma(FloatVector.broadcast(LANES, -LN2_HIGH), x);
            r = m.fma(FloatVector.broadcast(LANES, -LN2_LOW), r);
            FloatVector p = r.fma(FloatVector.broadcast(LANES, E4), FloatVector.broadcast(LANES, E3));
            p = p.fma(r, FloatVector.broadcast(LANES, E2));
            p = p.fma(r, FloatVector.broadcast(LANES, E1));
            p = p.fma(r, FloatVector.broadcast(LANES, E0));
            p = p.fma(r.mul(r), r).add(1f);
            IntVector exponent = t.reinterpretAsInts().lanewise(VectorOperators.LSHL, 23);
            FloatVector y = p.reinterpretAsInts().add(exponent).reinterpretAsFloats();
            y = x.add(Float.POSITIVE_INFINITY).blend(y, x.compare(VectorOperators.LE, EXP_MAX));
            y = y.blend(0f, x.compare(VectorOperators.LT, EXP_MIN));
            FloatVector.broadcast(LANES, 1f).div(y.add(1f)).intoArray(out, outAt + i);
        }
    }

    static void sigmoid(Panels a, Panels out, int panels, int n) {
        for (int p = 0; p < panels; p++) {
            sigmoid(a.array, a.panel(p), out.array, out.panel(p), n);
        }
    }

    static void tanh(float[] as, int aAt, float[] out, int outAt, int n) {
        for (int i = 0; i < n; i += LANES.length()) {
            FloatVector x = FloatVector.fromArray(LANES, as, aAt + i);
            FloatVector z = x.mul(x);
            FloatVector p = z.fma(FloatVector.broadcast(LANES, P4), FloatVector.broadcast(LANES, P3));
            FloatVector q = z.fma(FloatVector.broadcast(LANES, Q4), FloatVector.broadcast(LANES, Q3));
            p = p.fma(z, FloatVector.broadcast(LANES, P2));
            q = q.fma(z, FloatVector.broadcast(LANES, Q2));
            p = p.fma(z, FloatVector.broadcast(LANES, P1));
            q = q.fma(z, FloatVector.broadcast(LANES, Q1));
            p = p.fma(z, FloatVector.broadcast(LANES, 1f));
            q = q.fma(z, FloatVector.broadcast(LANES, 1f));
            FloatVector y = x.mul(p).div(q);
            y = y.blend(1f, x.compare(VectorOperators.GT, TANH_MAX));
            y.blend(-1f, x.compare(VectorOperators.LT, -TANH_MAX)).intoArray(out, outAt + i);
        }
    }

    static void tanh(Panels a, Panels out, int panels, int n) {
        for (int p = 0; p < panels; p++) {
            tanh(a.array, a.panel(p), out.array, out.panel(p), n);
        }
    }

    static void log(float[] as, int aAt, float[] out, int outAt, int n) {
        for (int i = 0; i < n; i += LANES.length()) {
            FloatVector x = FloatVector.fromArray(LANES, as, aAt + i);
            IntVector bits = x.reinterpretAsInts().max(MIN_NORMAL_BITS).sub(SQRT_HALF_BITS);
            IntVector rounded = bits.lanewise(VectorOperators.ASHR, 23).add(ROUND_BITS);
            FloatVector e = rounded.reinterpretAsFloats().sub(ROUND);
            IntVector mantissa = bits.and(MANTISSA).add(SQRT_HALF_BITS);
            FloatVector f = mantissa.reinterpretAsFloats().sub(1f);
            FloatVector p = f.fma(FloatVector.broadcast(LANES, L7), FloatVector.broadcast(LANES, L6));
            p = p.fma(f, FloatVector.broadcast(LANES, L5));
            p = p.fma(f, FloatVector.broadcast(LANES, L4));
            p = p.fma(f, FloatVector.broadcast(LANES, L3));
            p = p.fma(f, FloatVector.broadcast(LANES, L2));
            p = p.fma(f, FloatVector.broadcast(LANES, L1));
            p = p.fma(f, FloatVector.broadcast(LANES, L0));
            FloatVector z = f.mul(f);
            FloatVector y = e.fma(FloatVector.broadcast(LANES, LN2_LOW), p.mul(z.mul(f)));
            y = f.add(z.fma(FloatVector.broadcast(LANES, -0.5f), y));
            y = e.fma(FloatVector.broadcast(LANES, LN2_HIGH), y);
            y = x.blend(y, x.compare(VectorOperators.LT, Float.POSITIVE_INFINITY));
            y = y.blend(Float.NEGATIVE_INFINITY, x.compare(VectorOperators.EQ, 0f));
            y.blend(Float.NaN, x.compare(VectorOperators.LT, 0f)).intoArray(out, outAt + i);
        }
    }

    static void log(Panels a, Panels out, int panels, int n) {
        for (int p = 0; p < panels; p++) {
            log(a.array, a.panel(p), out.array, out.panel(p), n);
        }
    }

    static void softplus(float[] as, int aAt, float[] out, int outAt, int n) {
        for (int i = 0; i < n; i += LANES.length()) {
            FloatVector a = FloatVector.fromArray(LANES, as, aAt + i);
            FloatVector x = a.abs().neg();
            FloatVector t = x.fma(FloatVector.broadcast(LANES, LOG2_E), FloatVector.broadcast(LANES, ROUND));
            FloatVector m = t.sub(ROUND);
            FloatVector r = m.fma(FloatVector.broadcast(LANES, -LN2_HIGH), x);
            r = m.fma(FloatVector.broadcast(LANES, -LN2_LOW), r);
            FloatVector p = r.fma(FloatVector.broadcast(LANES, E4), FloatVector.broadcast(LANES, E3));
            p = p.fma(r, FloatVector.broadcast(LANES, E2));
            p = p.fma(r, FloatVector.broadcast(LANES, E1));
            p = p.fma(r, FloatVector.broadcast(LANES, E0));
            p = p.fma(r.mul(r), r).add(1f);
            IntVector exponent = t.reinterpretAsInts().lanewise(VectorOperators.LSHL, 23);
            FloatVector e = p.reinterpretAsInts().add(exponent).reinterpretAsFloats();
            e = e.blend(0f, x.compare(VectorOperators.LT, EXP_MIN));
            FloatVector s = e.div(e.add(2f));
            FloatVector z = s.mul(s);
            FloatVector q = z.fma(FloatVector.broadcast(LANES, A3), FloatVector.broadcast(LANES, A2));
            q = q.fma(z, FloatVector.broadcast(LANES, A1));
            q = q.fma(z, FloatVector.broadcast(LANES, A0));
            FloatVector twice = s.add(s);
            FloatVector positive = a.blend(0f, a.compare(VectorOperators.LE, 0f));
            twice.mul(z).fma(q, twice).add(positive).intoArray(out, outAt + i);
        }
    }

    static void softplus(Panels a, Panels out, int panels, int n) {
        for (int p = 0; p < panels; p++) {
            softplus(a.array, a.panel(p), out.array, out.panel(p), n);
        }
    }
}
