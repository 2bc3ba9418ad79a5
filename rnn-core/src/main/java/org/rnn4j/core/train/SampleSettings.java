package org.rnn4j.core.train;

import java.util.Optional;

/**
 * The texts that a language model makes while it learns, or the answers that a model gives to sources.
 *
 * @param count of texts; if empty, 3 where texts end, else 1
 * @param every epochs between two samples
 * @param temperature at which symbols of invented texts are drawn; answers are always the most probable ones
 * @param maxLength most symbols of a text
 * @param prefix what each text begins with
 */
public record SampleSettings(Optional<Integer> count, int every, double temperature, int maxLength, String prefix) {}
