package org.rnn4j.core.train;

import org.rnn4j.api.Provider;

/** Makes a kind of metric available to configurations, see {@link Provider}. */
public interface MetricProvider extends Provider<Metric> {}
