package org.rnn4j.core.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A piece of work of a plan. */
public sealed interface Work {
    /** When it runs. */
    Phase phase();

    /** The values that it makes, in order. */
    List<Item> makes();

    /** What it reads of other panels than the one it makes. */
    Set<Item> readsAcrossPanels();

    /** What is read to make a value. */
    default List<Item> reads(Item item) {
        return item.operands();
    }

    /** True if a value is made on the way to another, and stands nowhere. */
    default boolean isOnTheWay(Item item) {
        return false;
    }

    /**
     * Products and element-wise functions that run panel by panel, while a panel is in the cache: the products of a panel,
     * then every function on it.
     *
     * @param phase when
     * @param panels of every value made
     * @param linears products; those in one list have the same operands, and run as one
     * @param points element-wise functions in order
     * @param products of some functions the product that they make on the way; it does not run itself
     */
    record Fused(Phase phase, int panels, List<List<Item>> linears, List<Item> points, Map<Item, Item> products)
            implements Work {
        /** Copies the lists and the map. */
        public Fused {
            linears = List.copyOf(linears);
            points = List.copyOf(points);
            products = Collections.unmodifiableMap(new IdentityHashMap<>(products));
        }

        /** Work that makes no product on the way. */
        Fused(Phase phase, int panels, List<List<Item>> linears, List<Item> points) {
            this(phase, panels, linears, points, Map.of());
        }

        Fused withProducts(Map<Item, Item> newProducts) {
            return new Fused(phase, panels, linears, points, newProducts);
        }

        @Override
        public boolean isOnTheWay(Item item) {
            return products.containsValue(item);
        }

        /** The factors of a product that is made on the way stand in its place. */
        @Override
        public List<Item> reads(Item item) {
            Item product = products.get(item);
            if (product == null) return item.operands();
            List<Item> all = new ArrayList<>(product.operands());
            all.addAll(item.operands().subList(1, item.operands().size()));
            return all;
        }

        /** The function that makes a value of what is read. */
        public PointOp op(Item item) {
            return products.containsKey(item) ? item.op().ofProduct().orElseThrow() : item.op();
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
