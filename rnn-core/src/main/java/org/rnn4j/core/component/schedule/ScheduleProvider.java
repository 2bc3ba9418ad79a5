package org.rnn4j.core.component.schedule;

import org.rnn4j.api.Provider;

/** Makes a kind of schedule available to configurations, see {@link Provider}. */
public interface ScheduleProvider extends Provider<Schedule> {}
