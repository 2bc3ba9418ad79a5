package org.rnn4j.bidirectional;

import org.rnn4j.api.Flow;
import org.rnn4j.api.Sequence;

/** How the outputs of both directions become one. */
public enum Merge {
    /** Forward and backward side by side; size is the sum of both sizes. */
    CONCAT {
        @Override
        Sequence of(Flow flow, Sequence forward, Sequence backward) {
            return flow.concat(forward, backward);
        }
    },
    /** forward + backward. */
    SUM {
        @Override
        Sequence of(Flow flow, Sequence forward, Sequence backward) {
            return flow.plus(forward, backward);
        }
    },
    /** (forward + backward) / 2. */
    AVERAGE {
        @Override
        Sequence of(Flow flow, Sequence forward, Sequence backward) {
            return flow.average(forward, backward);
        }
    },
    /** forward ∘ backward. */
    MULTIPLY {
        @Override
        Sequence of(Flow flow, Sequence forward, Sequence backward) {
            return flow.times(forward, backward);
        }
    };

    abstract Sequence of(Flow flow, Sequence forward, Sequence backward);

    /** The name in a configuration. */
    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
