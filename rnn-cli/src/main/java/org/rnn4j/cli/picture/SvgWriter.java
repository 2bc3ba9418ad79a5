package org.rnn4j.cli.picture;

import java.util.Locale;
import java.util.stream.Collectors;

/** Writes a {@link Drawing} as SVG. */
final class SvgWriter {
    private final StringBuilder svg = new StringBuilder();

    private SvgWriter() {}

    static String text(Drawing drawing) {
        return new SvgWriter().write(drawing);
    }

    private String write(Drawing drawing) {
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\""
                        + " font-family=\"%s\" font-size=\"%d\">",
                drawing.width(),
                drawing.height(),
                drawing.width(),
                drawing.height(),
                drawing.font().family(),
                drawing.font().size());
        for (Shape shape : drawing.shapes()) {
            if (shape instanceof Shape.Box box) write(box);
            if (shape instanceof Shape.Line line) write(line);
            if (shape instanceof Shape.Text text) write(text);
        }
        return svg.append("</svg>\n").toString();
    }

    private void write(Shape.Box box) {
        Shape.Paint paint = box.paint();
        add(
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\" fill-opacity=\"%.3f\"%s/>",
                box.x(),
                box.y(),
                box.width(),
                box.height(),
                color(paint.color()),
                paint.opacity(),
                paint.framed() ? " stroke=\"" + color(Shape.FRAME) + "\"" : "");
    }

    private void write(Shape.Line line) {
        String points = line.points().stream()
                .map(point -> String.format(Locale.ROOT, "%.1f,%.1f", point.x(), point.y()))
                .collect(Collectors.joining(" "));
        add(
                "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"%d\"%s/>",
                points,
                color(line.pen().color()),
                line.pen().width(),
                line.pen().dashed() ? " stroke-dasharray=\"5 4\"" : "");
    }

    private void write(Shape.Text text) {
        add(
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"%s\">%s</text>",
                text.x(),
                text.y(),
                text.anchor().name().toLowerCase(Locale.ROOT),
                color(Shape.INK),
                escaped(text.text()));
    }

    /** XML has no place for most control characters, whatever is done to them. */
    private static String escaped(String text) {
        return text.codePoints()
                .mapToObj(c -> switch (c) {
                    case '&' -> "&amp;";
                    case '<' -> "&lt;";
                    default -> Character.isISOControl(c) ? "\uFFFD" : Character.toString(c);
                })
                .collect(Collectors.joining());
    }

    private static String color(int rgb) {
        return String.format("#%06x", rgb);
    }

    private void add(String form, Object... values) {
        svg.append(String.format(Locale.ROOT, form, values)).append('\n');
    }
}
