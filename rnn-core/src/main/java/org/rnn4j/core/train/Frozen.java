package org.rnn4j.core.train;

import java.util.List;
import org.rnn4j.api.ConfigException;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.expr.Parameter;
import org.rnn4j.core.engine.Weights;

/** Parameters that stay as they are: they have no gradient, and an optimizer that changes them nevertheless changes nothing. */
final class Frozen {
    private final Weights weights;
    private final List<String> names;

    /**
     * Some of the weights.
     *
     * @throws ConfigException if one is not there
     */
    Frozen(Weights weights, List<String> names) {
        this.weights = weights;
        this.names = names;
        List<String> known = weights.parameters().stream().map(Parameter::name).toList();
        for (String name : names) check(name, known, "frozen");
    }

    static void check(String name, List<String> known, String option) {
        if (known.contains(name)) return;
        throw new ConfigException(ErrorMessage.of("No parameter '" + name + "' in the network")
                .fact("option", option)
                .choices(name, known)
                .fix("correct the name; ./rnn describe lists them")
                .toString());
    }

    void clear(Weights gradients) {
        for (String name : names) gradients.set(name, new double[gradients.get(name).length]);
    }

    void keep(Runnable update) {
        List<double[]> before =
                names.stream().map(weights::get).map(double[]::clone).toList();
        update.run();
        for (int i = 0; i < before.size(); i++) weights.set(names.get(i), before.get(i));
    }
}
