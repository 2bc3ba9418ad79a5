package org.rnn4j.core.plan;

import org.rnn4j.api.expr.Node;
import org.rnn4j.api.expr.Source;
import org.rnn4j.core.grad.Adjoint;

/** How a backward draft sees values of the forward one. */
final class SavedValues {
    private SavedValues() {}

    /** The forward item that a SAVED source stands for. */
    static Item item(Draft backward, Node saved) {
        Draft forward = backward.forward().orElseThrow(() -> new AssertionError("a saved value without forward pass"));
        return forward.root(Adjoint.savedValue(forward.graph(), saved.detail(Source.class)));
    }

    /** When the forward item was computed: ONCE, or for every step. */
    static Phase phase(Draft backward, Node saved) {
        return item(backward, saved).phase() == Phase.ONCE ? Phase.ONCE : Phase.BEFORE;
    }
}
