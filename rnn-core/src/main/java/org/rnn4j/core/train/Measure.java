package org.rnn4j.core.train;

import java.util.Locale;
import org.rnn4j.api.Option;
import org.rnn4j.core.metric.PrecisionRecall;

/** Which number of precision and recall a metric gives. */
public enum Measure {
    /** The harmonic mean of precision and recall. */
    F1,
    /** How much of what was found is right. */
    PRECISION,
    /** How much of what is there was found. */
    RECALL;

    static final Option<Measure> OPTION = Option.choice("measure", "which number is the metric's", Measure.class)
            .orElse(F1);

    double of(PrecisionRecall counts) {
        return switch (this) {
            case F1 -> counts.f1();
            case PRECISION -> counts.precision();
            case RECALL -> counts.recall();
        };
    }

    /** A name that ends with the measure: {@code entityF1}. */
    String after(String word) {
        return word + name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }

    /** The name in a configuration. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
