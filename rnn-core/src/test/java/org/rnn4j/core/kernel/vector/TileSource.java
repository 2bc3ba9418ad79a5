package org.rnn4j.core.kernel.vector;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;

/** Writes the source of the tile kernels: one class for each kind of tile and register width. */
final class TileSource {
    private static final int WIDTH = 16;
    /** Steps in one round of a fenced loop: there is an even number of them. */
    private static final int TOGETHER = 2;

    private static final String INDENT = "    ";
    private static final int LINE_LENGTH = 120;

    private final int lanes;
    private final boolean fenced;
    /** Steps in one round of a loop. */
    private final int together;

    private final StringBuilder out = new StringBuilder();

    private TileSource(int lanes, boolean fenced) {
        this.lanes = lanes;
        this.fenced = fenced;
        this.together = fenced ? TOGETHER : 1;
    }

    /** The size of a tile: rows of the result and panels beside each other. */
    private record Tile(int rows, int panels) {
        String name() {
            return "rows" + rows + "Panels" + panels;
        }
    }

    static String productClass(int lanes) {
        return "ProductTiles" + lanes * 32;
    }

    static String gradientClass(int lanes) {
        return "GradientTiles" + lanes * 32;
    }

    static String product(int lanes) {
        TileSource source = new TileSource(lanes, false);
        List<Tile> tiles = productTiles(lanes);
        source.head(productClass(lanes), "Product", "ProductOperands", tiles);
        tiles.forEach(t -> source.productTile(t, false));
        return source.line(0, "}").out.toString();
    }

    static String packedClass(int lanes) {
        return "PackedTiles" + lanes * 32;
    }

    static String packed(int lanes) {
        TileSource source = new TileSource(lanes, lanes == 8);
        List<Tile> tiles = packedTiles(lanes);
        source.head(packedClass(lanes), "Product", "ProductOperands", tiles);
        tiles.forEach(t -> source.productTile(t, true));
        return source.line(0, "}").out.toString();
    }

    static String gradient(int lanes) {
        TileSource source = new TileSource(lanes, lanes == 8);
        List<Tile> tiles = gradientTiles(lanes);
        source.head(gradientClass(lanes), "Gradient", "GradientOperands", tiles);
        tiles.forEach(source::gradientTile);
        return source.line(0, "}").out.toString();
    }

    // Enough independent sums to hide the latency of a multiply-add, few enough to stay in registers: 32 of 512 bits,
    // 16 of 256, 32 of 128 (NEON).
    private static List<Tile> productTiles(int lanes) {
        return switch (lanes) {
            case 16 -> tiles(new int[] {12, 1}, new int[] {12, 2}, new int[] {6, 4}, new int[] {2, 8});
            case 8 -> tiles(new int[] {4, 1}, new int[] {2, 2}, new int[] {1, 4});
            default -> tiles(new int[] {4, 1}, new int[] {2, 2});
        };
    }

    // As many rows as the tiles above that have most, so that both cut rows alike.
    private static List<Tile> packedTiles(int lanes) {
        return switch (lanes) {
            case 16 -> tiles(new int[] {12, 1}, new int[] {12, 2});
            case 8 -> tiles(new int[] {6, 1}, new int[] {2, 2}, new int[] {1, 4});
            default -> tiles(new int[] {4, 1});
        };
    }

    private static List<Tile> gradientTiles(int lanes) {
        return switch (lanes) {
            case 16 -> tiles(new int[] {16, 1}, new int[] {8, 2}, new int[] {8, 3});
            case 8 -> tiles(new int[] {6, 1});
            default -> tiles(new int[] {4, 1});
        };
    }

    private static List<Tile> tiles(int[]... mostRowsByPanels) {
        List<Tile> tiles = new ArrayList<>();
        for (int[] size : mostRowsByPanels) {
            for (int rows = 1; rows <= size[0]; rows++) {
                tiles.add(new Tile(rows, size[1]));
            }
        }
        return tiles;
    }

    private void head(String className, String kind, String operands, List<Tile> tiles) {
        line(0, "package org.rnn4j.core.kernel.vector;");
        line(0, "");
        if (fenced) {
            line(0, "import java.lang.invoke.VarHandle;");
        }
        line(0, "import jdk.incubator.vector.FloatVector;");
        line(0, "import jdk.incubator.vector.VectorSpecies;");
        line(0, "import org.rnn4j.core.kernel." + operands + ";");
        line(0, "");
        line(0, "/**");
        line(0, " * Tile kernels of " + kind.toLowerCase() + "s for registers of " + lanes * 32 + " bits.");
        line(0, " *");
        line(0, " * <p>Written by {@code TileSource}, among the tests, which compare this file with what it writes.");
        line(0, " */");
        line(0, "final class " + className + " {");
        line(1, "private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_" + lanes * 32 + ";");
        line(0, "");
        line(1, "/** The kernels by [panels][rows], null where there is none. */");
        line(1, "static final " + kind + "Tile[][] TILES = {");
        int mostPanels = tiles.get(tiles.size() - 1).panels();
        for (int panels = 0; panels <= mostPanels; panels++) {
            tableRow(className, tiles, panels);
        }
        line(1, "};");
        line(0, "");
        line(1, "private " + className + "() {}");
    }

    private void tableRow(String className, List<Tile> tiles, int panels) {
        List<Tile> row = tiles.stream().filter(t -> t.panels() == panels).toList();
        if (row.isEmpty()) {
            line(2, "{},");
            return;
        }
        line(2, "{");
        String oneLine =
                "null, " + row.stream().map(t -> className + "::" + t.name()).collect(joining(", ")) + ",";
        if (3 * INDENT.length() + oneLine.length() <= LINE_LENGTH) {
            line(3, oneLine);
        } else {
            line(3, "null,");
            row.forEach(t -> line(3, className + "::" + t.name() + ","));
        }
        line(2, "},");
    }

    private void productTile(Tile tile, boolean packed) {
        line(0, "");
        line(1, "private static void " + tile.name() + "(ProductOperands p, int row, int panel) {");
        line(2, "float[] start = p.start;");
        line(2, "int startRow = p.startRowStride;");
        line(2, "int startPanel = p.startPanelStride;");
        line(2, "int s = p.startOffset + row * startRow + panel * startPanel;");
        sums(tile, "start", "s", "startRow", "startPanel");
        line(2, "float[] a = p.a;");
        line(2, "float[] w = p.w;");
        line(2, "int steps = p.k;");
        line(2, "int first = p.aOffset" + (packed ? ";" : " + row * 16;"));
        if (!packed) line(2, "int skip = p.aSkip;");
        line(2, "int wPanel = p.wPanelStride;");
        line(2, "int wFirst = p.wOffset + panel * wPanel;");
        loopHead("step", "steps");
        line(3, packed ? "int i = first + step * " + lanes + ";" : "int i = first + step + (step >> 4) * skip;");
        places(tile, "wFirst", "wPanel", "step");
        for (int step = 0; step < together; step++) {
            vectors(tile, "w", step);
            for (int row = 0; row < tile.rows(); row++) {
                String factor = "a[" + plus("i", packed ? row + step * lanes : row * WIDTH) + "]";
                multiplyAdd(tile, row, factor, "w", step);
            }
        }
        line(2, "}");
        line(2, "float[] c = p.c;");
        line(2, "int cPanel = p.cPanelStride;");
        line(2, "int out = p.cOffset + row * 16 + panel * cPanel;");
        for (int row = 0; row < tile.rows(); row++) {
            for (int v = 0; v < vectorCount(tile); v++) {
                line(2, sum(row, v) + ".intoArray(c, " + place("out", row * WIDTH, v, "cPanel") + ");");
            }
        }
        line(1, "}");
    }

    private void gradientTile(Tile tile) {
        line(0, "");
        line(
                1,
                "private static void " + tile.name()
                        + "(GradientOperands g, int dyAt, int xAt, int startAt, int outAt) {");
        line(2, "float[] start = g.start;");
        line(2, "int startRow = g.startStride;");
        sums(tile, "start", "startAt", "startRow", "16");
        line(2, "float[] dy = g.dy;");
        line(2, "float[] x = g.x;");
        line(2, "int rows = g.rows;");
        line(2, "int xPanel = g.xPanelStride;");
        loopHead("row", "rows");
        line(3, "int i = dyAt + row * 16;");
        places(tile, "xAt", "xPanel", "row");
        for (int step = 0; step < together; step++) {
            vectors(tile, "x", step);
            for (int row = 0; row < tile.rows(); row++) {
                multiplyAdd(tile, row, "dy[" + plus("i", row + step * WIDTH) + "]", "x", step);
            }
        }
        line(2, "}");
        line(2, "float[] out = g.out;");
        line(2, "int outRow = g.outStride;");
        for (int row = 0; row < tile.rows(); row++) {
            for (int v = 0; v < vectorCount(tile); v++) {
                String place = place("outAt" + times(row, "outRow"), 0, v, "16");
                line(2, sum(row, v) + ".intoArray(out, " + place + ");");
            }
        }
        line(1, "}");
    }

    private void sums(Tile tile, String array, String first, String rowStride, String panelStride) {
        for (int row = 0; row < tile.rows(); row++) {
            for (int v = 0; v < vectorCount(tile); v++) {
                String place = place(first + times(row, rowStride), 0, v, panelStride);
                line(
                        2,
                        "FloatVector " + sum(row, v) + " = FloatVector.fromArray(LANES, " + array + ", " + place
                                + ");");
            }
        }
    }

    private void loopHead(String variable, String end) {
        String next = together == 1 ? "++" : " += " + together;
        line(2, "for (int " + variable + " = 0; " + variable + " < " + end + "; " + variable + next + ") {");
    }

    // Each panel's place by itself as a function of the step: C2 takes only the checks of such places out of the loop.
    private void places(Tile tile, String first, String panelStride, String step) {
        for (int panel = 0; panel < tile.panels(); panel++) {
            line(3, "int j" + panel + " = " + first + times(panel, panelStride) + " + " + step + " * 16;");
        }
    }

    private void vectors(Tile tile, String array, int step) {
        if (fenced) fence();
        for (int v = 0; v < vectorCount(tile); v++) {
            String at = plus("j" + v * lanes / WIDTH, v * lanes % WIDTH + step * WIDTH);
            line(
                    3,
                    (step == 0 ? "FloatVector " : "") + array + v + " = FloatVector.fromArray(LANES, " + array + ", "
                            + at + ");");
        }
        // Of no use to the result; ProductTile says what for.
        if (step == 0) line(3, array + "0.add(" + array + "0);");
    }

    private void multiplyAdd(Tile tile, int row, String factor, String array, int step) {
        if (row > 0 && fenced) fence();
        line(3, (step == 0 ? "FloatVector " : "") + "f" + row + " = FloatVector.broadcast(LANES, " + factor + ");");
        for (int v = 0; v < vectorCount(tile); v++) {
            line(3, sum(row, v) + " = f" + row + ".fma(" + array + v + ", " + sum(row, v) + ");");
        }
    }

    private void fence() {
        line(3, "VarHandle.acquireFence();");
    }

    private int vectorCount(Tile tile) {
        return tile.panels() * WIDTH / lanes;
    }

    private static String sum(int row, int vector) {
        return "s" + row + "v" + vector;
    }

    private String place(String first, int constant, int vector, String panelStride) {
        int panel = vector * lanes / WIDTH;
        int inPanel = vector * lanes % WIDTH;
        if (panelStride.equals("16")) {
            return plus(first, constant + panel * WIDTH + inPanel);
        }
        return plus(first + times(panel, panelStride), constant + inPanel);
    }

    private static String plus(String first, int constant) {
        return constant == 0 ? first : first + " + " + constant;
    }

    private static String times(int count, String stride) {
        return switch (count) {
            case 0 -> "";
            case 1 -> " + " + stride;
            default -> " + " + count + " * " + stride;
        };
    }

    private TileSource line(int depth, String text) {
        out.append(text.isEmpty() ? "" : INDENT.repeat(depth)).append(text).append('\n');
        return this;
    }
}
