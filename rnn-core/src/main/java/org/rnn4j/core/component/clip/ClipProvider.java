package org.rnn4j.core.component.clip;

import org.rnn4j.api.Provider;

/** Makes a kind of clipping available to configurations, see {@link Provider}. */
public interface ClipProvider extends Provider<Clip> {}
