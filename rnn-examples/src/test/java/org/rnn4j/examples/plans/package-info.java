/**
 * What the planner makes of cells: the printed plans, and that those of one's own cells are no worse than the built-in ones'.
 *
 * <p>A plan that changes is shown by {@link org.rnn4j.examples.plans.CellPlanTest}, line by line.
 */
@NullMarked
package org.rnn4j.examples.plans;

import org.jspecify.annotations.NullMarked;
