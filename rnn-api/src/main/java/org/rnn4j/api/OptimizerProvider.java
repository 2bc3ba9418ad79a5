package org.rnn4j.api;

/** Makes a kind of optimizer available to configurations, see {@link Provider}. */
public interface OptimizerProvider extends Provider<Optimizer> {}
