package org.rnn4j.api;

/** Makes a kind of cell available to configurations, see {@link Provider}. */
public interface CellProvider extends Provider<Cell> {}
