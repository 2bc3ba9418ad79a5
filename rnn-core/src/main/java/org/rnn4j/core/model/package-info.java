/**
 * Topologies: from what a configuration's {@code "model"} says, and from what the data is, to a network.
 *
 * <p>Start with {@link org.rnn4j.core.model.Model}. Sizes are said once: what a network reads, and where possible what it
 * gives, follows from the data's {@link org.rnn4j.core.data.Encoding}.
 *
 * <p>Before it come {@code network} and {@code data}; after it {@code train} and {@code io}.
 */
@NullMarked
package org.rnn4j.core.model;

import org.jspecify.annotations.NullMarked;
