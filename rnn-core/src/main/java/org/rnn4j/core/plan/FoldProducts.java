package org.rnn4j.core.plan;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.rnn4j.api.expr.Source;

/**
 * In a backward pass: a gradient through a sigmoid or a tanh that is a product, as those of gates are, takes the two factors
 * instead, if nothing else needs the product and both still stand where they were when it runs. That saves a function, and
 * writing the product down and reading it again.
 */
final class FoldProducts implements Pass {
    @Override
    public Draft apply(Draft draft) {
        return draft.forward().isEmpty() ? draft : new Search(draft).run();
    }

    private static final class Search {
        private final Draft draft;
        private final Lifetimes lifetimes;
        private final Map<Item, Integer> reads = new IdentityHashMap<>();

        Search(Draft draft) {
            this.draft = draft;
            this.lifetimes = new Lifetimes(draft);
            for (Work each : draft.work()) {
                for (Item item : each.makes()) item.operands().forEach(o -> reads.merge(o, 1, Integer::sum));
            }
        }

        Draft run() {
            return draft.withWork(draft.work().stream()
                    .map(w -> w instanceof Work.Fused fused ? folded(fused) : w)
                    .toList());
        }

        private Work folded(Work.Fused work) {
            Map<Item, Item> products = new IdentityHashMap<>();
            for (Item item : work.points()) {
                if (item.op().ofProduct().isEmpty()) continue;
                Item product = item.operands().get(0);
                if (isProduct(product) && stand(product, item, work.points(), products)) products.put(item, product);
            }
            return work.withProducts(products);
        }

        private boolean isProduct(Item item) {
            return item.kind() == Item.Kind.POINT
                    && item.op() == PointOp.MULTIPLY
                    && reads.getOrDefault(item, 0) == 1
                    && !lifetimes.isKept(item)
                    && item.operands().stream().allMatch(o -> isFactor(o, item));
        }

        /** A value of this work or before, or of the forward pass, with a number for each of the product. */
        private static boolean isFactor(Item item, Item product) {
            boolean there = item.kind() == Item.Kind.GIVEN
                    ? HoistInputs.isSource(item.origin(), Source.Kind.SAVED)
                    : item.kind() == Item.Kind.POINT || item.kind() == Item.Kind.LINEAR;
            return there
                    && item.phase() != Phase.ONCE
                    && item.size() == product.size()
                    && item.axis().equals(product.axis());
        }

        /** True if nothing that runs from the product to its reader replaces one of the factors, other than in place. */
        private boolean stand(Item product, Item reader, List<Item> points, Map<Item, Item> products) {
            int from = points.indexOf(product);
            if (from < 0) return false;
            for (Item factor : product.operands()) {
                for (Item between : points.subList(from + 1, points.indexOf(reader))) {
                    boolean runs = !products.containsValue(between);
                    if (runs && overlap(between, factor)) return false;
                }
                if (overlap(reader, factor) && !place(reader).equals(place(factor))) return false;
            }
            return true;
        }

        private boolean overlap(Item a, Item b) {
            Place first = place(a);
            Place second = place(b);
            return !first.isOutside()
                    && first.slot() == second.slot()
                    && first.panel() < second.panel() + b.panels()
                    && second.panel() < first.panel() + a.panels();
        }

        private Place place(Item item) {
            return draft.places().getOrDefault(item, Place.OUTSIDE);
        }
    }
}
