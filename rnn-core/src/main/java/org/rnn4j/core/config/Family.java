package org.rnn4j.core.config;

import java.util.List;
import org.rnn4j.api.Cell;
import org.rnn4j.api.CellProvider;
import org.rnn4j.api.Layer;
import org.rnn4j.api.LayerProvider;
import org.rnn4j.api.Loss;
import org.rnn4j.api.LossProvider;
import org.rnn4j.api.Optimizer;
import org.rnn4j.api.OptimizerProvider;
import org.rnn4j.api.Provider;

/**
 * A family of components that stand in for each other, such as all cells.
 *
 * @param word what messages and the reference call one of them: {@code cell}
 * @param component the components' type, which {@link org.rnn4j.api.Option#component} names
 * @param provider the service that {@link java.util.ServiceLoader} looks for
 * @param <C> the components' type
 */
public record Family<C>(String word, Class<C> component, Class<? extends Provider<C>> provider) {
    /** The families of rnn-api; every registry has them. */
    public static final List<Family<?>> API = List.of(
            new Family<>("cell", Cell.class, CellProvider.class),
            new Family<>("layer", Layer.class, LayerProvider.class),
            new Family<>("loss", Loss.class, LossProvider.class),
            new Family<>("optimizer", Optimizer.class, OptimizerProvider.class));

    /** {@code a cell}, {@code an optimizer}. */
    String one() {
        return ("aeiou".indexOf(word.charAt(0)) < 0 ? "a " : "an ") + word;
    }

    /** {@code cells}, {@code losses}. */
    String many() {
        return word + (word.endsWith("s") ? "es" : "s");
    }

    @Override
    public String toString() {
        return word;
    }
}
