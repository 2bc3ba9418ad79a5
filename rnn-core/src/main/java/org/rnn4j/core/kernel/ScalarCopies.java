package org.rnn4j.core.kernel;

import java.util.Arrays;

/** The copies of {@link ScalarKernels}, between layouts, between columns and by id. */
final class ScalarCopies {
    private static final int WIDTH = PanelLayout.WIDTH;

    private ScalarCopies() {}

    static void gather(Matrix table, int[] ids, int idsOffset, Panels out, int rows) {
        for (int row = 0; row < rows; row++) {
            int from = table.offset() + ids[idsOffset + row] * table.stride();
            copyRow(table.array(), from, table.columns(), out, row);
        }
    }

    private static void copyRow(float[] source, int from, int size, Panels out, int row) {
        if (size == 1) {
            Arrays.fill(out.array, out.index(row, 0), out.index(row, 0) + WIDTH, source[from]);
        }
        for (int column = 0; column < size; column += WIDTH) {
            int n = Math.min(WIDTH, size - column);
            System.arraycopy(source, from + column, out.array, out.index(row, column), n);
        }
    }

    static void gatherAdd(Matrix table, int[] ids, int idsOffset, Panels out, int rows) {
        int size = table.columns();
        for (int row = 0; row < rows; row++) {
            int from = table.offset() + ids[idsOffset + row] * table.stride();
            if (size == 1) {
                float sum = out.array[out.index(row, 0)] + table.array()[from];
                Arrays.fill(out.array, out.index(row, 0), out.index(row, 0) + WIDTH, sum);
                continue;
            }
            for (int column = 0; column < size; column++) {
                out.array[out.index(row, column)] += table.array()[from + column];
            }
        }
    }

    static void scatterAdd(Panels dy, int rows, int[] ids, int idsOffset, Matrix gradient) {
        for (int row = 0; row < rows; row++) {
            int to = gradient.offset() + ids[idsOffset + row] * gradient.stride();
            for (int column = 0; column < gradient.columns(); column++) {
                gradient.array()[to + column] += dy.array[dy.index(row, column)];
            }
        }
    }

    static void pick(Panels a, int[] ids, int idsOffset, int rows, float[] out, int outOffset) {
        for (int row = 0; row < rows; row++) {
            float value = a.array[a.index(row, ids[idsOffset + row])];
            Arrays.fill(out, outOffset + row * WIDTH, outOffset + (row + 1) * WIDTH, value);
        }
    }

    static void oneHot(int[] ids, int idsOffset, float[] g, int gOffset, Panels out, int rows, int size) {
        for (int panel = 0; panel < PanelLayout.panels(size); panel++) {
            int place = out.offset + panel * out.panelStride();
            Arrays.fill(out.array, place, place + rows * WIDTH, 0f);
        }
        if (size == 1) {
            System.arraycopy(g, gOffset, out.array, out.offset, rows * WIDTH);
            return;
        }
        oneHotAdd(ids, idsOffset, g, gOffset, out, rows);
    }

    static void oneHotAdd(int[] ids, int idsOffset, float[] g, int gOffset, Panels out, int rows) {
        for (int row = 0; row < rows; row++) {
            out.array[out.index(row, ids[idsOffset + row])] += g[gOffset + row * WIDTH];
        }
    }

    static void toPanels(Matrix source, Panels target) {
        for (int row = 0; row < source.rows(); row++) {
            copyRow(source.array(), source.offset() + row * source.stride(), source.columns(), target, row);
        }
    }

    static void fromPanels(Panels source, Matrix target) {
        for (int row = 0; row < target.rows(); row++) {
            int to = target.offset() + row * target.stride();
            for (int column = 0; column < target.columns(); column += WIDTH) {
                int n = Math.min(WIDTH, target.columns() - column);
                System.arraycopy(source.array, source.index(row, column), target.array(), to + column, n);
            }
        }
    }

    // Implementation note. The columns are cut where either value comes to the end of a panel; whole panels are one
    // copy.
    static void copyColumns(Panels from, int fromColumn, Panels to, int toColumn, int columns, int rows) {
        for (int done = 0; done < columns; ) {
            int n = piece(fromColumn + done, toColumn + done, columns - done);
            int source = from.index(0, fromColumn + done);
            int target = to.index(0, toColumn + done);
            if (n == WIDTH) {
                System.arraycopy(from.array, source, to.array, target, rows * WIDTH);
            } else {
                for (int place = 0; place < rows * WIDTH; place += WIDTH) {
                    System.arraycopy(from.array, source + place, to.array, target + place, n);
                }
            }
            done += n;
        }
    }

    static void addColumns(Panels from, int fromColumn, Panels to, int toColumn, int columns, int rows) {
        for (int done = 0; done < columns; ) {
            int n = piece(fromColumn + done, toColumn + done, columns - done);
            int source = from.index(0, fromColumn + done);
            int target = to.index(0, toColumn + done);
            for (int place = 0; place < rows * WIDTH; place += WIDTH) {
                for (int lane = 0; lane < n; lane++) {
                    to.array[target + place + lane] += from.array[source + place + lane];
                }
            }
            done += n;
        }
    }

    private static int piece(int fromColumn, int toColumn, int columns) {
        int fromLeft = WIDTH - fromColumn % WIDTH;
        int toLeft = WIDTH - toColumn % WIDTH;
        return Math.min(columns, Math.min(fromLeft, toLeft));
    }

    static void copyColumn(Panels from, int fromColumn, float[] out, int outOffset, int rows) {
        int source = from.index(0, fromColumn);
        for (int place = 0; place < rows * WIDTH; place += WIDTH) {
            Arrays.fill(out, outOffset + place, outOffset + place + WIDTH, from.array[source + place]);
        }
    }
}
