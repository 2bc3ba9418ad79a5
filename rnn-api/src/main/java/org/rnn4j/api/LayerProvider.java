package org.rnn4j.api;

/** Makes a kind of layer available to configurations, see {@link Provider}. */
public interface LayerProvider extends Provider<Layer> {}
