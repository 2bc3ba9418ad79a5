/**
 * Checks for anybody's cell, layer, loss or optimizer: contract, gradients, plan, parity of the engines.
 */
@NullMarked
package org.rnn4j.testkit;

import org.jspecify.annotations.NullMarked;
