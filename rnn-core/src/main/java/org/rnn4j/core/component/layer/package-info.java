/**
 * Layers: how sequences flow, in the words of {@link org.rnn4j.api.Flow}.
 *
 * <p>Start with {@link org.rnn4j.core.component.layer.RecurrentLayer}, which runs any cell along time. Bidirectional and deep
 * ones are in the module {@code rnn-bidirectional}.
 */
@NullMarked
package org.rnn4j.core.component.layer;

import org.jspecify.annotations.NullMarked;
