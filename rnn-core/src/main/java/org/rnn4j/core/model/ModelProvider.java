package org.rnn4j.core.model;

import org.rnn4j.api.Provider;

/** Makes a kind of model available to configurations, see {@link Provider}. */
public interface ModelProvider extends Provider<Model> {}
