package org.rnn4j.core.engine.simd;

import java.util.List;
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

    CarriedStates(StepPlan plan, StepValues values) {
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
    }

    /** Copies the carried states to where the step, and later a backward pass, reads them. */
    void keep(int row, int low, int count, Team team, int member) {
        for (int s = 0; s < carried.length; s++) {
            View state = carried[s];
            for (View view : previous[s]) {
                int rows = state.count(low, count);
                PanelCopies.copyShare(state, state.row(row, low), view, view.row(row, low), rows, team, member);
            }
        }
    }

    /** Copies what the step made of the states to where the next step takes it from. */
    void carry(int row, int low, int count, Team team, int member) {
        for (int s = 0; s < carried.length; s++) {
            View made = next[s];
            View state = carried[s];
            int rows = state.count(low, count);
            PanelCopies.copyShare(made, made.row(row, low), state, state.row(row, low), rows, team, member);
        }
    }
}
