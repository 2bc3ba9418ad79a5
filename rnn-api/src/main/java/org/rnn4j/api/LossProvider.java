package org.rnn4j.api;

/** Makes a kind of loss available to configurations, see {@link Provider}. */
public interface LossProvider extends Provider<Loss> {}
