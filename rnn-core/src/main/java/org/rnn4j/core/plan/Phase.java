package org.rnn4j.core.plan;

/** When a value is computed. */
public enum Phase {
    /** Once a run: it depends on parameters and numbers only. */
    ONCE,
    /** For all steps at once, before the time loop: it does not depend on a state. */
    BEFORE,
    /** Step by step: a later state depends on it, and it depends on an earlier one. */
    LOOP,
    /** For all steps at once, after the time loop: no state depends on it. */
    AFTER
}
