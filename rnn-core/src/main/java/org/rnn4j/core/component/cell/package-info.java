/**
 * The simplest recurrent cell; the families with gates have modules of their own.
 *
 * <p>Start with {@link org.rnn4j.core.component.cell.ElmanCell}.
 */
@NullMarked
package org.rnn4j.core.component.cell;

import org.jspecify.annotations.NullMarked;
