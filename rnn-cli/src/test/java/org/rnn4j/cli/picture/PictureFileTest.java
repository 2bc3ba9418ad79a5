package org.rnn4j.cli.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rnn4j.api.ConfigException;
import org.rnn4j.cli.picture.Drawing.Anchor;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

final class PictureFileTest {
    private static final int WHITE = 0xffffffff;

    @TempDir
    Path folder;

    private BufferedImage png(Drawing drawing) throws IOException {
        Path file = folder.resolve("drawing.png");
        PictureFile.of(file).write(drawing);
        return ImageIO.read(file.toFile());
    }

    private Document svg(Drawing drawing) throws Exception {
        Path file = folder.resolve("drawing.svg");
        PictureFile.of(file).write(drawing);
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
    }

    @Test
    void pngHasTwoPixelsForEach() throws IOException {
        Drawing drawing = new Drawing(100, 60, Drawing.Font.SANS);
        drawing.box(10, 20, 30, 10, 0x1b6ca8);
        drawing.line(50, 5, 90, 5, 0xd1495b);
        BufferedImage image = png(drawing);
        assertEquals(200, image.getWidth());
        assertEquals(120, image.getHeight());
        assertEquals(0xff1b6ca8, image.getRGB(21, 41));
        assertEquals(0xff1b6ca8, image.getRGB(79, 59));
        assertEquals(WHITE, image.getRGB(81, 61));
        assertEquals(0xffd1495b, image.getRGB(140, 10));
        assertEquals(WHITE, image.getRGB(90, 10));
    }

    @Test
    void cellsAreDarkerWhereTheShareIsLarger() throws Exception {
        Drawing drawing = new Drawing(60, 20, Drawing.Font.MONOSPACE);
        drawing.cell(0, 0, 20, 0x000000, 0);
        drawing.cell(20, 0, 20, 0x000000, 0.5);
        drawing.cell(40, 0, 20, 0x000000, 1);
        BufferedImage image = png(drawing);
        assertEquals(WHITE, image.getRGB(20, 20));
        assertEquals(127, image.getRGB(60, 20) & 0xff, 1);
        assertEquals(0xff000000, image.getRGB(100, 20));
        Element half = (Element) svg(drawing).getElementsByTagName("rect").item(2);
        assertEquals("0.500", half.getAttribute("fill-opacity"));
    }

    @ParameterizedTest
    @EnumSource(Anchor.class)
    void textsStandWhereTheirAnchorSays(Anchor anchor) throws Exception {
        Drawing drawing = new Drawing(200, 40, Drawing.Font.SANS);
        drawing.text(100, 20, anchor, "MMMMM");
        BufferedImage image = png(drawing);
        boolean left = ink(image, 0, 190);
        boolean right = ink(image, 210, 400);
        assertEquals(anchor != Anchor.START, left);
        assertEquals(anchor != Anchor.END, right);
        Element text = (Element) svg(drawing).getElementsByTagName("text").item(0);
        assertEquals(anchor.name(), text.getAttribute("text-anchor").toUpperCase(java.util.Locale.ROOT));
    }

    private static boolean ink(BufferedImage image, int from, int to) {
        for (int x = from; x < to; x++) {
            for (int y = 0; y < image.getHeight(); y++) if (image.getRGB(x, y) != WHITE) return true;
        }
        return false;
    }

    @Test
    void dashedCurvesHaveGaps() throws IOException {
        Drawing drawing = new Drawing(100, 20, Drawing.Font.SANS);
        drawing.curve(new double[] {0, 100}, new double[] {10, 10}, 0x000000, true);
        BufferedImage image = png(drawing);
        assertEquals(0xff000000, image.getRGB(4, 20));
        assertEquals(WHITE, image.getRGB(14, 20));
    }

    @Test
    void aCurveWithoutPointsIsNothing() throws Exception {
        Drawing drawing = new Drawing(10, 10, Drawing.Font.SANS);
        drawing.curve(new double[0], new double[0], 0, false);
        assertEquals(0, svg(drawing).getElementsByTagName("polyline").getLength());
        assertFalse(ink(png(drawing), 0, 20));
    }

    @Test
    void anyTextIsSafeInSvg() throws Exception {
        Drawing drawing = new Drawing(100, 20, Drawing.Font.SANS);
        drawing.text(0, 10, Anchor.START, "<EOS> & \u0000\n\u001b é🦕");
        assertEquals(
                "<EOS> & \uFFFD\uFFFD\uFFFD é🦕",
                svg(drawing).getElementsByTagName("text").item(0).getTextContent());
        assertTrue(ink(png(drawing), 0, 200));
    }

    @Test
    void theEndingMayBeInCapitals() throws IOException {
        Path file = folder.resolve("A.PNG");
        PictureFile.of(file).write(new Drawing(1, 1, Drawing.Font.SANS));
        assertEquals(2, ImageIO.read(file.toFile()).getWidth());
    }

    @ParameterizedTest
    @ValueSource(strings = {"picture.jpg", "picture", "png", "picture.svg.gz"})
    void otherEndingsAreRefused(String name) {
        assertEquals(
                """
                A picture is SVG or PNG, and its file's name says which
                  file     %s
                  endings  .svg, .png
                  fix      give the name one of these endings""".formatted(name),
                assertThrows(ConfigException.class, () -> PictureFile.of(Path.of(name)))
                        .getMessage());
    }
}
