package org.rnn4j.core.engine.simd;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rnn4j.api.Loss;
import org.rnn4j.api.expr.Source;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.Execution.LossSum;
import org.rnn4j.core.engine.Execution.Mode;
import org.rnn4j.core.engine.TargetCheck;
import org.rnn4j.core.engine.Tensor;
import org.rnn4j.core.grad.Adjoint;
import org.rnn4j.core.kernel.PanelLayout;
import org.rnn4j.core.kernel.RowStretches;
import org.rnn4j.core.plan.Item;
import org.rnn4j.core.plan.Slot.Rows;
import org.rnn4j.core.trace.LossTracer;
import org.rnn4j.core.trace.SequenceGraph.Value;

/** The loss of a network's output, and its gradient. */
final class LossRun implements LossWork {
    private static final Masks NO_MASKS = (item, example, time, out) -> {
        throw new AssertionError("a loss draws no masks");
    };

    private final NetworkRun network;
    private final Value output;
    private final StepRun forward;
    private final StepRun backward;
    private final LossTracer.Targets targetKind;
    private final boolean classes;
    private final View target;
    private final List<Item> targets;
    private final SavedInputs saved;
    private int[] targetIds = new int[0];
    private boolean[] countedRows = new boolean[0];

    LossRun(NetworkRun network, Value output, SimdCompiled.LossCode code) {
        this.network = network;
        this.output = output;
        this.forward = new StepRun(code.forward(), network.weights(), network.early(), false);
        this.backward = new StepRun(code.backward(), network.weights(), network.early(), true);
        this.targetKind = code.targets();
        this.classes = targetKind.kind() == Loss.Target.CLASS;
        this.target = new View(targetKind.size());
        this.targets = forward.values().outside();
        this.saved = new SavedInputs(forward, backward);
    }

    private RowLayout layout() {
        return network.layout(output);
    }

    @Override
    public void placeLasting(Arena arena, Mode mode) {
        List<Item> lasting = new ArrayList<>(forward.plan().roots().values());
        forward.values().placeLasting(layout(), arena, lasting);
        int rows = layout().room().rows();
        if (!classes) arena.place(target, Rows.SEQUENCE, PanelLayout.panels(target.size), rows);
        if (mode.backward()) backward.values().placeLasting(layout(), arena, List.of(gradientItem()));
    }

    @Override
    public void placeForward(Arena arena) {
        forward.values().placeTemporary(arena);
    }

    @Override
    public void placeBackward(Arena arena) {
        backward.values().placeTemporary(arena);
    }

    @Override
    public void resolve(Mode mode) {
        forward.values().resolve();
        if (!mode.backward()) return;
        backward.values().borrow(forward.values(), Optional.empty());
        backward.values().resolve();
    }

    @Override
    public void turnTo(RowLayout next) {
        forward.values().turnTo(next);
        backward.values().turnTo(next);
    }

    @Override
    public void bind(Mode mode) {
        for (Item item : targets) {
            if (item.origin().detail(Source.class).index() == 0)
                forward.values().bind(item, network.view(output));
            else if (!item.isIds()) forward.values().bind(item, target);
        }
        if (mode.backward()) saved.bind();
    }

    @Override
    public LossSum run(Batch batch) {
        boolean[] counted = TargetCheck.counted(batch, output, targetKind);
        readTarget(batch.target().orElseThrow(), counted);
        for (Item item : targets) {
            if (item.isIds()) forward.values().bindIds(item, targetIds);
        }
        forward.run(NO_MASKS);
        View loss =
                forward.values().view(forward.plan().root(forward.plan().graph().result(LossTracer.LOSS)));
        View weight =
                forward.values().view(forward.plan().root(forward.plan().graph().result(LossTracer.WEIGHT)));
        double lossSum = 0;
        double weightSum = 0;
        long steps = 0;
        RowStretches order = layout().stretches();
        for (int k = 0; k < order.size(); k++) {
            for (int row = order.start(k); row < order.start(k) + order.count(k); row++) {
                if (!countedRows[row]) continue;
                lossSum += loss.panels.array[loss.at(0, row)];
                weightSum += weight.panels.array[weight.at(0, row)];
                steps++;
            }
        }
        return new LossSum(lossSum, weightSum, steps);
    }

    private void readTarget(Tensor given, boolean[] counted) {
        RowLayout rows = layout();
        RowLayout examples = network.layout();
        if (countedRows.length != rows.rows()) {
            countedRows = new boolean[rows.rows()];
            targetIds = new int[rows.rows()];
        }
        for (int row = 0; row < countedRows.length; row++) countedRows[row] = counted[position(row, rows, examples)];
        if (classes) {
            int[] ids = given.ids();
            for (int row = 0; row < targetIds.length; row++) {
                targetIds[row] = countedRows[row] ? ids[position(row, rows, examples)] : 0;
            }
            return;
        }
        if (output.hasTime()) {
            Transfer.readSequence(given, rows, target, network.early());
            network.early().flush();
        } else {
            Transfer.readVectors(given, examples, target);
        }
        for (int row = 0; row < countedRows.length; row++) {
            if (!countedRows[row]) clearRow(target, row);
        }
    }

    private int position(int row, RowLayout rows, RowLayout examples) {
        if (!output.hasTime()) return examples.example(row);
        return rows.steppedRows()[row];
    }

    private static void clearRow(View view, int row) {
        for (int p = 0; p < PanelLayout.panels(view.size); p++) {
            int at = view.at(p, row);
            java.util.Arrays.fill(view.panels.array, at, at + PanelLayout.WIDTH, 0);
        }
    }

    private Item gradientItem() {
        return backward.plan().root(backward.plan().graph().result(Adjoint.PREFIX + "y"));
    }

    @Override
    public View gradient() {
        return backward.values().view(gradientItem());
    }

    @Override
    public void runBackward() {
        saved.bindIds();
        backward.run(NO_MASKS);
        View gradient = gradient();
        for (int row = 0; row < countedRows.length; row++) {
            if (!countedRows[row]) clearRow(gradient, row);
        }
        network.valueGradients().add(output, gradient);
    }
}
