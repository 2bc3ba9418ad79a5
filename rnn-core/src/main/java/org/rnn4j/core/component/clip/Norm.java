package org.rnn4j.core.component.clip;

/**
 * How long a vector is.
 *
 * <p>A norm is gathered in parts: {@link #gather} takes in one element, {@link #join} two parts, {@link #finish} ends.
 */
public enum Norm {
    /** Σ |g|. */
    L1,
    /** √ Σ g². */
    L2,
    /** The largest |g|. */
    MAX;

    /** A part, 0 at first, with one more element. */
    public double gather(double part, double element) {
        return switch (this) {
            case L1 -> part + Math.abs(element);
            case L2 -> part + element * element;
            case MAX -> Math.max(part, Math.abs(element));
        };
    }

    /** Two parts as one. */
    public double join(double part, double other) {
        return this == MAX ? Math.max(part, other) : part + other;
    }

    /** The norm of all that a part has gathered. */
    public double finish(double part) {
        return this == L2 ? Math.sqrt(part) : part;
    }

    /** The norm of some numbers; of the norms of parts, the norm of the whole. */
    public double of(double... numbers) {
        double part = 0;
        for (double number : numbers) part = gather(part, number);
        return finish(part);
    }

    /** p of the p-norm: 1, 2 or infinity. */
    public double order() {
        return switch (this) {
            case L1 -> 1;
            case L2 -> 2;
            case MAX -> Double.POSITIVE_INFINITY;
        };
    }

    /** The name in a configuration. */
    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
