package org.rnn4j.cli;

import java.util.List;
import java.util.stream.IntStream;
import org.rnn4j.cli.picture.Drawing;
import org.rnn4j.cli.picture.Drawing.Anchor;
import org.rnn4j.core.network.GradientReach.Curve;
import org.rnn4j.core.network.NamedValues.Seen;

/**
 * A drawing: norms of gradients by distance, on a logarithmic scale, and below, for each gate, how much of it is shut
 * and open.
 */
final class InspectPicture {
    private static final int WIDTH = 900;
    private static final int LEFT = 70;
    private static final int RIGHT = 230;
    private static final int TOP = 40;
    private static final int HEIGHT = 300;
    private static final int BARS = TOP + HEIGHT + 60;
    private static final int ROW = 22;
    private static final int BAR = 14;
    private static final double LEAST = 1e-300;
    private static final int GRID = 0xdddddd;
    private static final int GROUND = 0xf0f0f0;
    private static final List<Integer> COLORS =
            List.of(0x1b6ca8, 0xd1495b, 0x2e8b57, 0xedae49, 0x7b4fa0, 0x00798c, 0x8d5524, 0x555555);

    private final List<Curve> curves;
    private final List<Seen> gates;
    private final int longest;
    private final int low;
    private final int high;
    private final Drawing drawing;

    private InspectPicture(List<Curve> curves, List<Seen> gates) {
        this.curves = curves;
        this.gates = gates;
        longest = Math.max(
                1, curves.stream().mapToInt(c -> c.norms().size() - 1).max().orElse(1));
        double[] norms = curves.stream()
                .flatMapToDouble(c -> c.norms().stream().mapToDouble(n -> n))
                .filter(n -> n > LEAST)
                .toArray();
        double most = java.util.Arrays.stream(norms).max().orElse(1);
        double least = java.util.Arrays.stream(norms).min().orElse(1);
        high = (int) Math.ceil(Math.log10(most));
        low = Math.min(high - 1, (int) Math.floor(Math.log10(least)));
        drawing = new Drawing(WIDTH, BARS + (gates.isEmpty() ? 0 : 50 + ROW * gates.size()), Drawing.Font.SANS);
    }

    /** The drawing. */
    static Drawing of(List<Curve> curves, List<Seen> gates) {
        return new InspectPicture(curves, gates).draw();
    }

    private Drawing draw() {
        drawing.text(LEFT, 22, Anchor.START, "Norm of the gradient of the loss at the last step, by distance in time");
        grid();
        for (int k = 0; k < curves.size(); k++) curve(curves.get(k), k);
        if (!gates.isEmpty()) bars();
        return drawing;
    }

    private void grid() {
        int every = Math.max(1, (high - low + 7) / 8);
        for (int e = low; e <= high; e += every) {
            drawing.line(LEFT, y(e), WIDTH - RIGHT, y(e), GRID);
            drawing.text(LEFT - 8, y(e) + 4, Anchor.END, "1e" + e);
        }
        int step = Math.max(1, (int) Math.ceil(longest / 10.0));
        for (int d = 0; d <= longest; d += step) {
            drawing.text(x(d), TOP + HEIGHT + 20, Anchor.MIDDLE, Integer.toString(d));
        }
        drawing.text((LEFT + WIDTH - RIGHT) / 2.0, TOP + HEIGHT + 42, Anchor.MIDDLE, "steps");
    }

    private void curve(Curve curve, int index) {
        int[] shown = IntStream.range(0, curve.norms().size())
                .filter(d -> curve.norms().get(d) > LEAST)
                .toArray();
        double[] x = IntStream.of(shown).mapToDouble(this::x).toArray();
        double[] y = IntStream.of(shown)
                .mapToDouble(d -> y(Math.log10(curve.norms().get(d))))
                .toArray();
        int color = COLORS.get(index % COLORS.size());
        boolean dashed = index >= COLORS.size();
        drawing.curve(x, y, color, dashed);
        double at = TOP + 12 + 18.0 * index;
        double left = WIDTH - RIGHT + 15;
        drawing.curve(new double[] {left, left + 18}, new double[] {at - 4, at - 4}, color, dashed);
        drawing.text(left + 24, at, Anchor.START, curve.name());
    }

    private void bars() {
        drawing.text(
                LEFT, BARS + 10, Anchor.START, "Share of each gate's values below 0.1 (dark) and above 0.9 (light)");
        int start = LEFT + 160;
        int width = WIDTH - RIGHT - start;
        for (int k = 0; k < gates.size(); k++) {
            Seen gate = gates.get(k);
            double at = BARS + 28 + (double) ROW * k;
            drawing.text(start - 8, at + 11, Anchor.END, gate.name());
            drawing.box(start, at, width, BAR, GROUND);
            drawing.box(start, at, gate.low() * width, BAR, COLORS.get(0));
            double open = gate.high() * width;
            drawing.box(start + width - open, at, open, BAR, COLORS.get(3));
        }
    }

    private double x(int distance) {
        return LEFT + (double) distance / longest * (WIDTH - RIGHT - LEFT);
    }

    private double y(double exponent) {
        return TOP + (high - exponent) / (high - low) * HEIGHT;
    }
}
