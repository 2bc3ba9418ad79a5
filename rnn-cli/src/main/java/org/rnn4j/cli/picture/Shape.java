package org.rnn4j.cli.picture;

import java.util.List;

/** What a {@link Drawing} consists of. Lengths are in pixels from the upper left; colors are RGB, such as 0x1b6ca8. */
sealed interface Shape {
    /** The color of texts. */
    int INK = 0x333333;
    /** The color of frames. */
    int FRAME = 0xdddddd;

    /** A filled rectangle. */
    record Box(double x, double y, double width, double height, Paint paint) implements Shape {}

    /**
     * How a rectangle is filled.
     *
     * @param opacity from 0, which leaves what is below, to 1
     * @param framed true for a thin grey line around it
     */
    record Paint(int color, double opacity, boolean framed) {}

    /** A line through some points. */
    record Line(List<Point> points, Pen pen) implements Shape {}

    /** How a line is drawn. */
    record Pen(int color, int width, boolean dashed) {}

    /** A place. */
    record Point(double x, double y) {}

    /** A text; {@code y} is its base line. */
    record Text(double x, double y, Drawing.Anchor anchor, String text) implements Shape {}
}
