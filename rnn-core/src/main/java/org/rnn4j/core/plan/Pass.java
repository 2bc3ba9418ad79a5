package org.rnn4j.core.plan;

/** One step from equations to a plan. */
@FunctionalInterface
interface Pass {
    /** The same plan in the making, with more of it decided. */
    Draft apply(Draft draft);
}
