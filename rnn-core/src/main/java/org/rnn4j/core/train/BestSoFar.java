package org.rnn4j.core.train;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.rnn4j.api.expr.Parameter;
import org.rnn4j.core.engine.Weights;
import org.rnn4j.core.train.TrainingResult.Best;
import org.rnn4j.core.train.TrainingState.BestWeights;

/** Keeps the best weights, and counts how long ago they were found. Mutable, for one thread. */
final class BestSoFar {
    private final Validation validation;
    private final double minDelta;
    private Optional<BestWeights> best = Optional.empty();

    BestSoFar(Validation validation) {
        this.validation = validation;
        this.minDelta = validation.earlyStopping().map(EarlyStopping::minDelta).orElse(0.0);
    }

    /** Looks at a validation; true if it is the best so far. */
    boolean offer(Best candidate, Weights weights) {
        double value = candidate.value();
        boolean better = best.isEmpty() || improves(value, best.get().where().value());
        best = better
                ? Optional.of(new BestWeights(candidate, 0, copy(weights)))
                : best.map(b -> new BestWeights(b.where(), b.waited() + 1, b.weights()));
        return better;
    }

    private boolean improves(double value, double least) {
        if (Double.isNaN(least)) return !Double.isNaN(value);
        return validation.higherIsBetter() ? value > least + minDelta : value < least - minDelta;
    }

    /** True if early stopping has waited long enough. */
    boolean isOver() {
        return validation
                .earlyStopping()
                .filter(stopping -> best.isPresent() && best.get().waited() > stopping.patience())
                .isPresent();
    }

    Optional<BestWeights> get() {
        return best;
    }

    void restore(Optional<BestWeights> earlier) {
        best = earlier;
    }

    /** A copy of all weights by name. */
    static Map<String, double[]> copy(Weights weights) {
        Map<String, double[]> copy = new LinkedHashMap<>();
        for (Parameter parameter : weights.parameters()) copy.put(parameter.name(), weights.get(parameter.name()));
        return copy;
    }
}
