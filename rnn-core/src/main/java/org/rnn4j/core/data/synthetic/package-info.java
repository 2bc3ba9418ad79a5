/**
 * Data that is made, not read: tasks that show what a recurrent network can keep in mind, and small stand-ins for text, DNA,
 * speech and measurements.
 *
 * <p>Start with {@link org.rnn4j.core.data.synthetic.Task}, which a configuration names in {@code "data": {"type":
 * "synthetic", "task": …}}. An example depends on the seed, its part, its number and, if every epoch has fresh ones, the
 * epoch; on nothing else.
 *
 * <p>Before it comes {@code data}; after it {@code model} and {@code train}.
 */
@NullMarked
package org.rnn4j.core.data.synthetic;

import org.jspecify.annotations.NullMarked;
