package org.rnn4j.core.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * In a backward pass: what needs a row for every step stands where a saved value stood, or the gradient of the output, that
 * has been read for the last time. So the gradients of an LSTM's gates, which wait for the weight gradients after the loop,
 * take the places of the gates.
 *
 * <p>Functions of one piece of work change their order where the last reading must come first.
 */
final class TakeOverSaved implements Pass {
    @Override
    public Draft apply(Draft draft) {
        return draft.forward().isEmpty() ? draft : new Search(draft).run();
    }

    private static final class Search {
        private final Draft draft;
        private final Lender lender;
        private final Lifetimes lifetimes;
        private final List<Work> work;
        private final Map<Item, Integer> made = new IdentityHashMap<>();
        private final Map<Item, List<Item>> readers = new IdentityHashMap<>();
        private final Map<Item, Place> places;
        private final Set<Place> taken = new HashSet<>();
        private final Orders orders = new Orders();

        Search(Draft draft) {
            this.draft = draft;
            this.lender = new Lender(draft);
            this.lifetimes = new Lifetimes(draft);
            this.work = new ArrayList<>(draft.work());
            this.places = new IdentityHashMap<>(lender.places());
            for (int w = 0; w < work.size(); w++) {
                for (Item item : work.get(w).makes()) {
                    made.put(item, w);
                    item.operands()
                            .forEach(o -> readers.computeIfAbsent(o, k -> new ArrayList<>())
                                    .add(item));
                }
            }
        }

        Draft run() {
            for (List<Item> group : groups()) {
                for (Lender.Tenant first : lender.tenants()) {
                    if (takesOver(group, first.place())) break;
                }
            }
            return draft.withWork(work).withPlaces(places, lender.slots());
        }

        /** What must stand side by side, the largest first. */
        private List<List<Item>> groups() {
            List<List<Item>> groups = new ArrayList<>(draft.bundles());
            groups.addAll(draft.merged());
            Set<Item> grouped = java.util.Collections.newSetFromMap(new IdentityHashMap<>());
            groups.forEach(grouped::addAll);
            for (Work each : work) {
                for (Item item : each.makes()) {
                    if (!grouped.contains(item) && !findsRoomAnyway(item)) groups.add(List.of(item));
                }
            }
            groups.removeIf(g -> g.stream().allMatch(i -> lifetimes.rows(i) != Slot.Rows.SEQUENCE)
                    || g.stream().anyMatch(i -> i.base().isPresent()));
            groups.sort(Comparator.comparingInt(g -> -panels(g)));
            return groups;
        }

        private static int panels(List<Item> group) {
            return group.stream().mapToInt(Item::panels).sum();
        }

        /** True if a value will take the place of an operand of this pass, which is still in the cache. */
        private boolean findsRoomAnyway(Item item) {
            return item.kind() == Item.Kind.POINT
                    && item.operands().stream()
                            .anyMatch(o -> o.kind() != Item.Kind.GIVEN
                                    && o.kind() != Item.Kind.UNIFORM
                                    && o.size() == item.size()
                                    && o.axis().equals(item.axis())
                                    && lifetimes.rows(o) == lifetimes.rows(item)
                                    && !lifetimes.isKept(o)
                                    && readers(o).stream().allMatch(r -> r == item));
        }

        private List<Item> readers(Item item) {
            return readers.getOrDefault(item, List.of());
        }

        private boolean takesOver(List<Item> group, Place first) {
            Map<Item, Place> found = new IdentityHashMap<>();
            Orders tried = orders.copy();
            int panel = first.panel();
            for (Item item : group) {
                Place place = new Place(first.slot(), panel);
                if (places.containsKey(item) || !isFree(item, place, tried)) return false;
                found.put(item, place);
                panel += item.panels();
            }
            Optional<List<Work>> ordered = tried.apply(work);
            if (ordered.isEmpty()) return false;
            work.clear();
            work.addAll(ordered.get());
            orders.become(tried);
            places.putAll(found);
            found.forEach((item, place) -> {
                for (int k = 0; k < item.panels(); k++) taken.add(new Place(place.slot(), place.panel() + k));
            });
            return true;
        }

        private boolean isFree(Item item, Place place, Orders tried) {
            Slot slot = lender.slots().get(place.slot());
            if (!slot.axis().equals(item.axis()) || place.panel() + item.panels() > slot.panels()) return false;
            for (int k = 0; k < item.panels(); k++) {
                int panel = place.panel() + k;
                Optional<Lender.Tenant> tenant = lender.at(slot.index(), panel);
                if (taken.contains(new Place(slot.index(), panel)) || tenant.isEmpty()) return false;
                if (!leavesFor(tenant.get(), item, place, tried)) return false;
            }
            return true;
        }

        /** Whether a tenant has been read for the last time when an item is made, or can be. */
        private boolean leavesFor(Lender.Tenant tenant, Item item, Place place, Orders tried) {
            if (!tenant.leaves() || tenant.items().stream().anyMatch(lifetimes::isKept)) return false;
            int when = made.getOrDefault(item, -1);
            for (Item given : tenant.items()) {
                for (Item reader : readers(given)) {
                    int read = made.getOrDefault(reader, -1);
                    if (read > when) return false;
                    if (read < when) continue;
                    boolean inPlace = tenant.place().equals(place)
                            && tenant.size() == item.size()
                            && isPoint(item)
                            && isPoint(reader)
                            && reader.size() == item.size();
                    if (!inPlace) return false;
                    if (reader != item) tried.add(reader, item);
                }
            }
            return true;
        }

        private static boolean isPoint(Item item) {
            return item.kind() == Item.Kind.POINT;
        }
    }

    /** Which functions of a piece of work must run before others, besides those that they read. */
    private static final class Orders {
        private final Map<Item, List<Item>> before = new IdentityHashMap<>();

        void add(Item first, Item then) {
            before.computeIfAbsent(then, i -> new ArrayList<>()).add(first);
        }

        Orders copy() {
            Orders copy = new Orders();
            copy.become(this);
            return copy;
        }

        void become(Orders other) {
            before.clear();
            other.before.forEach((item, list) -> before.put(item, new ArrayList<>(list)));
        }

        /** The work in such an order, else as it was; empty if there is none. */
        Optional<List<Work>> apply(List<Work> work) {
            List<Work> ordered = new ArrayList<>();
            for (Work each : work) {
                if (each instanceof Work.Fused fused) {
                    List<Item> points = sorted(fused.points());
                    if (points.size() < fused.points().size()) return Optional.empty();
                    ordered.add(new Work.Fused(fused.phase(), fused.panels(), fused.linears(), points));
                } else {
                    ordered.add(each);
                }
            }
            return Optional.of(ordered);
        }

        /** As many as can run, each as soon as its turn comes and what it waits for has run. */
        private List<Item> sorted(List<Item> points) {
            List<Item> waiting = new ArrayList<>(points);
            List<Item> order = new ArrayList<>();
            while (!waiting.isEmpty()) {
                Optional<Item> next = waiting.stream()
                        .filter(i -> i.operands().stream().noneMatch(o -> contains(waiting, o)))
                        .filter(i -> before.getOrDefault(i, List.of()).stream().noneMatch(b -> contains(waiting, b)))
                        .findFirst();
                if (next.isEmpty()) return order;
                waiting.remove(next.get());
                order.add(next.get());
            }
            return order;
        }

        private static boolean contains(List<Item> items, Item item) {
            return items.stream().anyMatch(i -> i == item);
        }
    }
}
