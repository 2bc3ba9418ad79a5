package org.rnn4j.core.data;

import org.rnn4j.api.Provider;
import org.rnn4j.core.config.Family;

/** Makes a kind of data available to configurations, see {@link Provider}. */
public interface DatasetProvider extends Provider<DataSource> {
    /** All kinds of data. */
    Family<DataSource> FAMILY = new Family<>("dataset", DataSource.class, DatasetProvider.class);
}
