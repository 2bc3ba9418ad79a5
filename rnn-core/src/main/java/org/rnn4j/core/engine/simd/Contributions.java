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

    /** A part of what one contribution adds to; without numbers where a gradient is kept as rows. */
    private record Task(Contribution contribution, Optional<SimdWeights.Numbers> numbers, int from, int to) {
        /** True if there is nothing yet to add to. */
        boolean isFirst() {
            return numbers.isPresent() && numbers.get().isCleared();
        }
    }

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
        String name = contribution.parameter();
        int rows = gradients.storedRows(name);
        Optional<SimdWeights.Numbers> numbers =
                gradients.rowGradient(name).isPresent() ? Optional.empty() : Optional.of(gradients.numbers(name));
        if (!product) {
            tasks.add(new Task(contribution, numbers, 0, rows));
            return;
        }
        for (int from = 0; from < rows; from += SPAN) {
            tasks.add(new Task(contribution, numbers, from, Math.min(rows, from + SPAN)));
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
        for (int k = 0; k < round.size(); k++) round.get(k).numbers().ifPresent(SimdWeights.Numbers::written);
    }

    private void run(Task task, RowLayout layout, Worker worker) {
        Contribution contribution = task.contribution();
        View output = run.values().view(contribution.output());
        RowStretches rows = output.positions == Positions.NONE
                ? layout.stretches()
                : RowStretches.ofFirst(output.positions.sequenceRows());
        if (rows.rows() == 0 && !task.isFirst()) return;
        worker.a.set(output.panels.array, output.panels.offset, output.panels.rowCapacity);
        if (contribution.input().isEmpty()) {
            addVector(task, output, rows, worker);
        } else if (contribution.input().get(0).isIds()) {
            addToRows(task, output, rows, worker);
        } else {
            View input = run.values().view(contribution.input().get(0));
            worker.b.set(input.panels.array, input.panels.offset, input.panels.rowCapacity);
            Matrix gradient = task.numbers().orElseThrow().stored();
            boolean swapped = contribution.transposed() != gradients.isByColumn(contribution.parameter());
            worker.weightGradient.operands(swapped ? worker.b : worker.a, swapped ? worker.a : worker.b, rows);
            worker.weightGradient.into(gradient, !task.isFirst()).select(task.from(), task.to());
            worker.kernels.weightGradient(worker.weightGradient);
        }
    }

    private void addToRows(Task task, View output, RowStretches rows, Worker worker) {
        int[] places = run.values().ids(task.contribution().input().get(0));
        Optional<RowGradient> few = gradients.rowGradient(task.contribution().parameter());
        if (few.isPresent()) places = few.get().hold(places, rows);
        Matrix gradient = few.isPresent()
                ? few.get().numbers()
                : task.numbers().orElseThrow().stored();
        task.numbers().ifPresent(SimdWeights.Numbers::writeZeros);
        for (int k = 0; k < rows.size(); k++) {
            worker.kernels.scatterAdd(
                    from(output, rows.start(k), worker), rows.count(k), places, rows.start(k), gradient);
        }
    }

    private static Panels from(View output, int row, Worker worker) {
        return worker.a.at(output.panels.offset + row * PanelLayout.WIDTH);
    }

    private static void addVector(Task task, View output, RowStretches rows, Worker worker) {
        SimdWeights.Numbers numbers = task.numbers().orElseThrow();
        float[] sums = numbers.stored().array();
        int from = numbers.offset();
        if (output.size > 1) {
            worker.kernels.columnSums(worker.a, rows, output.size, sums, from, !task.isFirst());
            return;
        }
        float sum = task.isFirst() ? 0 : sums[from];
        for (int k = 0; k < rows.size(); k++) {
            for (int row = rows.start(k); row < rows.start(k) + rows.count(k); row++) {
                sum += output.panels.array[output.at(0, row)];
            }
        }
        sums[from] = sum;
    }
}
