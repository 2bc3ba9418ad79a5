package org.rnn4j.core.plan;

import java.util.List;
import java.util.Map;
import org.rnn4j.api.expr.Node;
import org.rnn4j.core.trace.StepGraph;

/** The work of one step graph, in order, and where its values stand. Immutable; prints as text. */
public final class StepPlan {
    private final Draft draft;

    StepPlan(Draft draft) {
        this.draft = draft;
    }

    Draft draft() {
        return draft;
    }

    /** The equations. */
    public StepGraph graph() {
        return draft.graph();
    }

    /** All values, operands first. */
    public List<Item> items() {
        return draft.items();
    }

    /** The work of a phase, in order. */
    public List<Work> work(Phase phase) {
        return draft.work().stream().filter(w -> w.phase() == phase).toList();
    }

    /** The storage. */
    public List<Slot> slots() {
        return draft.slots();
    }

    /** Where a value stands. */
    public Place place(Item item) {
        return draft.places().getOrDefault(item, Place.OUTSIDE);
    }

    /** The item of a result, a state after the step, or a saved value. */
    public Item root(Node node) {
        return draft.root(node);
    }

    /** The given items of a node such as a state before the step; none if nothing reads it. */
    public List<Item> given(Node node) {
        return draft.items().stream()
                .filter(i -> i.kind() == Item.Kind.GIVEN && i.origin() == node)
                .toList();
    }

    /** True if work of a phase reads other panels of a value than the one it makes. */
    public boolean readsAcrossPanels(Phase phase, Item item) {
        return work(phase).stream().anyMatch(w -> w.readsAcrossPanels().contains(item));
    }

    /** Contributions to gradients of matrices and vectors, as parameter, output gradient, input. */
    public List<Contribution> contributions() {
        return draft.gradients().stream()
                .map(g -> new Contribution(
                        g.parameter().name(),
                        g.transposed(),
                        g.output(),
                        g.input().stream().toList()))
                .toList();
    }

    /**
     * A contribution to a parameter's gradient, summed over all rows.
     *
     * @param parameter its name
     * @param transposed true if the equation multiplied by the transposed matrix
     * @param output gradient of the product's result, or of the vector
     * @param input what the matrix multiplied; empty for a vector
     */
    public record Contribution(String parameter, boolean transposed, Item output, List<Item> input) {}

    /** Maps every forward value that this plan keeps to its item. */
    public Map<Node, Item> roots() {
        return draft.roots();
    }

    @Override
    public String toString() {
        return PlanText.of(draft);
    }
}
