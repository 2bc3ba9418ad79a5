/**
 * The names by which configurations know the initializers of {@link org.rnn4j.api.Initializer}.
 *
 * <p>The kinds themselves are in {@code rnn-api}, and drawn where a network gets its parameters.
 */
@NullMarked
package org.rnn4j.core.component.initializer;

import org.jspecify.annotations.NullMarked;
