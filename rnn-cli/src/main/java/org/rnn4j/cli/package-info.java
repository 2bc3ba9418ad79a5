/**
 * The {@code rnn} command: one small class for each command, and what they share.
 *
 * <p>Start with {@link org.rnn4j.cli.Cli}, which knows all commands, turns errors into messages and exit codes, and runs in
 * a test as it runs in a terminal. Results go to the standard output, everything else to the error output. No command
 * names a cell, a layer or a loss: the class path decides what there is.
 */
@NullMarked
package org.rnn4j.cli;

import org.jspecify.annotations.NullMarked;
