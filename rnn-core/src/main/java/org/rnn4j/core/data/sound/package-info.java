/**
 * Sound and music: recordings become spectrograms, MIDI files become notes at each step, and notes become MIDI files.
 *
 * <p>Start with {@link org.rnn4j.core.data.sound.Spectrogram} and {@link org.rnn4j.core.data.sound.PianoRoll}. Files are read and
 * written by the JDK's {@code javax.sound}.
 *
 * <p>Before it comes {@code data}; after it {@code model} and {@code train}.
 */
@NullMarked
package org.rnn4j.core.data.sound;

import org.jspecify.annotations.NullMarked;
