/**
 * Topologies and tasks as JSON, their data, and an own cell written as a third party would.
 */
@NullMarked
package org.rnn4j.examples;

import org.jspecify.annotations.NullMarked;
