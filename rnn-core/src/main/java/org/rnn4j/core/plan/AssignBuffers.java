package org.rnn4j.core.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rnn4j.api.expr.Source;

/**
 * Decides where values stand: a result takes the place of an operand that nobody needs any more; what only the time step
 * needs gets rows that are used again at every step.
 */
final class AssignBuffers implements Pass {
    @Override
    public Draft apply(Draft draft) {
        return new Assignment(draft).run();
    }

    private static final class Assignment {
        private final Draft draft;
        private final Map<Item, Integer> lastUse = new IdentityHashMap<>();
        private final Lifetimes lifetimes;
        private final Set<Item> bundled = identitySet();
        private final Map<Item, Place> places;
        private final List<Slot> slots;
        private final Map<Shape, Deque<Slot>> free = new HashMap<>();
        private final Map<Item, Slot> temporary = new IdentityHashMap<>();

        /** What slots that stand in for each other have in common. */
        private record Shape(int panels, String axis) {}

        Assignment(Draft draft) {
            this.draft = draft;
            lifetimes = new Lifetimes(draft);
            places = new IdentityHashMap<>(draft.places());
            slots = new ArrayList<>(draft.slots());
            for (List<Item> bundle : draft.bundles()) bundled.addAll(bundle);
            int order = 0;
            for (Work work : draft.work()) {
                for (Item item : work.makes()) {
                    int now = order;
                    if (!work.isOnTheWay(item)) work.reads(item).forEach(o -> lastUse.put(o, now));
                    order++;
                }
            }
        }

        Draft run() {
            for (Item item : draft.items()) {
                if (item.kind() == Item.Kind.GIVEN && !places.containsKey(item)) places.put(item, given(item));
            }
            int order = 0;
            for (Work work : draft.work()) {
                Set<Item> wide = work.readsAcrossPanels();
                for (Item item : work.makes()) {
                    if (!places.containsKey(item) && !work.isOnTheWay(item)) place(item, work, order, wide);
                    order++;
                }
                release(order);
            }
            return draft.withPlaces(places, slots);
        }

        /** A state stands in rows of its own; everything else that is given comes from outside. */
        private Place given(Item item) {
            if (!HoistInputs.isSource(item.origin(), Source.Kind.PREVIOUS)) return Place.OUTSIDE;
            return new Place(slot(item, item.panels()).index(), 0);
        }

        private void place(Item item, Work work, int order, Set<Item> wide) {
            if (item.kind() == Item.Kind.LINEAR) {
                placeLinear(item);
            } else if (bundled.contains(item)) {
                placeTogether(draft.bundles().stream()
                        .filter(b -> b.contains(item))
                        .findFirst()
                        .orElseThrow());
            } else if (item.kind() == Item.Kind.POINT && takesOver(item, work.reads(item), order, wide)) {
                return;
            } else {
                placeTogether(List.of(item));
            }
        }

        private void placeLinear(Item item) {
            if (item.base().isPresent()) {
                places.put(item, placeOf(item.base().get()));
                return;
            }
            placeTogether(draft.merged().stream()
                    .filter(m -> m.contains(item))
                    .findFirst()
                    .orElseThrow());
        }

        private boolean takesOver(Item item, List<Item> operands, int order, Set<Item> wide) {
            for (Item operand : operands) {
                Place place = places.getOrDefault(operand, Place.OUTSIDE);
                boolean owned = !place.isOutside() && operand.kind() != Item.Kind.GIVEN;
                if (!owned || operand.panels() != item.panels() || operand.size() == 1 && item.size() > 1) continue;
                if (lifetimes.isKept(operand) || bundled.contains(operand) || wide.contains(operand)) continue;
                if (lastUse.getOrDefault(operand, -1) != order
                        || !operand.axis().equals(item.axis())) continue;
                Slot.Rows rows = slots.get(place.slot()).rows();
                if (rows != rows(item) && !(rows == Slot.Rows.SEQUENCE && rows(item) == Slot.Rows.STEP)) continue;
                places.put(item, place);
                Slot slot = temporary.remove(operand);
                if (slot != null && !lifetimes.isKept(item)) temporary.put(item, slot);
                return true;
            }
            return false;
        }

        private void placeTogether(List<Item> items) {
            int panels = items.stream().mapToInt(Item::panels).sum();
            Slot slot = slot(items, panels);
            int panel = 0;
            for (Item item : items) {
                places.put(item, new Place(slot.index(), panel));
                panel += item.panels();
            }
            if (items.size() == 1 && slot.rows() == Slot.Rows.STEP && !lifetimes.isKept(items.get(0))) {
                temporary.put(items.get(0), slot);
            }
        }

        private Slot slot(Item item, int panels) {
            return slot(List.of(item), panels);
        }

        private Slot slot(List<Item> items, int panels) {
            Slot.Rows rows = Slot.Rows.ONE;
            for (Item item : items) {
                Slot.Rows needed = rows(item);
                if (needed.ordinal() < rows.ordinal()) rows = needed;
            }
            boolean given = items.get(0).kind() == Item.Kind.GIVEN;
            String axis = items.get(0).axis();
            Deque<Slot> unused = free.getOrDefault(new Shape(panels, axis), new ArrayDeque<>());
            if (rows == Slot.Rows.STEP && !given && !unused.isEmpty()) return unused.pop();
            Slot slot = new Slot(slots.size(), rows, panels, axis, Slot.OWN);
            slots.add(slot);
            return slot;
        }

        private Slot.Rows rows(Item item) {
            return lifetimes.rows(item);
        }

        private void release(int order) {
            List<Item> dead = temporary.keySet().stream()
                    .filter(i -> lastUse.getOrDefault(i, -1) < order)
                    .sorted(java.util.Comparator.comparingInt(
                            i -> places.getOrDefault(i, Place.OUTSIDE).slot()))
                    .toList();
            for (Item item : dead) {
                Slot slot = temporary.remove(item);
                if (slot != null)
                    free.computeIfAbsent(new Shape(slot.panels(), slot.axis()), p -> new ArrayDeque<>())
                            .push(slot);
            }
        }

        private Place placeOf(Item item) {
            Place place = places.get(item);
            if (place == null) throw new AssertionError("no place for " + item);
            return place;
        }

        private static Set<Item> identitySet() {
            return Collections.newSetFromMap(new IdentityHashMap<>());
        }
    }
}
