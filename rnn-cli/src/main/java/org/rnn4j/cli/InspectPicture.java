package org.rnn4j.cli;

import java.util.List;
import java.util.Locale;
import org.rnn4j.core.network.GradientReach.Curve;
import org.rnn4j.core.network.NamedValues.Seen;

/**
 * A drawing in SVG: norms of gradients by distance, on a logarithmic scale, and below, for each gate, how much of it is shut
 * and open.
 */
final class InspectPicture {
    private static final int WIDTH = 900;
    private static final int LEFT = 70;
    private static final int RIGHT = 230;
    private static final int TOP = 40;
    private static final int HEIGHT = 300;
    private static final int ROW = 22;
    private static final double LEAST = 1e-300;
    private static final List<String> COLORS =
            List.of("#1b6ca8", "#d1495b", "#2e8b57", "#edae49", "#7b4fa0", "#00798c", "#8d5524", "#555555");

    private final List<Curve> curves;
    private final List<Seen> gates;
    private final int longest;
    private final int low;
    private final int high;
    private final StringBuilder svg = new StringBuilder();

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
    }

    /** The drawing. */
    static String svg(List<Curve> curves, List<Seen> gates) {
        return new InspectPicture(curves, gates).draw();
    }

    private String draw() {
        int bottom = TOP + HEIGHT + 60;
        int height = bottom + (gates.isEmpty() ? 0 : 50 + ROW * gates.size());
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\""
                        + " font-family=\"sans-serif\" font-size=\"13\">",
                WIDTH, height, WIDTH, height);
        add("<rect width=\"%d\" height=\"%d\" fill=\"white\"/>", WIDTH, height);
        text(LEFT, 22, "start", "Norm of the gradient of the loss at the last step, by distance in time");
        grid();
        for (int k = 0; k < curves.size(); k++) curve(curves.get(k), k);
        if (!gates.isEmpty()) bars(bottom);
        return svg.append("</svg>\n").toString();
    }

    private void grid() {
        int every = Math.max(1, (high - low + 7) / 8);
        for (int e = low; e <= high; e += every) {
            add("<path d=\"M%d %.1fH%d\" stroke=\"#ddd\"/>", LEFT, y(e), WIDTH - RIGHT);
            text(LEFT - 8, y(e) + 4, "end", "1e" + e);
        }
        int step = Math.max(1, (int) Math.ceil(longest / 10.0));
        for (int d = 0; d <= longest; d += step) text(x(d), TOP + HEIGHT + 20, "middle", Integer.toString(d));
        text((LEFT + WIDTH - RIGHT) / 2.0, TOP + HEIGHT + 42, "middle", "steps");
    }

    private void curve(Curve curve, int index) {
        StringBuilder points = new StringBuilder();
        for (int d = 0; d < curve.norms().size(); d++) {
            double norm = curve.norms().get(d);
            if (norm > LEAST) points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(d), y(Math.log10(norm))));
        }
        String color = COLORS.get(index % COLORS.size());
        String dash = index < COLORS.size() ? "" : " stroke-dasharray=\"5 4\"";
        add(
                "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"%s/>",
                points.toString().strip(), color, dash);
        double at = TOP + 12 + 18.0 * index;
        int left = WIDTH - RIGHT + 15;
        add("<path d=\"M%d %.1fh18\" stroke=\"%s\" stroke-width=\"2\"%s/>", left, at - 4, color, dash);
        text(left + 24, at, "start", curve.name());
    }

    private void bars(int from) {
        text(LEFT, from + 10, "start", "Share of each gate's values below 0.1 (dark) and above 0.9 (light)");
        int start = LEFT + 160;
        int width = WIDTH - RIGHT - start;
        for (int k = 0; k < gates.size(); k++) {
            Seen gate = gates.get(k);
            double at = from + 28 + (double) ROW * k;
            text(start - 8, at + 11, "end", gate.name());
            add("<rect x=\"%d\" y=\"%.1f\" width=\"%d\" height=\"14\" fill=\"#f0f0f0\"/>", start, at, width);
            bar(start, at, gate.low() * width, COLORS.get(0));
            double open = gate.high() * width;
            bar(start + width - open, at, open, COLORS.get(3));
        }
    }

    private void bar(double x, double y, double width, String color) {
        add("<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"14\" fill=\"%s\"/>", x, y, width, color);
    }

    private void text(double x, double y, String anchor, String text) {
        String escaped = text.replace("&", "&amp;").replace("<", "&lt;");
        add("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"#333\">%s</text>", x, y, anchor, escaped);
    }

    private void add(String form, Object... values) {
        svg.append(String.format(Locale.ROOT, form, values)).append('\n');
    }

    private double x(int distance) {
        return LEFT + (double) distance / longest * (WIDTH - RIGHT - LEFT);
    }

    private double y(double exponent) {
        return TOP + (high - exponent) / (high - low) * HEIGHT;
    }
}
