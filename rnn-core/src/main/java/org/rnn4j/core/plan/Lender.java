package org.rnn4j.core.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rnn4j.api.expr.Source;
import org.rnn4j.core.trace.StepGraph;

/**
 * What a backward draft reads of storage that is not its own: values that the forward pass saved, and the gradient of the
 * output; where they stand, and who reads them.
 */
final class Lender {
    /** A value, the items of the backward draft that stand for it, and whether its place is free when they have been read. */
    record Tenant(Place place, int panels, int size, List<Item> items, boolean leaves) {}

    private final Draft draft;
    private final Draft forward;
    private final List<Slot> slots = new ArrayList<>();
    private final Map<Item, Place> places = new java.util.IdentityHashMap<>();
    private final Map<Place, Tenant> tenants = new java.util.LinkedHashMap<>();
    private final Map<Integer, Slot> lent = new HashMap<>();

    Lender(Draft draft) {
        this.draft = draft;
        this.forward = draft.forward().orElseThrow(() -> new AssertionError("not a backward draft"));
        List<Item> cotangents = new ArrayList<>();
        for (Item item : draft.items()) {
            if (item.kind() != Item.Kind.GIVEN || item.isIds()) continue;
            if (HoistInputs.isSource(item.origin(), Source.Kind.SAVED)) addSaved(item);
            if (HoistInputs.isSource(item.origin(), Source.Kind.COTANGENT)) cotangents.add(item);
        }
        if (cotangents.size() == 1) addCotangent(cotangents.get(0));
    }

    private void addSaved(Item item) {
        Item saved = SavedValues.item(draft, item.origin());
        Place place = forward.places().getOrDefault(saved, Place.OUTSIDE);
        if (place.isOutside()) return;
        Slot slot = forward.slots().get(place.slot());
        if (slot.rows() != Slot.Rows.SEQUENCE) return;
        Slot here = lent.computeIfAbsent(slot.index(), k -> slot(slot.panels(), slot.axis(), new Slot.Forward(k)));
        add(item, new Place(here.index(), place.panel()), !isHandedOut(saved));
    }

    private void addCotangent(Item item) {
        add(
                item,
                new Place(
                        slot(item.panels(), item.axis(), new Slot.OutputGradient())
                                .index(),
                        0),
                true);
    }

    private void add(Item item, Place place, boolean leaves) {
        places.put(item, place);
        tenants.computeIfAbsent(place, p -> new Tenant(p, item.panels(), item.size(), new ArrayList<>(), leaves))
                .items()
                .add(item);
    }

    private Slot slot(int panels, String axis, Slot.Owner owner) {
        Slot slot = new Slot(slots.size(), Slot.Rows.SEQUENCE, panels, axis, owner);
        slots.add(slot);
        return slot;
    }

    /** Others read the results of a forward pass too. */
    private boolean isHandedOut(Item saved) {
        return forward.graph().results().stream().map(StepGraph.Result::value).anyMatch(v -> forward.root(v) == saved);
    }

    /** The slots that it lends, which are the first ones of the backward plan. */
    List<Slot> slots() {
        return slots;
    }

    /** Where the items that stand for what it lends are. */
    Map<Item, Place> places() {
        return places;
    }

    /** All that stands in its slots. */
    List<Tenant> tenants() {
        return List.copyOf(tenants.values());
    }

    /** What stands at a panel. */
    Optional<Tenant> at(int slot, int panel) {
        return tenants.values().stream()
                .filter(t -> t.place().slot() == slot)
                .filter(t -> t.place().panel() <= panel && panel < t.place().panel() + t.panels())
                .findFirst();
    }
}
