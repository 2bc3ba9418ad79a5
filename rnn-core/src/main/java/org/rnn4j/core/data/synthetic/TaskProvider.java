package org.rnn4j.core.data.synthetic;

import org.rnn4j.api.Provider;

/** Makes a task available to configurations, see {@link Provider}. */
public interface TaskProvider extends Provider<Task> {}
