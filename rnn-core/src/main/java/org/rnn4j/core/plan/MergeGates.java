package org.rnn4j.core.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lets products of the same operands run as one, side by side (the gates of a cell); and puts values side by side that one
 * sum of products reads together (the gradients of the gates).
 */
final class MergeGates implements Pass {
    private record Key(Phase phase, List<Integer> operands, int size, boolean hasBase) {}

    @Override
    public Draft apply(Draft draft) {
        List<List<Item>> merged = sideBySide(draft);
        return draft.withMerged(merged, bundles(merged));
    }

    private static List<List<Item>> sideBySide(Draft draft) {
        Map<Item, Integer> numbers = new IdentityHashMap<>();
        draft.items().forEach(i -> numbers.put(i, numbers.size()));
        Map<Key, List<Item>> groups = new LinkedHashMap<>();
        for (Item item : draft.items()) {
            if (item.kind() != Item.Kind.LINEAR) continue;
            List<Integer> operands = item.terms().stream()
                    .map(t -> numbers.getOrDefault(t.operand(), -1))
                    .toList();
            Key key = new Key(item.phase(), operands, item.size(), item.base().isPresent());
            groups.computeIfAbsent(key, k -> new ArrayList<>()).add(item);
        }
        // The backward pass goes through the equations in the opposite order: standing in that order, the gates of the
        // forward pass leave their places to their gradients.
        if (draft.forward().isEmpty()) groups.values().forEach(Collections::reverse);
        List<List<Item>> result = new ArrayList<>();
        Map<Item, Integer> positions = new IdentityHashMap<>();
        Map<Item, Integer> homes = new IdentityHashMap<>();
        groups.forEach((key, members) -> {
            for (List<Item> run : key.hasBase() ? consecutiveBases(members, homes, positions) : List.of(members)) {
                for (int k = 0; k < run.size(); k++) {
                    positions.put(run.get(k), k);
                    homes.put(run.get(k), result.size());
                }
                result.add(List.copyOf(run));
            }
        });
        return result;
    }

    /** Products onto bases can run as one only where the bases stand side by side in the same order. */
    private static List<List<Item>> consecutiveBases(
            List<Item> members, Map<Item, Integer> homes, Map<Item, Integer> positions) {
        List<List<Item>> runs = new ArrayList<>();
        Optional<Item> before = Optional.empty();
        for (Item member : members) {
            Item base = member.base().orElseThrow();
            boolean follows = before.map(Item::base)
                    .map(Optional::orElseThrow)
                    .filter(b -> homes.getOrDefault(b, -1).equals(homes.getOrDefault(base, -2)))
                    .filter(b -> positions.getOrDefault(b, -1) + 1 == positions.getOrDefault(base, -1))
                    .isPresent();
            if (!follows) runs.add(new ArrayList<>());
            runs.get(runs.size() - 1).add(member);
            before = Optional.of(member);
        }
        return runs;
    }

    private static List<List<Item>> bundles(List<List<Item>> merged) {
        Map<Item, List<Item>> bundleOf = new IdentityHashMap<>();
        List<List<Item>> result = new ArrayList<>();
        for (List<Item> linears : merged) {
            List<Item> operands =
                    linears.get(0).terms().stream().map(Item.Term::operand).toList();
            if (operands.size() < 2 || !canStandTogether(operands)) continue;
            boolean free = operands.stream().noneMatch(bundleOf::containsKey);
            if (!free) continue;
            List<Item> bundle = List.copyOf(operands);
            bundle.forEach(o -> bundleOf.put(o, bundle));
            result.add(bundle);
        }
        return result;
    }

    private static boolean canStandTogether(List<Item> operands) {
        Item first = operands.get(0);
        Set<Item> distinct = Collections.newSetFromMap(new IdentityHashMap<>());
        return operands.stream()
                .allMatch(o -> o.kind() == Item.Kind.POINT
                        && o.size() == first.size()
                        && o.phase() == first.phase()
                        && o.axis().equals(first.axis())
                        && o.phase() != Phase.ONCE
                        && distinct.add(o));
    }
}
