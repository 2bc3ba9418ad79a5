/**
 * Checks for anybody's cell, layer, loss or optimizer.
 *
 * <p>Start with {@link org.rnn4j.testkit.CellContract}: a test class that implements it and says which cells to check runs
 * all checks with JUnit. {@link org.rnn4j.testkit.NetworkChecks} has the same checks one by one, for any network.
 */
@NullMarked
package org.rnn4j.testkit;

import org.jspecify.annotations.NullMarked;
