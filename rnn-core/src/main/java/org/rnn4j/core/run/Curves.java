package org.rnn4j.core.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Curves of a metric over epochs, for training and validation, as a drawing in SVG. */
final class Curves {
    private static final int WIDTH = 800;
    private static final int HEIGHT = 280;
    private static final int LEFT = 70;
    private static final int BOTTOM = 30;
    private static final int MARGIN = 15;
    private static final int GRID_LINES = 4;

    private record Point(double epoch, double value) {}

    private final double firstEpoch;
    private final double lastEpoch;
    private final double least;
    private final double most;

    private Curves(List<Point> points) {
        this.firstEpoch = points.stream().mapToDouble(Point::epoch).min().orElse(0);
        this.lastEpoch = Math.max(
                firstEpoch + 1, points.stream().mapToDouble(Point::epoch).max().orElse(1));
        double low = points.stream().mapToDouble(Point::value).min().orElse(0);
        double high = points.stream().mapToDouble(Point::value).max().orElse(1);
        this.least = low;
        this.most = high > low ? high : low + 1;
    }

    /**
     * The drawing.
     *
     * @param lines of the metrics log
     * @param name of the metric
     */
    static String svg(List<JsonNode> lines, String name) {
        List<Point> training = points(lines, "training", name);
        List<Point> validation = points(lines, "validation", name);
        List<Point> all = new ArrayList<>(training);
        all.addAll(validation);
        Curves curves = new Curves(all);
        return String.format(
                        "<svg viewBox=\"0 0 %d %d\" fill=\"none\" stroke-width=\"2\" font-size=\"13\">%n",
                        WIDTH, HEIGHT)
                + curves.grid()
                + curves.line(training, "training", 0)
                + curves.line(validation, "validation", 1)
                + "</svg>\n";
    }

    private static List<Point> points(List<JsonNode> lines, String part, String name) {
        return lines.stream()
                .filter(line -> line.path(part).path(name).isNumber())
                .map(line -> new Point(
                        line.path("epoch").asDouble(),
                        line.path(part).path(name).asDouble()))
                .toList();
    }

    private String grid() {
        StringBuilder grid = new StringBuilder();
        for (int k = 0; k <= GRID_LINES; k++) {
            double value = least + (most - least) * k / GRID_LINES;
            grid.append(String.format(
                    Locale.ROOT,
                    "<path d=\"M%d %.1fH%d\" stroke=\"#ddd\" stroke-width=\"1\"/>"
                            + "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\" fill=\"#555\">%.4g</text>%n",
                    LEFT,
                    y(value),
                    WIDTH - MARGIN,
                    LEFT - 8,
                    y(value) + 4,
                    value));
        }
        String epochs = "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\" fill=\"#555\">%s %.0f</text>%n";
        grid.append(String.format(Locale.ROOT, epochs, LEFT, HEIGHT - 6, "start", "epoch", firstEpoch));
        grid.append(String.format(Locale.ROOT, epochs, WIDTH - MARGIN, HEIGHT - 6, "end", "epoch", lastEpoch));
        return grid.toString();
    }

    private String line(List<Point> points, String part, int place) {
        if (points.isEmpty()) return "";
        String path = points.stream()
                .map(p -> String.format(Locale.ROOT, "%.1f,%.1f", x(p.epoch()), y(p.value())))
                .collect(Collectors.joining(" "));
        return String.format(
                Locale.ROOT,
                "<polyline class=\"%s\" points=\"%s\"/>"
                        + "<text class=\"%s\" x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>%n",
                part,
                path,
                part,
                WIDTH - MARGIN,
                MARGIN + 14 + 18 * place,
                part);
    }

    private double x(double epoch) {
        return LEFT + (epoch - firstEpoch) / (lastEpoch - firstEpoch) * (WIDTH - LEFT - MARGIN);
    }

    private double y(double value) {
        return HEIGHT - BOTTOM - (value - least) / (most - least) * (HEIGHT - BOTTOM - MARGIN);
    }
}
