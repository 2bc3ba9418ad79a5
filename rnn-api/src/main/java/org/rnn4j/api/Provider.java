package org.rnn4j.api;

import java.util.List;

/**
 * Makes components of one type available to configurations; found by {@link java.util.ServiceLoader}.
 *
 * <p>Register an implementation of {@link CellProvider}, {@link LayerProvider}, {@link LossProvider} or
 * {@link OptimizerProvider} in {@code META-INF/services}. Two providers of one type name are an error that names both jars.
 *
 * @param <T> what is made
 */
public interface Provider<T> {
    /** The name in {@code "type"}: {@code [a-z][A-Za-z0-9]*}. */
    String type();

    /** One sentence about it. */
    String summary();

    /** All options, each declared once: reading, checking, the JSON Schema and the reference follow from them. */
    List<Option<?>> options();

    /** Makes a component from the options' values. */
    T create(Config config);
}
