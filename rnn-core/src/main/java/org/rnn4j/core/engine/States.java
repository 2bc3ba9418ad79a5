package org.rnn4j.core.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.ShapeException;

/**
 * States of cells for every example, by full name such as {@code layers.0.cell.h}: [B, size] each. Immutable.
 *
 * @param values the states; one that is not in it is as its cell says
 */
public record States(Map<String, Tensor> values) {
    /** Copies the map, keeping its order. */
    public States {
        values = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** All states as their cells say. */
    public static States initial() {
        return new States(Map.of());
    }

    /**
     * One state.
     *
     * @throws ShapeException if it is not given
     */
    public Tensor get(String name) {
        Tensor state = values.get(name);
        if (state != null) return state;
        throw new ShapeException(ErrorMessage.of("No state '" + name + "' is given")
                .choices(name, values.keySet())
                .toString());
    }

    /** True if nothing is given. */
    public boolean isEmpty() {
        return values.isEmpty();
    }
}
