package org.rnn4j.core.engine.simd;

import java.util.List;
import org.rnn4j.core.kernel.PanelLayout;

/**
 * Fused work, a few panels at a time: products, then the element-wise functions on what they made.
 *
 * <p>Belongs to one {@link StepRun}; holds nothing that changes, so that several threads work with it.
 */
final class FusedWork {
    /** Rows that are worked on together; one task outside of the time loop takes as many. */
    static final int BLOCK = 128;
    /** Panels of each value that are worked on while they are in the cache. */
    private static final int CHUNK = 2;
    /** Rows so few that starting the work on a chunk takes long beside it: the fewer rows, the more panels. */
    private static final int FEW_ROWS = 24;

    private final View[] views;
    private final StepParameters parameters;
    private final LookUpWork lookUps;

    FusedWork(StepValues values, StepParameters parameters, SimdWeights weights) {
        this.views = values.views();
        this.parameters = parameters;
        this.lookUps = new LookUpWork(values, parameters, weights);
    }

    /** Runs all panels. */
    void run(StepCode.FusedCode fused, int row, int stepRow, int count, Worker worker) {
        List<StepCode.LinearCode> linears = fused.linears();
        for (int k = 0; k < linears.size(); k++) lookUps.run(linears.get(k), row, stepRow, count, worker);
        for (int from = 0; from < count; from += BLOCK) {
            int rows = Math.min(BLOCK, count - from);
            runPanels(fused, 0, fused.panels(), row + from, stepRow + from, rows, worker);
        }
    }

    /** Runs the panels from one to before another; look-ups have been made. */
    void runPanels(StepCode.FusedCode fused, int from, int to, int row, int stepRow, int count, Worker worker) {
        List<StepCode.LinearCode> linears = fused.linears();
        List<PointCode> points = fused.points();
        int rows = views[fused.target()].count(stepRow, count);
        if (rows == 0) return;
        int chunk = rows > FEW_ROWS ? CHUNK : rows > 2 ? 2 * CHUNK : 4 * CHUNK;
        for (int k = 0; k < linears.size(); k++) packOperands(linears.get(k), to - from, row, stepRow, rows, worker);
        for (int p = from; p < to; p += chunk) {
            int panels = Math.min(chunk, to - p);
            for (int k = 0; k < linears.size(); k++) {
                runProducts(linears.get(k), p, panels, row, stepRow, rows, worker);
            }
            for (int k = 0; k < points.size(); k++) {
                points.get(k).run(views, p, panels, row, stepRow, rows, worker);
            }
        }
    }

    private void packOperands(StepCode.LinearCode linear, int panels, int row, int stepRow, int count, Worker worker) {
        for (int k = 0; k < linear.products().size(); k++) {
            StepCode.ProductCode product = linear.products().get(k);
            View a = views[product.operand()];
            worker.a.set(a.panels.array, a.at(0, a.row(row, stepRow)), a.panels.rowCapacity);
            worker.kernels.packRows(
                    worker.a,
                    count,
                    product.segments(),
                    product.segmentSize(),
                    linear.sections() * panels,
                    worker.packed(product.index()));
        }
    }

    private void runProducts(
            StepCode.LinearCode linear, int panel, int panels, int row, int stepRow, int count, Worker worker) {
        View target = views[linear.target()];
        for (int k = 0; k < linear.products().size(); k++) {
            StepCode.ProductCode product = linear.products().get(k);
            View a = views[product.operand()];
            worker.a.set(a.panels.array, a.at(0, a.row(row, stepRow)), a.panels.rowCapacity);
            worker.c.set(
                    target.panels.array,
                    target.panels.offset + target.row(row, stepRow) * PanelLayout.WIDTH,
                    target.panels.rowCapacity);
            worker.product
                    .input(worker.a, count, product.segments(), product.segmentSize())
                    .packedInput(worker.packed(product.index()));
            worker.product.output(parameters.packed(product.index()), worker.c);
            boolean onto = k > 0 || linear.hasBase() || !linear.lookUps().isEmpty();
            if (onto) {
                worker.product.accumulate();
            } else if (linear.bias().isPresent()) {
                worker.product.fromBias(parameters.bias(linear.index()), 0);
            } else {
                worker.product.fromZero();
            }
            // All panels of results that stand side by side are one product.
            boolean whole = panels == linear.panels();
            int calls = whole ? 1 : linear.sections();
            for (int s = 0; s < calls; s++) {
                worker.product.select(s * linear.panels() + panel, whole ? linear.sections() * panels : panels, 1);
                worker.kernels.product(worker.product);
            }
        }
    }
}
