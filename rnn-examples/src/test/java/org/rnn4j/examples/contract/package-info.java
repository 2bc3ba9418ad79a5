/** The contracts of the testkit, kept by all cells, layers, losses and optimizers that come with RNN4J. */
@NullMarked
package org.rnn4j.examples.contract;

import org.jspecify.annotations.NullMarked;
