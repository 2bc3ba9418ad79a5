/**
 * Learning rates over time: plain numbers, no equations of a network.
 *
 * <p>Start with {@link org.rnn4j.core.component.schedule.Schedule}. {@link org.rnn4j.core.component.schedule.Schedules} makes
 * those that are functions of time; {@link org.rnn4j.core.component.schedule.Plateau} looks at a metric. Whoever trains asks
 * for a rate before each update, moves {@link org.rnn4j.core.component.schedule.Progress} on, and saves it in checkpoints.
 */
@NullMarked
package org.rnn4j.core.component.schedule;

import org.jspecify.annotations.NullMarked;
