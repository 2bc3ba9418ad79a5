package org.rnn4j.core.engine.simd;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rnn4j.api.expr.Node;
import org.rnn4j.api.expr.Operation;
import org.rnn4j.core.kernel.PanelLayout;
import org.rnn4j.core.plan.Item;
import org.rnn4j.core.plan.Place;
import org.rnn4j.core.plan.Slot;
import org.rnn4j.core.plan.Slot.Rows;
import org.rnn4j.core.plan.StepPlan;
import org.rnn4j.core.trace.StepGraph;

/**
 * Where the values of a step plan stand in a run: each has a view of its slot in the arena, of another run's slot, or of
 * what was bound from outside.
 *
 * <p>Belongs to one {@link StepRun}; changed between its runs, on the thread that calls them.
 */
final class StepValues {
    private final StepCode code;
    private final View[] views;
    private final int[][] ids;
    private final View[] slots;
    /** By value: its slot and panel; -1 for the slot of what stands outside. */
    private final int[] slotOf;

    private final int[] panelOf;
    private final View[] carried;
    private final List<Item> outside;
    private final BitSet sharedSlots = new BitSet();
    private boolean[] placedLasting = new boolean[0];
    private final CurrentLayout layout = new CurrentLayout();
    private Map<String, Positions> positions = Map.of();

    StepValues(StepCode code) {
        this.code = code;
        StepPlan plan = code.plan();
        views = new View[plan.items().size()];
        ids = new int[views.length][];
        slotOf = new int[views.length];
        panelOf = new int[views.length];
        for (Item item : plan.items()) {
            int number = code.number(item);
            Place place = plan.place(item);
            views[number] = new View(item.size());
            slotOf[number] = place.isOutside() ? -1 : place.slot();
            panelOf[number] = place.panel();
        }
        slots = plan.slots().stream()
                .map(s -> new View(s.panels() * PanelLayout.WIDTH))
                .toArray(View[]::new);
        for (Item item : plan.items()) {
            if (code.isSharedState(item)) sharedSlots.set(plan.place(item).slot());
        }
        carried = plan.graph().states().stream().map(s -> new View(s.size())).toArray(View[]::new);
        outside = plan.items().stream()
                .filter(i -> i.kind() == Item.Kind.GIVEN && i.origin().operation() == Operation.SOURCE)
                .filter(i -> plan.place(i).isOutside())
                .toList();
    }

    private StepPlan plan() {
        return code.plan();
    }

    /** Says where the positions of memories stand, before anything is placed. */
    void positions(Map<String, Positions> newPositions) {
        positions = newPositions;
    }

    private Positions positions(String axis) {
        return positions.getOrDefault(axis, Positions.NONE);
    }

    /**
     * Places what outlives the stage: results, and what a backward pass reads.
     *
     * @param lasting items whose slots must last
     */
    void placeLasting(RowLayout newLayout, Arena arena, List<Item> lasting) {
        turnTo(newLayout);
        boolean[] done = new boolean[slots.length];
        for (Item item : lasting) {
            int slot = slotOf[code.number(item)];
            if (slot < 0 || done[slot]) continue;
            done[slot] = true;
            placeSlot(slot, arena);
        }
        placedLasting = done;
        List<StepGraph.State> states = plan().graph().states();
        for (int k = 0; k < carried.length; k++) {
            place(
                    carried[k],
                    Rows.STEP,
                    PanelLayout.panels(carried[k].size),
                    states.get(k).axis(),
                    false,
                    arena);
        }
    }

    /** Places the rest, which other stages may use again. */
    void placeTemporary(Arena arena) {
        for (int k = 0; k < slots.length; k++) {
            if (!placedLasting[k]) placeSlot(k, arena);
        }
    }

    private void placeSlot(int index, Arena arena) {
        Slot slot = plan().slots().get(index);
        if (!slot.isOwn()) return;
        place(slots[index], slot.rows(), slot.panels(), slot.axis(), sharedSlots.get(index), arena);
    }

    /**
     * Places a view.
     *
     * @param shared true if threads that share the columns would wait for each other before a step overwrites what the
     *     last one read
     */
    private void place(View view, Rows rows, int panels, String axis, boolean shared, Arena arena) {
        Positions own = positions(axis);
        view.positions = own;
        view.whole();
        if (own != Positions.NONE) {
            arena.place(view, rows, panels, rows == Rows.SEQUENCE ? own.sequenceRows() : own.rows());
            return;
        }
        int capacity = switch (rows) {
            case SEQUENCE -> layout.now.room().rows();
            case STEP -> layout.now.room().examples();
            case ONE -> 1;
        };
        if (rows == Rows.STEP && layout.now.parts() > 1) {
            int most = layout.now.room().largestPart();
            arena.place(view, rows, panels * layout.now.parts(), most);
            view.cut(layout, panels * most);
        } else if (rows == Rows.STEP && shared) {
            arena.place(view, rows, 2 * panels, capacity);
            view.takeTurns(layout, panels * capacity);
        } else {
            arena.place(view, rows, panels, capacity);
        }
    }

    /**
     * Lets a backward run read, and use again, what belongs to others; before {@link #resolve}.
     *
     * @param forward the values of the forward run
     * @param outputGradient where the gradient of the output stands, if there is one
     */
    void borrow(StepValues forward, Optional<View> outputGradient) {
        for (Slot slot : plan().slots()) {
            if (slot.owner() instanceof Slot.Forward lent) {
                slots[slot.index()].alias(forward.slots[lent.slot()], 0);
            } else if (!slot.isOwn()) {
                slots[slot.index()].alias(outputGradient.orElseThrow(), 0);
            }
        }
    }

    /** Points every value to its place, after the arena has been filled. */
    void resolve() {
        for (int k = 0; k < views.length; k++) {
            if (slotOf[k] >= 0) views[k].alias(slots[slotOf[k]], panelOf[k]);
        }
    }

    /** The view of a value. */
    View view(Item item) {
        return views[code.number(item)];
    }

    /** The indices of a one-hot value. */
    int[] ids(Item item) {
        int[] found = ids[code.number(item)];
        if (found == null) throw new AssertionError("no indices for " + item);
        return found;
    }

    /** Turns to another layout for whose rows there is room, in as many parts. */
    void turnTo(RowLayout newLayout) {
        layout.now = newLayout;
    }

    /**
     * Turns to a part of the rows that it was placed for, which nothing but the states connects with the other parts; what
     * comes from outside is bound after it.
     */
    void turnTo(RowLayout part, Map<String, Positions> newPositions) {
        turnTo(part);
        positions = newPositions;
        for (Slot slot : plan().slots()) {
            if (!slot.isOwn()) continue;
            View view = slots[slot.index()];
            view.positions = positions(slot.axis());
        }
        resolve();
    }

    /** Binds a value from outside. */
    void bind(Item item, View outside) {
        bind(item, outside, 0);
    }

    /** Binds a value from outside, from a row on. */
    void bind(Item item, View outside, int row) {
        views[code.number(item)].alias(outside, 0, row);
    }

    /** Binds indices from outside. */
    void bindIds(Item item, int[] indices) {
        ids[code.number(item)] = indices;
    }

    /** Binds indices from outside to all that stands for a source of the graph. */
    void bindIds(Node source, int[] indices) {
        List<Item> items = plan().items();
        for (int k = 0; k < items.size(); k++) {
            Item item = items.get(k);
            if (item.kind() == Item.Kind.GIVEN && item.origin() == source) ids[code.number(item)] = indices;
        }
    }

    /** The rows in which a state is carried: the initial state before the run, the final state after it. */
    View carried(int state) {
        return carried[state];
    }

    /** The values that come from outside. */
    List<Item> outside() {
        return outside;
    }

    /** The rows that the values stand for. */
    RowLayout layout() {
        return layout.now;
    }

    /** Whether there are memories, whose positions belong to the rows. */
    boolean hasPositions() {
        return !positions.isEmpty();
    }

    /** The views of all values, by number. */
    View[] views() {
        return views;
    }

    /** The indices of all one-hot values, by number. */
    int[][] ids() {
        return ids;
    }
}
