package org.rnn4j.core.engine.simd;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rnn4j.core.engine.Execution.Mode;
import org.rnn4j.core.kernel.PanelLayout;
import org.rnn4j.core.plan.Item;
import org.rnn4j.core.plan.Slot.Rows;
import org.rnn4j.core.trace.SequenceGraph.Value;
import org.rnn4j.core.trace.StepGraph;

/**
 * Training that keeps the states at the borders of segments of about √T steps, and the output; what the backward run reads is
 * computed again, segment by segment.
 *
 * <p>Implementation note. The gradients of parameters come out bit for bit as without recomputation, so they must be summed
 * from the first row on. A scan that ran forward in time goes backward twice for this: once from the last segment to the
 * first, to find the gradients of the states at the borders, and then from the first to the last, segment by segment, to add
 * up. Where a parameter stands in the equations several times, each of its contributions has a pass of its own.
 *
 * <p>Source: square-root checkpointing: Chen et al. 2016, arXiv:1604.06174; for recurrent networks: Gruslys et al. 2016,
 * arXiv:1606.03401.
 */
final class RecomputedScan implements ScanTraining {
    /** Some steps: their rows as a layout of their own, the first of them among all rows, the first step. */
    private record Segment(RowLayout layout, Map<String, Positions> positions, int row, int step) {}

    private final ScanParts parts;
    private final StepRun forward;
    private final StepRun backward;
    private final Item made;
    private final View output;
    private final View outputGradient;
    private final Borders states;
    private final Borders gradients;
    private List<Segment> segments = List.of();

    RecomputedScan(ScanParts parts) {
        this.parts = parts;
        this.forward = parts.forward();
        this.backward = parts.backward();
        this.made = forward.plan().root(parts.scan().graph().result(StepGraph.OUTPUT));
        this.output = new View(made.size());
        this.outputGradient = new View(made.size());
        int count = parts.scan().graph().states().size();
        this.states = new Borders(forward, count);
        this.gradients = new Borders(backward, count);
    }

    // ---- placing

    @Override
    public void placeLasting(RowLayout layout, Map<String, Positions> positions, Arena arena) {
        segments = segments(layout);
        Segment largest = segments.get(0);
        forward.values().positions(largest.positions());
        backward.values().positions(largest.positions());
        arena.place(output, Rows.SEQUENCE, PanelLayout.panels(output.size), layout.rows());
        forward.values().placeLasting(largest.layout(), arena, List.of());
        backward.values().placeLasting(largest.layout(), arena, List.of());
        states.place(arena, segments.size(), layout);
        gradients.place(arena, segments.size(), layout);
    }

    /** The first segment has the most rows: examples end, none begins later. */
    private List<Segment> segments(RowLayout layout) {
        int length = Math.max(1, (int) Math.ceil(Math.sqrt(layout.steps())));
        List<Segment> all = new ArrayList<>();
        for (int from = 0; from < layout.steps() || all.isEmpty(); from += length) {
            RowLayout part = layout.part(from, Math.min(layout.steps(), from + length));
            int row = layout.steps() == 0 ? 0 : layout.row(from, 0);
            Optional<Segment> like =
                    all.stream().filter(s -> s.layout().hasStepsOf(part)).findFirst();
            all.add(new Segment(
                    like.map(Segment::layout).orElse(part),
                    like.map(Segment::positions)
                            .orElseGet(() -> parts.memories().positions(part)),
                    row,
                    from));
        }
        return all;
    }

    /** No: segments are laid out for the lengths of one batch. */
    @Override
    public boolean canTurn() {
        return false;
    }

    @Override
    public void turnTo(RowLayout layout) {
        throw new AssertionError("segments are of one batch");
    }

    /** Both runs of a segment share their time with the backward run of the others. */
    @Override
    public void placeForward(Arena arena) {}

    @Override
    public void placeBackward(Arena arena) {
        forward.values().placeTemporary(arena);
        backward.values().placeTemporary(arena);
        int rows = segments.get(0).layout().rows();
        arena.place(outputGradient, Rows.SEQUENCE, PanelLayout.panels(outputGradient.size), rows);
    }

    @Override
    public void resolve() {}

    @Override
    public void bind() {}

    @Override
    public void resolveBackward() {}

    @Override
    public View output() {
        return output;
    }

    @Override
    public Optional<View> keepGradient(int input) {
        return Optional.empty();
    }

    // ---- forward

    @Override
    public void runForward(Mode mode) {
        for (int k = 0; k < segments.size(); k++) {
            int s = parts.scan().backward() ? segments.size() - 1 - k : k;
            Segment segment = segments.get(s);
            states.keep(s);
            runForward(segment, mode);
            PanelCopies.copyRows(
                    forward.values().view(made),
                    0,
                    output,
                    segment.row(),
                    segment.layout().rows());
        }
        states.keep(segments.size());
    }

    private void runForward(Segment segment, Mode mode) {
        forward.values().turnTo(segment.layout(), segment.positions());
        parts.inputs().bind(forward, segment.row());
        parts.inputs().bindIds(forward, segment.row(), segment.layout().rows());
        forward.run(parts.inputs().masks(mode, segment.step()));
    }

    // ---- backward

    @Override
    public void runBackward(Mode mode) {
        Sums sums = new Sums();
        int rounds = Math.max(1, parts.contributions().rounds());
        boolean rowsAscend = parts.scan().backward();
        boolean again = !rowsAscend && segments.size() > 1 || rounds > 1;
        if (again) findBorders(mode, rowsAscend);
        for (int round = 0; round < rounds; round++) {
            for (int s = 0; s < segments.size(); s++) {
                if (again) gradients.restore(s);
                prepareBackward(s, mode);
                backward.run(parts.inputs().masks(Mode.GRADIENT, 0));
                RowLayout layout = segments.get(s).layout();
                if (round < parts.contributions().rounds()) {
                    parts.contributions().add(round, layout, parts.network().pool());
                }
                if (round == 0) sums.add(segments.get(s));
            }
        }
        if (again) gradients.restore(segments.size());
        states.restore(segments.size());
        sums.passOn();
    }

    /** Runs backward for the gradients of the states alone. */
    private void findBorders(Mode mode, boolean rowsAscend) {
        for (int k = 0; k < segments.size(); k++) {
            int s = rowsAscend ? k : segments.size() - 1 - k;
            gradients.keep(s);
            prepareBackward(s, mode);
            backward.runToStates(parts.inputs().masks(Mode.GRADIENT, 0));
        }
        gradients.keep(segments.size());
    }

    /** Computes again what the backward run of a segment reads. */
    private void prepareBackward(int s, Mode mode) {
        Segment segment = segments.get(s);
        states.restore(s);
        runForward(segment, mode);
        View whole = parts.network().valueGradients().view(parts.scan().output());
        PanelCopies.copyRows(
                whole, segment.row(), outputGradient, 0, segment.layout().rows());
        backward.values().borrow(forward.values(), Optional.of(outputGradient));
        backward.values().turnTo(segment.layout(), segment.positions());
        parts.bindBackward(outputGradient);
        parts.bindBackwardIds();
    }

    /** The gradients of the inputs, segment by segment. */
    private final class Sums {
        private final Map<Integer, View> memories = new HashMap<>();
        private final List<Boolean> first = new ArrayList<>();

        Sums() {
            List<Value> inputs = parts.scan().inputs();
            for (int k = 0; k < inputs.size(); k++) {
                Value value = inputs.get(k);
                boolean earlier = false;
                for (int j = 0; j < k; j++) {
                    boolean same =
                            inputs.get(j).equals(value) && !parts.memories().isMemory(j);
                    earlier |= same && parts.inputGradient(j).isPresent();
                }
                first.add(!earlier && !parts.network().valueGradients().has(value));
            }
        }

        void add(Segment segment) {
            RowLayout layout = segment.layout();
            for (int k = 0; k < parts.inputCount(); k++) {
                Optional<Item> item = parts.inputGradient(k);
                if (item.isEmpty()) continue;
                View gradient = backward.values().view(item.get());
                if (parts.memories().isMemory(k)) {
                    View sum = memories.computeIfAbsent(k, m -> parts.memories().newSum(gradient));
                    MemoryRun.addSteps(
                            gradient, sum, layout, parts.network().compiled().kernels());
                } else {
                    Value value = parts.scan().inputs().get(k);
                    parts.network()
                            .valueGradients()
                            .addRows(value, gradient, segment.row(), layout.rows(), first.get(k));
                }
            }
        }

        void passOn() {
            for (int k = 0; k < parts.inputCount(); k++) {
                if (parts.inputGradient(k).isEmpty()) continue;
                View sum = memories.get(k);
                if (sum != null) parts.memories().passOn(k, sum, parts.layout());
                else
                    parts.network().valueGradients().reach(parts.scan().inputs().get(k));
            }
        }
    }

    /** The states of a run at the borders of segments: before each of them, and after all. */
    private static final class Borders {
        private final StepRun run;
        private final List<View> kept = new ArrayList<>();
        private final int[] rows;

        Borders(StepRun run, int states) {
            this.run = run;
            this.rows = new int[states];
            for (int s = 0; s < states; s++) kept.add(new View(run.values().carried(s).size));
        }

        void place(Arena arena, int segments, RowLayout layout) {
            for (int s = 0; s < kept.size(); s++) {
                View view = kept.get(s);
                rows[s] = StateTensors.rows(run.values().carried(s), layout);
                arena.place(view, Rows.STEP, PanelLayout.panels(view.size), (segments + 1) * rows[s]);
            }
        }

        void keep(int border) {
            for (int s = 0; s < kept.size(); s++) {
                PanelCopies.copyRows(run.values().carried(s), 0, kept.get(s), border * rows[s], rows[s]);
            }
        }

        void restore(int border) {
            for (int s = 0; s < kept.size(); s++) {
                PanelCopies.copyRows(kept.get(s), border * rows[s], run.values().carried(s), 0, rows[s]);
            }
        }
    }
}
