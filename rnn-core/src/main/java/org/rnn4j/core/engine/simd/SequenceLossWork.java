package org.rnn4j.core.engine.simd;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.rnn4j.api.SequenceLoss;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.Execution.LossSum;
import org.rnn4j.core.engine.Execution.Mode;
import org.rnn4j.core.engine.SequenceLossRun;
import org.rnn4j.core.kernel.PanelLayout;
import org.rnn4j.core.plan.Slot.Rows;
import org.rnn4j.core.trace.SequenceGraph.Value;

/** A loss of whole sequences: every example a task of its own. */
final class SequenceLossWork implements LossWork {
    private final NetworkRun network;
    private final Value output;
    private final SequenceLossRun run;
    private final View gradient;
    private boolean backward;
    /** For every example of the batch, which one of the sorted examples it is. */
    private int[] sorted = new int[0];

    SequenceLossWork(NetworkRun network, Value output, SequenceLoss loss) {
        this.network = network;
        this.output = output;
        this.run = new SequenceLossRun(loss, output, network.weights());
        this.gradient = new View(output.size());
    }

    private RowLayout layout() {
        return network.layout(output);
    }

    @Override
    public void turnTo(RowLayout next) {}

    @Override
    public void placeLasting(Arena arena, Mode mode) {
        if (!mode.backward()) return;
        arena.place(
                gradient,
                Rows.SEQUENCE,
                PanelLayout.panels(output.size()),
                layout().room().rows());
    }

    @Override
    public void placeForward(Arena arena) {}

    @Override
    public void placeBackward(Arena arena) {}

    @Override
    public void resolve(Mode mode) {}

    @Override
    public void bind(Mode mode) {
        backward = mode.backward();
    }

    @Override
    public LossSum run(Batch batch) {
        RowLayout examples = output.hasTime() ? layout() : network.layout();
        sorted = new int[examples.examples()];
        IntStream.range(0, sorted.length).forEach(i -> sorted[examples.example(i)] = i);
        return run.run(
                batch,
                network.weights(),
                this::read,
                backward,
                (count, task) -> network.pool().run(count, (index, worker) -> task.accept(index)));
    }

    /** The row of an example at a step; a vector has step 0 only. */
    private int row(int example, int step) {
        return output.hasTime() ? layout().row(step, sorted[example]) : sorted[example];
    }

    private void read(int example, int step, double[] into) {
        View view = network.view(output);
        int row = row(example, step);
        for (int k = 0; k < into.length; k++) {
            into[k] = view.panels.array[view.at(k / PanelLayout.WIDTH, row) + k % PanelLayout.WIDTH];
        }
    }

    @Override
    public View gradient() {
        return gradient;
    }

    @Override
    public void runBackward() {
        SequenceWork.fill(gradient, layout().rows(), 0);
        run.outputGradients(this::write);
        network.valueGradients().add(output, gradient);
        run.addParameterGradients(network.gradientWeights());
    }

    private void write(int example, int step, double[] row) {
        int at = row(example, step);
        if (row.length == 1) {
            int from = gradient.at(0, at);
            Arrays.fill(gradient.panels.array, from, from + PanelLayout.WIDTH, (float) row[0]);
            return;
        }
        for (int k = 0; k < row.length; k++) {
            gradient.panels.array[gradient.at(k / PanelLayout.WIDTH, at) + k % PanelLayout.WIDTH] = (float) row[k];
        }
    }
}
