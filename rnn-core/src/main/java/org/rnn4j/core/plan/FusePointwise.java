package org.rnn4j.core.plan;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Puts products and element-wise functions that need nothing but each other's panel into one piece of work, which runs
 * panel by panel.
 */
final class FusePointwise implements Pass {
    private record Stage(Phase phase, int level, int panels, String axis) implements Comparable<Stage> {
        @Override
        public int compareTo(Stage other) {
            if (phase != other.phase) return phase.compareTo(other.phase);
            if (level != other.level) return Integer.compare(level, other.level);
            return panels != other.panels ? Integer.compare(panels, other.panels) : axis.compareTo(other.axis);
        }
    }

    @Override
    public Draft apply(Draft draft) {
        Map<Item, Integer> levels = new IdentityHashMap<>();
        Map<Stage, List<Item>> stages = new TreeMap<>();
        for (Item item : draft.items()) {
            if (item.kind() == Item.Kind.GIVEN || item.kind() == Item.Kind.UNIFORM) continue;
            int level = 0;
            for (Item operand : item.operands()) {
                Integer before = levels.get(operand);
                if (before == null || operand.phase() != item.phase()) continue;
                level = Math.max(level, before + (isLocal(operand, item) ? 0 : 1));
            }
            levels.put(item, level);
            Stage stage = new Stage(item.phase(), level, isFusible(item) ? item.panels() : 0, item.axis());
            stages.computeIfAbsent(stage, s -> new ArrayList<>()).add(item);
        }
        List<Work> work = new ArrayList<>();
        stages.forEach((stage, items) -> {
            if (stage.panels() == 0) items.forEach(i -> work.add(new Work.Single(stage.phase(), i)));
            else work.add(fused(stage, items, draft.merged()));
        });
        return draft.withWork(work);
    }

    private static boolean isFusible(Item item) {
        return item.kind() == Item.Kind.POINT || item.kind() == Item.Kind.LINEAR;
    }

    /** True if a panel of the result needs only the same panel of the operand. */
    private static boolean isLocal(Item operand, Item item) {
        if (!isFusible(operand) || !isFusible(item) || operand.panels() != item.panels()) return false;
        return item.kind() == Item.Kind.POINT
                || item.base().filter(b -> b == operand).isPresent()
                        && item.terms().stream().noneMatch(t -> t.operand() == operand);
    }

    private static Work fused(Stage stage, List<Item> items, List<List<Item>> merged) {
        List<Item> points =
                items.stream().filter(i -> i.kind() == Item.Kind.POINT).toList();
        List<List<Item>> linears = merged.stream()
                .filter(list -> list.stream().anyMatch(items::contains))
                .toList();
        return new Work.Fused(stage.phase(), stage.panels(), linears, points);
    }
}
