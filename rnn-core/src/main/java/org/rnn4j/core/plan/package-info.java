/**
 * Orders the work of a step graph: what runs once, before the time loop, in it, and after it, and where values stand.
 *
 * <p>Start with {@link org.rnn4j.core.plan.Pipeline}, whose list of passes reads as a table of contents. A
 * {@link org.rnn4j.core.plan.StepPlan} prints as text. Before this package come {@code trace} and {@code grad}; after it
 * the simd engine runs the plan.
 */
@NullMarked
package org.rnn4j.core.plan;

import org.jspecify.annotations.NullMarked;
