package org.rnn4j.core.train;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an epoch brought.
 *
 * @param epoch from 1
 * @param updates of the whole training so far
 * @param learningRate of its last update
 * @param training values of the loss and the metrics while the weights changed, by name
 * @param validation values of the last validation, by name; empty if there was none
 * @param best true if the monitored value is the best so far
 */
public record EpochReport(
        int epoch,
        long updates,
        double learningRate,
        Map<String, Double> training,
        Map<String, Double> validation,
        boolean best) {
    /** Copies the maps, keeping their order. */
    public EpochReport {
        training = Collections.unmodifiableMap(new LinkedHashMap<>(training));
        validation = Collections.unmodifiableMap(new LinkedHashMap<>(validation));
    }
}
