package org.rnn4j.core.component.loss;

import org.rnn4j.api.Loss.Reduction;
import org.rnn4j.api.Option;
import org.rnn4j.api.expr.Node;
import org.rnn4j.api.expr.Operations;

/** The option that all losses share, and what it means for the elements of a vector. */
final class Reductions {
    static final Option<Reduction> REDUCTION = Option.choice(
                    "reduction", "whether steps, and elements within a step, are averaged or summed", Reduction.class)
            .orElse(Reduction.MEAN);

    private Reductions() {}

    /** The loss of a step from the losses of its elements: their mean or sum, as the steps'. */
    static Node ofElements(Reduction reduction, Node elements) {
        return reduction == Reduction.MEAN ? Operations.mean(elements) : Operations.sum(elements);
    }
}
