package org.rnn4j.cli.picture;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.rnn4j.cli.picture.Shape.Box;
import org.rnn4j.cli.picture.Shape.Line;
import org.rnn4j.cli.picture.Shape.Paint;
import org.rnn4j.cli.picture.Shape.Pen;
import org.rnn4j.cli.picture.Shape.Point;
import org.rnn4j.cli.picture.Shape.Text;

/**
 * A drawing on white ground, in whatever format it is written later:
 *
 * <pre>
 * Drawing drawing = new Drawing(200, 100, Drawing.Font.SANS);
 * drawing.box(20, 20, 60, 14, 0x1b6ca8);
 * drawing.text(100, 32, Drawing.Anchor.MIDDLE, "open");
 * PictureFile.of(Path.of("gates.png")).write(drawing);
 * </pre>
 *
 * <p>Lengths are in pixels from the upper left; colors are RGB. Later shapes lie above earlier ones. Mutable, for one thread.
 */
public final class Drawing {
    /** Where a text stands from its x. */
    public enum Anchor {
        /** It begins there. */
        START,
        /** Its middle is there. */
        MIDDLE,
        /** It ends there. */
        END
    }

    /** What texts are written with. */
    public enum Font {
        /** Letters of their own widths. */
        SANS("sans-serif", 13),
        /** All letters as wide. */
        MONOSPACE("monospace", 14);

        private final String family;
        private final int size;

        Font(String family, int size) {
            this.family = family;
            this.size = size;
        }

        String family() {
            return family;
        }

        int size() {
            return size;
        }
    }

    private final int width;
    private final int height;
    private final Font font;
    private final List<Shape> shapes = new ArrayList<>();

    /** An empty drawing. */
    public Drawing(int width, int height, Font font) {
        this.width = width;
        this.height = height;
        this.font = font;
        box(0, 0, width, height, 0xffffff);
    }

    /** Fills a rectangle. */
    public void box(double x, double y, double boxWidth, double boxHeight, int color) {
        shapes.add(new Box(x, y, boxWidth, boxHeight, new Paint(color, 1, false)));
    }

    /** Fills a square with a thin frame, the more the larger a share from 0 to 1 is. */
    public void cell(double x, double y, double size, int color, double share) {
        shapes.add(new Box(x, y, size, size, new Paint(color, share, true)));
    }

    /** Draws a thin line. */
    public void line(double fromX, double fromY, double toX, double toY, int color) {
        shapes.add(new Line(List.of(new Point(fromX, fromY), new Point(toX, toY)), new Pen(color, 1, false)));
    }

    /** Draws a thick line through points; nothing if there are none. */
    public void curve(double[] x, double[] y, int color, boolean dashed) {
        List<Point> points = new ArrayList<>();
        for (int k = 0; k < x.length; k++) points.add(new Point(x[k], y[k]));
        if (!points.isEmpty()) shapes.add(new Line(List.copyOf(points), new Pen(color, 2, dashed)));
    }

    /** Writes a text on a base line. */
    public void text(double x, double y, Anchor anchor, String text) {
        shapes.add(new Text(x, y, anchor, text));
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    Font font() {
        return font;
    }

    List<Shape> shapes() {
        return Collections.unmodifiableList(shapes);
    }
}
