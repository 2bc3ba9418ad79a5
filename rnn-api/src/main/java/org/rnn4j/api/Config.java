package org.rnn4j.api;

/** The checked values of a component's options, as its {@link Provider} reads them. */
public interface Config {
    /**
     * The value of an option that the provider declared: the one given, else the default.
     *
     * @throws ConfigException if it is required and not given
     */
    <T> T get(Option<T> option);

    /** True if a value was given, and it does not come from the default. */
    boolean has(Option<?> option);

    /**
     * An error at the place where an option stands, for rules that a range cannot say.
     *
     * @param option where
     * @param problem what is wrong, such as {@code "is larger than hiddenSize"}
     * @param fix the way out
     */
    ConfigException error(Option<?> option, String problem, String fix);
}
