package org.rnn4j.core.train;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rnn4j.core.engine.States;

/**
 * All that training goes on from, bit for bit, given the same network, data and settings. Random numbers are not in it:
 * they depend on the seed, the epoch and the update only.
 *
 * @param position where in the data
 * @param weights by parameter name
 * @param optimizer states of the optimizer by name
 * @param carried states with which the next segment begins, if it continues the last one
 * @param best the best weights so far, if there was a validation
 */
public record TrainingState(
        Position position,
        Map<String, double[]> weights,
        Map<String, double[]> optimizer,
        States carried,
        Optional<BestWeights> best) {
    /**
     * Where in the data.
     *
     * @param epoch epochs done
     * @param segment segments of the current epoch done
     * @param updates updates done
     * @param memory what was measured on the way
     */
    public record Position(int epoch, int segment, long updates, Memory memory) {}

    /**
     * What was measured on the way.
     *
     * @param totals of the current epoch's metrics
     * @param schedule what the schedule remembers
     * @param validation values of the last validation by name; empty before the first
     */
    public record Memory(List<Double> totals, List<Double> schedule, Map<String, Double> validation) {
        /** Copies lists and map, keeping the order. */
        public Memory {
            totals = List.copyOf(totals);
            schedule = List.copyOf(schedule);
            validation = Collections.unmodifiableMap(new LinkedHashMap<>(validation));
        }
    }

    /**
     * The best weights so far.
     *
     * @param where they were judged
     * @param waited validations since then
     * @param weights by parameter name
     */
    public record BestWeights(TrainingResult.Best where, int waited, Map<String, double[]> weights) {
        /** Copies the map. */
        public BestWeights {
            weights = copy(weights);
        }
    }

    /** Copies the maps, not the arrays. */
    public TrainingState {
        weights = copy(weights);
        optimizer = copy(optimizer);
    }

    private static Map<String, double[]> copy(Map<String, double[]> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
