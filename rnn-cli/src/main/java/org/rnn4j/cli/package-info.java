/**
 * The {@code rnn} command.
 */
@NullMarked
package org.rnn4j.cli;

import org.jspecify.annotations.NullMarked;
