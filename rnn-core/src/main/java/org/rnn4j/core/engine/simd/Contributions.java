package org.rnn4j.core.engine.simd;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rnn4j.core.kernel.Matrix;
import org.rnn4j.core.kernel.PanelLayout;
import org.rnn4j.core.kernel.Panels;
import org.rnn4j.core.kernel.RowStretches;
import org.rnn4j.core.plan.StepPlan.Contribution;

/**
 * Adds the gradients of a step plan's parameters: for each matrix one product over all rows of the batch.
 *
 * <p>Contributions to different parameters run at the same time; those to one parameter one after the other, so that sums
 * keep their order.
 */
final class Contributions {
    /** Rows of a gradient that one task takes. */
    private static final int SPAN = 64;

    private record Task(Contribution contribution, int from, int to) {}

    private final StepRun run;
    private final SimdWeights gradients;
    private final List<List<Task>> rounds = new ArrayList<>();

    Contributions(StepRun run, SimdWeights gradients) {
        this.run = run;
        this.gradients = gradients;
        Set<String> taken = new HashSet<>();
        for (Contribution contribution : run.plan().contributions()) {
            if (rounds.isEmpty() || !taken.add(contribution.parameter())) {
                rounds.add(new ArrayList<>());
                taken.clear();
                taken.add(contribution.parameter());
            }
            addTasks(contribution, rounds.get(rounds.size() - 1));
        }
        // Threads that share columns have made those of the same part of every value.
        rounds.forEach(round -> round.sort(Comparator.comparingDouble(this::part)));
    }

    /** Where in its parameter a task begins, from 0 to 1. */
    private double part(Task task) {
        return (double) task.from() / gradients.storedRows(task.contribution().parameter());
    }

    private void addTasks(Contribution contribution, List<Task> tasks) {
        boolean product =
                !contribution.input().isEmpty() && !contribution.input().get(0).isIds();
        int rows = gradients.storedRows(contribution.parameter());
        if (!product) {
            tasks.add(new Task(contribution, 0, rows));
            return;
        }
        for (int from = 0; from < rows; from += SPAN) {
            tasks.add(new Task(contribution, from, Math.min(rows, from + SPAN)));
        }
    }

    void add(RowLayout layout, WorkerPool pool) {
        for (int round = 0; round < rounds.size(); round++) add(round, layout, pool);
    }

    /** How many contributions one parameter has, at most. */
    int rounds() {
        return rounds.size();
    }

    /** Adds one contribution to each parameter. */
    void add(int number, RowLayout layout, WorkerPool pool) {
        if (layout.rows() == 0) return;
        List<Task> round = rounds.get(number);
        pool.runOwn(round.size(), (index, worker) -> run(round.get(index), layout, worker));
    }

    private void run(Task task, RowLayout layout, Worker worker) {
        Contribution contribution = task.contribution();
        View output = run.values().view(contribution.output());
        RowStretches rows = output.positions == Positions.NONE
                ? layout.stretches()
                : RowStretches.ofFirst(output.positions.sequenceRows());
        if (rows.rows() == 0) return;
        worker.a.set(output.panels.array, output.panels.offset, output.panels.rowCapacity);
        if (contribution.input().isEmpty()) {
            addVector(contribution, output, rows, worker);
        } else if (contribution.input().get(0).isIds()) {
            addToRows(contribution, output, rows, worker);
        } else {
            View input = run.values().view(contribution.input().get(0));
            worker.b.set(input.panels.array, input.panels.offset, input.panels.rowCapacity);
            Matrix gradient = gradients.stored(contribution.parameter());
            boolean swapped = contribution.transposed() != gradients.isByColumn(contribution.parameter());
            worker.weightGradient.operands(swapped ? worker.b : worker.a, swapped ? worker.a : worker.b, rows);
            worker.weightGradient.into(gradient, true).select(task.from(), task.to());
            worker.kernels.weightGradient(worker.weightGradient);
        }
    }

    private void addToRows(Contribution contribution, View output, RowStretches rows, Worker worker) {
        int[] places = run.values().ids(contribution.input().get(0));
        Optional<RowGradient> few = gradients.rowGradient(contribution.parameter());
        if (few.isPresent()) places = few.get().hold(places, rows);
        Matrix gradient = few.isPresent() ? few.get().numbers() : gradients.stored(contribution.parameter());
        for (int k = 0; k < rows.size(); k++) {
            worker.kernels.scatterAdd(
                    from(output, rows.start(k), worker), rows.count(k), places, rows.start(k), gradient);
        }
    }

    private static Panels from(View output, int row, Worker worker) {
        return worker.a.at(output.panels.offset + row * PanelLayout.WIDTH);
    }

    private void addVector(Contribution contribution, View output, RowStretches rows, Worker worker) {
        int from = gradients.offset(contribution.parameter());
        if (output.size > 1) {
            worker.kernels.columnSums(worker.a, rows, output.size, gradients.data(), from, true);
            return;
        }
        float sum = gradients.data()[from];
        for (int k = 0; k < rows.size(); k++) {
            for (int row = rows.start(k); row < rows.start(k) + rows.count(k); row++) {
                sum += output.panels.array[output.at(0, row)];
            }
        }
        gradients.data()[from] = sum;
    }
}
