package org.rnn4j.core.plan;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rnn4j.api.expr.Source;
import org.rnn4j.core.trace.StepGraph;

/**
 * Checks a plan in the making after every pass: values are made before they are read, by work that runs early enough, and
 * still stand where they were put when they are read. A failure is our own mistake.
 */
final class PlanVerifier {
    private static final Object[] NOTHING = {};

    private PlanVerifier() {}

    static void verify(Draft draft, String pass) {
        checkOrder(draft, pass);
        if (!draft.work().isEmpty()) {
            checkWork(draft, pass);
            checkOnTheWay(draft, pass);
        }
        if (!draft.places().isEmpty()) checkPlaces(draft, pass);
    }

    private static void checkOrder(Draft draft, String pass) {
        Set<Item> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Item item : draft.items()) {
            for (Item operand : item.operands()) {
                require(seen.contains(operand), pass, () -> item + " before its operand " + operand);
                require(
                        operand.phase().compareTo(item.phase()) <= 0,
                        pass,
                        () -> item + " runs earlier than " + operand);
            }
            seen.add(item);
        }
    }

    private static void checkWork(Draft draft, String pass) {
        Set<Item> made = Collections.newSetFromMap(new IdentityHashMap<>());
        Phase phase = Phase.ONCE;
        for (Work work : draft.work()) {
            Phase before = phase;
            phase = work.phase();
            require(
                    before.compareTo(work.phase()) <= 0,
                    pass,
                    () -> "work of phase " + work.phase() + " after " + before);
            for (Item item : work.makes()) {
                for (Item operand : item.operands()) {
                    boolean there = operand.kind() == Item.Kind.GIVEN || operand.kind() == Item.Kind.UNIFORM;
                    require(there || made.contains(operand), pass, () -> item + " runs before " + operand + " is made");
                }
                require(made.add(item), pass, () -> item + " is made twice");
            }
        }
    }

    /** What is made on the way to a value stands nowhere: nothing else may read it. */
    private static void checkOnTheWay(Draft draft, String pass) {
        Set<Item> onTheWay = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Work work : draft.work()) {
            work.makes().stream().filter(work::isOnTheWay).forEach(onTheWay::add);
        }
        for (Work work : draft.work()) {
            for (Item item : work.makes()) {
                if (work.isOnTheWay(item)) continue;
                for (Item operand : work.reads(item)) {
                    require(
                            !onTheWay.contains(operand),
                            pass,
                            () -> operand + " stands nowhere, but is read by " + item);
                }
            }
        }
        for (Item root : draft.roots().values()) {
            require(!onTheWay.contains(root), pass, () -> root + " stands nowhere, but is needed outside");
        }
        for (Draft.GradientWork gradient : draft.gradients()) {
            Item output = gradient.output();
            require(!onTheWay.contains(output), pass, () -> output + " stands nowhere, but is needed by a gradient");
        }
    }

    private static void checkPlaces(Draft draft, String pass) {
        Holders<Object> holders = new Holders<>();
        for (Item item : draft.items()) {
            if (item.kind() == Item.Kind.GIVEN) hold(draft, holders, item);
        }
        for (Work work : draft.work()) {
            for (Item item : work.makes()) {
                if (work.isOnTheWay(item)) continue;
                for (Item operand : work.reads(item)) requireThere(draft, holders, operand, pass, "read by " + item);
                hold(draft, holders, item);
            }
            for (Item item : work.makes()) {
                for (Item operand : item.operands()) {
                    boolean wholeRows = item.terms().stream().anyMatch(t -> t.operand() == operand)
                            || operand.panels() != item.panels();
                    // By the time that a panel of it is made, other panels of its operands may have been replaced.
                    if (wholeRows) requireThere(draft, holders, operand, pass, "read as a whole by " + item);
                }
            }
        }
        for (Item root : draft.roots().values()) requireThere(draft, holders, root, pass, "needed outside");
        for (Draft.GradientWork gradient : draft.gradients()) {
            requireThere(draft, holders, gradient.output(), pass, "needed by a gradient");
            gradient.input().ifPresent(i -> requireThere(draft, holders, i, pass, "needed by a gradient"));
        }
        if (draft.forward().isPresent()) checkForward(draft, draft.forward().get(), pass);
        for (List<Item> bundle : draft.bundles()) checkTogether(draft, bundle, pass);
        for (List<Item> merged : draft.merged()) checkTogether(draft, merged, pass);
    }

    /** What the forward pass hands out stays. */
    private static void checkForward(Draft draft, Draft forward, String pass) {
        Holders<Item> results = new Holders<>();
        for (StepGraph.Result result : forward.graph().results()) {
            Item root = forward.root(result.value());
            Place place = forward.places().getOrDefault(root, Place.OUTSIDE);
            if (!place.isOutside()) results.set(place, root.panels(), root);
        }
        draft.places().forEach((item, place) -> {
            boolean made = item.kind() != Item.Kind.GIVEN && !place.isOutside();
            if (!made || !(draft.slots().get(place.slot()).owner() instanceof Slot.Forward lent)) return;
            for (int k = 0; k < item.panels(); k++) {
                Item result = results.of(new Place(lent.slot(), place.panel()), k);
                require(
                        result == null,
                        pass,
                        () -> item + " replaces " + result + ", which the forward pass hands out");
            }
        });
    }

    private static void hold(Draft draft, Holders<Object> holders, Item item) {
        Place place = draft.places().getOrDefault(item, Place.OUTSIDE);
        if (place.isOutside()) return;
        holders.set(place, item.panels(), value(draft, item));
    }

    private static void requireThere(Draft draft, Holders<Object> holders, Item item, String pass, String why) {
        Place place = draft.places().getOrDefault(item, Place.OUTSIDE);
        if (place.isOutside()) return;
        Object value = value(draft, item);
        for (int k = 0; k < item.panels(); k++) {
            Object holder = holders.of(place, k);
            if (holder == value) continue;
            throw failed(pass, item + " has been replaced by " + holder + ", but is " + why);
        }
    }

    /** Several items may stand for one value of the forward pass. */
    private static Object value(Draft draft, Item item) {
        boolean saved = item.kind() == Item.Kind.GIVEN && HoistInputs.isSource(item.origin(), Source.Kind.SAVED);
        return saved ? SavedValues.item(draft, item.origin()) : item;
    }

    private static void checkTogether(Draft draft, List<Item> items, String pass) {
        Place first = draft.places().getOrDefault(items.get(0), Place.OUTSIDE);
        if (items.stream().noneMatch(draft.places()::containsKey)) return;
        int panel = first.panel();
        for (Item item : items) {
            Place place = draft.places().getOrDefault(item, Place.OUTSIDE);
            require(
                    place.equals(new Place(first.slot(), panel)),
                    pass,
                    () -> item + " does not stand beside its neighbours");
            panel += item.panels();
        }
    }

    // A plan has thousands of checks: no text is made before one fails.
    private static void require(boolean condition, String pass, Supplier<String> problem) {
        if (!condition) throw failed(pass, problem.get());
    }

    private static AssertionError failed(String pass, String problem) {
        return new AssertionError("after pass " + pass + ": " + problem);
    }

    /** What stands in each panel of each slot. The update of a large parameter has thousands of panels: no object for each. */
    private static final class Holders<T> {
        private final Map<Integer, Object[]> panels = new HashMap<>();

        void set(Place place, int count, T holder) {
            int end = place.panel() + count;
            Object[] all = panels.getOrDefault(place.slot(), NOTHING);
            if (all.length < end) all = Arrays.copyOf(all, end);
            Arrays.fill(all, place.panel(), end, holder);
            panels.put(place.slot(), all);
        }

        @SuppressWarnings("unchecked") // only set puts something in
        @Nullable
        T of(Place place, int offset) {
            Object[] all = panels.getOrDefault(place.slot(), NOTHING);
            int panel = place.panel() + offset;
            return panel < all.length ? (T) all[panel] : null;
        }
    }
}
