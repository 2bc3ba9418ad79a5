package org.rnn4j.cli.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.ImageIO;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.RnnException;

/** Writes a {@link Drawing} as PNG, with two pixels for each of the drawing's, by the JDK and without a screen. */
final class PngWriter {
    private static final int SCALE = 2;
    private static final float[] DASHES = {5, 4};
    private static final int OPAQUE = 255;

    private final Graphics2D graphics;

    private PngWriter(Graphics2D graphics) {
        this.graphics = graphics;
    }

    static void write(Drawing drawing, OutputStream out) throws IOException {
        // Has to be said before the first class of java.awt looks for a screen.
        System.setProperty("java.awt.headless", "true");
        BufferedImage image =
                new BufferedImage(SCALE * drawing.width(), SCALE * drawing.height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.scale(SCALE, SCALE);
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            setFont(graphics, drawing.font());
            PngWriter writer = new PngWriter(graphics);
            drawing.shapes().forEach(writer::draw);
        } finally {
            graphics.dispose();
        }
        ImageIO.setUseCache(false);
        ImageIO.write(image, "png", out);
    }

    /** A machine without any font says so in many ways, as soon as one is asked for its sizes. */
    private static void setFont(Graphics2D graphics, Drawing.Font font) {
        String family = font == Drawing.Font.SANS ? Font.SANS_SERIF : Font.MONOSPACED;
        try {
            graphics.setFont(new Font(family, Font.PLAIN, font.size()));
            graphics.getFontMetrics();
        } catch (RuntimeException | LinkageError | InternalError e) {
            throw new RnnException(
                    ErrorMessage.of("Java finds no font to write with")
                            .fact("reason", e)
                            .fix("install fontconfig and a font, or give the file a name that ends in .svg")
                            .toString(),
                    e);
        }
    }

    private void draw(Shape shape) {
        if (shape instanceof Shape.Box box) draw(box);
        if (shape instanceof Shape.Line line) draw(line);
        if (shape instanceof Shape.Text text) draw(text);
    }

    private void draw(Shape.Box box) {
        Rectangle2D area = new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height());
        int alpha = (int) Math.round(box.paint().opacity() * OPAQUE);
        graphics.setColor(new Color(alpha << 24 | box.paint().color(), true));
        graphics.fill(area);
        if (!box.paint().framed()) return;
        graphics.setColor(new Color(Shape.FRAME));
        graphics.setStroke(new BasicStroke(1));
        graphics.draw(area);
    }

    private void draw(Shape.Line line) {
        Shape.Pen pen = line.pen();
        Shape.Point first = line.points().get(0);
        Path2D path = new Path2D.Double();
        path.moveTo(first.x(), first.y());
        line.points().forEach(point -> path.lineTo(point.x(), point.y()));
        graphics.setColor(new Color(pen.color()));
        graphics.setStroke(
                pen.dashed()
                        ? new BasicStroke(pen.width(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, DASHES, 0)
                        : new BasicStroke(pen.width()));
        graphics.draw(path);
    }

    private void draw(Shape.Text text) {
        double width =
                graphics.getFontMetrics().getStringBounds(text.text(), graphics).getWidth();
        double left = switch (text.anchor()) {
            case START -> text.x();
            case MIDDLE -> text.x() - width / 2;
            case END -> text.x() - width;
        };
        graphics.setColor(new Color(Shape.INK));
        graphics.drawString(text.text(), (float) left, (float) text.y());
    }
}
