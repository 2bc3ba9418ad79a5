package org.rnn4j.core.component.initializer;

import org.rnn4j.api.Initializer;
import org.rnn4j.api.Provider;

/** Makes a kind of initializer available to configurations, see {@link Provider}. */
public interface InitializerProvider extends Provider<Initializer> {}
