package org.rnn4j.core.component.clip;

import java.util.List;

/**
 * A bound on gradients, applied between the backward pass and the optimizer.
 *
 * <pre>
 * value:       g' = min(max(g, -max), max)                         each element
 * norm:        g' = min(max / (‖g‖ + 1e-6), 1) g                   each parameter by its own norm
 * global norm: g' = min(max / (‖all gradients‖ + 1e-6), 1) g       all parameters by one norm
 * </pre>
 *
 * <p>Variant: as PyTorch's {@code clip_grad_value_} and {@code clip_grad_norm_}.
 *
 * <p>Edge cases: under a norm, one gradient that is infinite or not a number makes gradients that are not numbers, so that
 * whoever trains notices.
 *
 * <p>Source: Pascanu et al. 2013, arXiv:1211.5063, algorithm 1.
 */
public sealed interface Clip {
    /** Each element by itself. */
    record Value(double max) implements Clip {
        /** Checks the bound. */
        public Value {
            ClipProviders.MAX.checked(max);
        }

        /** The element within the bound. */
        public double clipped(double element) {
            return Math.min(Math.max(element, -max), max);
        }
    }

    /** Each parameter by its norm. */
    record ParameterNorm(double max, Norm norm) implements Clip {
        /** Checks the bound. */
        public ParameterNorm {
            ClipProviders.MAX.checked(max);
        }
    }

    /** All parameters by the norm of all gradients together. */
    record GlobalNorm(double max, Norm norm) implements Clip {
        /** Checks the bound. */
        public GlobalNorm {
            ClipProviders.MAX.checked(max);
        }
    }

    /** Each element within ±max. */
    static Clip value(double max) {
        return new Value(max);
    }

    /** Each parameter's Euclidean norm at most max. */
    static Clip parameterNorm(double max) {
        return new ParameterNorm(max, Norm.L2);
    }

    /** The Euclidean norm of all gradients together at most max. */
    static Clip globalNorm(double max) {
        return new GlobalNorm(max, Norm.L2);
    }

    /** The factor that brings a norm down to a bound. */
    static double factor(double norm, double max) {
        return Math.min(1, max / (norm + 1e-6));
    }

    /** Clips gradients where they stand, one array for each parameter. */
    default void apply(List<double[]> gradients) {
        if (this instanceof Value value) {
            for (double[] g : gradients) {
                for (int k = 0; k < g.length; k++) g[k] = value.clipped(g[k]);
            }
        } else if (this instanceof ParameterNorm each) {
            for (double[] g : gradients) scale(List.of(g), each.norm, each.max);
        } else if (this instanceof GlobalNorm all) {
            scale(gradients, all.norm, all.max);
        }
    }

    private static void scale(List<double[]> gradients, Norm norm, double max) {
        double part = 0;
        for (double[] g : gradients) {
            for (double element : g) part = norm.gather(part, element);
        }
        double factor = factor(norm.finish(part), max);
        for (double[] g : gradients) {
            for (int k = 0; k < g.length; k++) g[k] *= factor;
        }
    }
}
