/** Attention over cells of every kind, ours and a user's own. */
@NullMarked
package org.rnn4j.examples.attention;

import org.jspecify.annotations.NullMarked;
