/**
 * From JSON text to checked components: the only door through which a configuration enters.
 *
 * <p>{@link org.rnn4j.core.config.ConfigFile} reads a file, with {@code --set} overrides, into a tree of
 * {@link org.rnn4j.core.config.ConfigNode}s that know where they stand. {@link org.rnn4j.core.config.Registry} finds the
 * {@link org.rnn4j.api.Provider}s. {@link org.rnn4j.core.config.ConfigReader} reads the tree by the options that providers
 * and {@link org.rnn4j.core.config.Section}s declare: start there. From the same declarations come the resolved
 * configuration, {@link org.rnn4j.core.config.JsonSchema} and {@link org.rnn4j.core.config.Reference}.
 *
 * <p>Nothing here knows networks or training; they declare their options and read them here.
 */
@NullMarked
package org.rnn4j.core.config;

import org.jspecify.annotations.NullMarked;
