package org.rnn4j.core.plan;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.rnn4j.core.trace.StepGraph;

/** Which values of a draft something outside still reads after the run, and which need a row for every step. */
final class Lifetimes {
    private final Set<Item> kept = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Item> sequences = Collections.newSetFromMap(new IdentityHashMap<>());

    Lifetimes(Draft draft) {
        kept.addAll(draft.roots().values());
        StepGraph graph = draft.graph();
        draft.saved().forEach(n -> sequences.add(draft.root(n)));
        graph.results().forEach(r -> sequences.add(draft.root(r.value())));
        for (Draft.GradientWork gradient : draft.gradients()) {
            keepSequence(gradient.output());
            gradient.input().ifPresent(this::keepSequence);
        }
        for (Work work : draft.work()) {
            for (Item item : work.makes()) {
                if (item.phase() != Phase.AFTER) continue;
                item.operands().stream().filter(o -> o.phase() == Phase.LOOP).forEach(sequences::add);
            }
        }
    }

    private void keepSequence(Item item) {
        sequences.add(item);
        kept.add(item);
    }

    /** True if something outside reads it after the run. */
    boolean isKept(Item item) {
        return kept.contains(item);
    }

    /** How many rows it needs. */
    Slot.Rows rows(Item item) {
        return switch (item.phase()) {
            case ONCE -> Slot.Rows.ONE;
            case BEFORE, AFTER -> Slot.Rows.SEQUENCE;
            case LOOP -> sequences.contains(item) ? Slot.Rows.SEQUENCE : Slot.Rows.STEP;
        };
    }
}
