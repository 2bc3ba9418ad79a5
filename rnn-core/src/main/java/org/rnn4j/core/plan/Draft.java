package org.rnn4j.core.plan;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rnn4j.api.expr.Node;
import org.rnn4j.api.expr.Parameter;
import org.rnn4j.core.trace.StepGraph;

/**
 * A plan in the making: every pass takes one and gives one that says more.
 *
 * @param graph the equations
 * @param saved values that a backward pass will read
 * @param forward the finished forward draft, if this is a backward pass
 * @param phases when each node is computed
 * @param items the values to compute, operands first
 * @param roots the items of the nodes that something outside reads
 * @param gradients contributions to parameters
 * @param merged products that run as one, side by side
 * @param bundles values that stand side by side, because one product reads them together
 * @param work what runs, in order
 * @param places where values stand
 */
record Draft(
        StepGraph graph,
        Set<Node> saved,
        Optional<Draft> forward,
        Map<Node, Phase> phases,
        List<Item> items,
        Map<Node, Item> roots,
        List<GradientWork> gradients,
        List<List<Item>> merged,
        List<List<Item>> bundles,
        List<Work> work,
        Map<Item, Place> places,
        List<Slot> slots) {

    /**
     * A contribution to a parameter's gradient, in the phase after the time loop.
     *
     * @param output gradient of the product's result, or of the vector
     * @param input what the matrix multiplied; empty for a vector
     */
    record GradientWork(Parameter parameter, boolean transposed, Item output, Optional<Item> input) {}

    static Draft of(StepGraph graph, Set<Node> saved, Optional<Draft> forward) {
        return new Draft(
                graph, saved, forward, Map.of(), List.of(), Map.of(), List.of(), List.of(), List.of(), List.of(),
                Map.of(), List.of());
    }

    Draft withPhases(Map<Node, Phase> newPhases) {
        return new Draft(
                graph, saved, forward, newPhases, items, roots, gradients, merged, bundles, work, places, slots);
    }

    Draft withItems(List<Item> newItems, Map<Node, Item> newRoots) {
        return new Draft(
                graph,
                saved,
                forward,
                phases,
                List.copyOf(newItems),
                new IdentityHashMap<>(newRoots),
                gradients,
                merged,
                bundles,
                work,
                places,
                slots);
    }

    Draft withGradients(List<GradientWork> newGradients) {
        return new Draft(
                graph,
                saved,
                forward,
                phases,
                items,
                roots,
                List.copyOf(newGradients),
                merged,
                bundles,
                work,
                places,
                slots);
    }

    Draft withMerged(List<List<Item>> newMerged, List<List<Item>> newBundles) {
        return new Draft(
                graph, saved, forward, phases, items, roots, gradients, newMerged, newBundles, work, places, slots);
    }

    Draft withWork(List<Work> newWork) {
        return new Draft(
                graph,
                saved,
                forward,
                phases,
                items,
                roots,
                gradients,
                merged,
                bundles,
                List.copyOf(newWork),
                places,
                slots);
    }

    Draft withPlaces(Map<Item, Place> newPlaces, List<Slot> newSlots) {
        return new Draft(
                graph,
                saved,
                forward,
                phases,
                items,
                roots,
                gradients,
                merged,
                bundles,
                work,
                new IdentityHashMap<>(newPlaces),
                List.copyOf(newSlots));
    }

    /** The item of a node that something outside reads. */
    Item root(Node node) {
        Item item = roots.get(node);
        if (item == null) throw new AssertionError("no item for " + node);
        return item;
    }
}
