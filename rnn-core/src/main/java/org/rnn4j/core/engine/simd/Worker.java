package org.rnn4j.core.engine.simd;

import java.util.Arrays;
import org.rnn4j.core.kernel.Kernels;
import org.rnn4j.core.kernel.PackedRows;
import org.rnn4j.core.kernel.PanelLayout;
import org.rnn4j.core.kernel.Panels;
import org.rnn4j.core.kernel.Product;
import org.rnn4j.core.kernel.WeightGradient;

/** What one thread needs to work without allocating: views that it moves, and scratch memory. */
final class Worker {
    /** Rows that scratch memory has at first. */
    private static final int ROWS = 128;

    final Kernels kernels;
    /** Which one of the pool's threads it belongs to. */
    final int number;

    final Product product = new Product();
    final WeightGradient weightGradient = new WeightGradient();
    final Panels a = new Panels();
    final Panels b = new Panels();
    final Panels c = new Panels();
    final Argument[] arguments = {new Argument(), new Argument(), new Argument()};
    private final float[][] operands = new float[3][ROWS * PanelLayout.WIDTH];
    private float[] rowScratch = new float[2 * ROWS * PanelLayout.WIDTH];
    private PackedRows[] packed = {};
    private float[] mask = new float[0];
    private float[] updateScratch = new float[0];

    Worker(Kernels kernels, int number) {
        this.kernels = kernels;
        this.number = number;
    }

    /** The packed operand of a product of the work at hand. */
    PackedRows packed(int product) {
        while (packed.length <= product) {
            packed = Arrays.copyOf(packed, packed.length + 1);
            packed[packed.length - 1] = new PackedRows();
        }
        return packed[product];
    }

    /** Room for an operand of some rows of 16 numbers. */
    float[] operand(int index, int rows) {
        int length = rows * PanelLayout.WIDTH;
        if (operands[index].length < length) operands[index] = new float[length];
        return operands[index];
    }

    /** Room for the mask of one row, of this very length. */
    float[] mask(int size) {
        if (mask.length != size) mask = new float[size];
        return mask;
    }

    /** Room for what an update computes on the way. */
    float[] updateScratch(int length) {
        if (updateScratch.length < length) updateScratch = new float[length];
        return updateScratch;
    }

    /** Room for functions of rows. */
    float[] rowScratch(int rows) {
        int length = 2 * rows * PanelLayout.WIDTH;
        if (rowScratch.length < length) rowScratch = new float[length];
        return rowScratch;
    }
}
