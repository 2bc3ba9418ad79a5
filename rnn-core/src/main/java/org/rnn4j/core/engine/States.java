package org.rnn4j.core.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.ShapeException;

/**
 * States of cells for every example, by full name such as {@code layers.0.cell.h}: [B, size] each; [S, B, size] where a
 * state has a value at every position of a memory, S positions at most. Immutable.
 *
 * @param values the states; one that is not in it is as its cell says
 * @param prepared what the network has made of its sources, if it has read them already; then they are not read again
 */
public record States(Map<String, Tensor> values, Prepared prepared) {
    /** States of a network without sources, or whose sources are still to be read. */
    public States(Map<String, Tensor> values) {
        this(values, Prepared.NOTHING);
    }

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

    /** The same for some examples, in a new order; an example may stand there several times. */
    public States select(int[] examples) {
        Map<String, Tensor> selected = new LinkedHashMap<>();
        values.forEach((name, state) -> selected.put(name, state.select(state.rank() - 2, examples)));
        return new States(selected, prepared.select(examples));
    }

    /** True if nothing is given. */
    public boolean isEmpty() {
        return values.isEmpty();
    }
}
