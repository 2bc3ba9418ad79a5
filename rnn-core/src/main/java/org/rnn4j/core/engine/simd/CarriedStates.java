package org.rnn4j.core.engine.simd;

import java.util.List;
import org.rnn4j.api.expr.Operation;
import org.rnn4j.api.expr.Source;
import org.rnn4j.core.plan.Item;
import org.rnn4j.core.plan.Slot.Rows;
import org.rnn4j.core.plan.StepPlan;
import org.rnn4j.core.trace.StepGraph;

/**
 * The states that go from step to step.
 *
 * <p>Belongs to one {@link TimeLoop}; each of its threads moves other rows or other panels.
 */
final class CarriedStates {
    private final View[] carried;
    private final View[][] previous;
    private final View[] next;
    private final View[] shared;
    /** False if a state becomes what another one was, which passing on would overwrite. */
    private final boolean staysUntilPassedOn;

    CarriedStates(StepCode code, StepValues values) {
        StepPlan plan = code.plan();
        List<StepGraph.State> states = plan.graph().states();
        carried = new View[states.size()];
        previous = new View[states.size()][];
        next = new View[states.size()];
        for (int k = 0; k < states.size(); k++) {
            carried[k] = values.carried(k);
            previous[k] = plan.given(states.get(k).previous()).stream()
                    .map(values::view)
                    .toArray(View[]::new);
            next[k] = values.view(plan.root(states.get(k).next()));
        }
        staysUntilPassedOn = states.stream().noneMatch(s -> isPrevious(plan.root(s.next())));
        shared = states.stream()
                .flatMap(s -> plan.given(s.previous()).stream())
                .filter(code::isSharedState)
                .map(values::view)
                .toArray(View[]::new);
    }

    private static boolean isPrevious(Item item) {
        return item.kind() == Item.Kind.GIVEN
                && item.origin().operation() == Operation.SOURCE
                && item.origin().detail(Source.class).kind() == Source.Kind.PREVIOUS;
    }

    /** True if passing states on would write where others may still read those of the step before. */
    boolean overwritesShared() {
        for (View view : shared) {
            if (view.rows == Rows.STEP && !view.takesTurns()) return true;
        }
        return false;
    }

    /** Copies the carried states of some examples to where a step, and later a backward pass, reads them. */
    void keep(int row, int low, int from, int to, Team team, int member) {
        for (int s = 0; s < carried.length; s++) {
            for (View view : previous[s]) copy(carried[s], row, view, row, low, from, to, team, member);
        }
    }

    /** Copies what a step made of the states of some examples to where the next step reads it. */
    void passOn(int row, int nextRow, int low, int count, Team team, int member) {
        if (!staysUntilPassedOn) {
            carry(row, low, 0, count, team, member);
            keep(nextRow, low, 0, count, team, member);
            return;
        }
        for (int s = 0; s < carried.length; s++) {
            for (View view : previous[s]) copy(next[s], row, view, nextRow, low, 0, count, team, member);
        }
    }

    /** Copies what a step made of the states of some examples to where they are carried. */
    void carry(int row, int low, int from, int to, Team team, int member) {
        for (int s = 0; s < carried.length; s++) copy(next[s], row, carried[s], row, low, from, to, team, member);
    }

    /** Copies the rows of the examples from one to before another, counted from the first of a part. */
    private static void copy(
            View from, int fromRow, View to, int toRow, int low, int first, int end, Team team, int member) {
        if (first == end) return;
        int stepRow = low + first;
        PanelCopies.copyShare(
                from,
                from.row(fromRow + first, stepRow),
                to,
                to.row(toRow + first, stepRow),
                to.count(stepRow, end - first),
                team,
                member);
    }
}
