package org.rnn4j.core.train;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an evaluation says, by the names of loss and metrics, the loss first.
 *
 * @param values of each
 * @param parts of those that have some, such as the F1 of each type of entity
 * @param tables of those that have one, such as a confusion matrix
 */
public record Judgement(
        Map<String, Double> values, Map<String, Map<String, Double>> parts, Map<String, String> tables) {
    /** Copies the maps, keeping their order. */
    public Judgement {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
        tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
    }
}
