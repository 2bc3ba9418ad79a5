package org.rnn4j.core.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** A piece of work of a plan. */
public sealed interface Work {
    /** When it runs. */
    Phase phase();

    /** The values that it makes, in order. */
    List<Item> makes();

    /** What it reads of other panels than the one it makes. */
    Set<Item> readsAcrossPanels();

    /**
     * Products and element-wise functions that run panel by panel, while a panel is in the cache: the products of a panel,
     * then every function on it.
     *
     * @param phase when
     * @param panels of every value made
     * @param linears products; those in one list have the same operands, and run as one
     * @param points element-wise functions in order
     */
    record Fused(Phase phase, int panels, List<List<Item>> linears, List<Item> points) implements Work {
        /** Copies the lists. */
        public Fused {
            linears = List.copyOf(linears);
            points = List.copyOf(points);
        }

        @Override
        public List<Item> makes() {
            List<Item> all = new ArrayList<>();
            linears.forEach(all::addAll);
            all.addAll(points);
            return all;
        }

        @Override
        public Set<Item> readsAcrossPanels() {
            Set<Item> across = Collections.newSetFromMap(new IdentityHashMap<>());
            for (Item item : makes()) {
                item.terms().forEach(t -> across.add(t.operand()));
                for (Item operand : item.operands()) {
                    if (operand.panels() != item.panels()) across.add(operand);
                }
            }
            return across;
        }
    }

    /** One item that needs a whole row, joins values, or draws a mask. */
    record Single(Phase phase, Item item) implements Work {
        @Override
        public List<Item> makes() {
            return List.of(item);
        }

        @Override
        public Set<Item> readsAcrossPanels() {
            Set<Item> across = Collections.newSetFromMap(new IdentityHashMap<>());
            across.addAll(item.operands());
            return across;
        }
    }
}
