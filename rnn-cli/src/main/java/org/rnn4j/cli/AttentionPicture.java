package org.rnn4j.cli;

import java.util.Locale;
import org.rnn4j.core.decode.Attention;

/** A drawing in SVG: a row for each symbol of the answer, a column for each of the source, darker where the weight is larger. */
final class AttentionPicture {
    private static final int CELL = 24;
    private static final int LEFT = 90;
    private static final int TOP = 60;
    private static final int MARGIN = 20;

    private final StringBuilder svg = new StringBuilder();

    private AttentionPicture() {}

    /** The drawing. */
    static String svg(Attention attention) {
        return new AttentionPicture().draw(attention);
    }

    private String draw(Attention attention) {
        int width = LEFT + CELL * attention.source().size() + MARGIN;
        int height = TOP + CELL * attention.answer().size() + MARGIN;
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\""
                        + " font-family=\"monospace\" font-size=\"14\">",
                width, height, width, height);
        add("<rect width=\"%d\" height=\"%d\" fill=\"white\"/>", width, height);
        for (int s = 0; s < attention.source().size(); s++) {
            text(
                    LEFT + CELL * s + CELL / 2,
                    TOP - 10,
                    "middle",
                    attention.source().get(s));
        }
        for (int t = 0; t < attention.answer().size(); t++) {
            int y = TOP + CELL * t;
            text(LEFT - 10, y + CELL - 7, "end", attention.answer().get(t));
            for (int s = 0; s < attention.source().size(); s++) {
                add(
                        "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"#1b6ca8\" fill-opacity=\"%.3f\""
                                + " stroke=\"#dddddd\"/>",
                        LEFT + CELL * s, y, CELL, CELL, attention.weights()[t][s]);
            }
        }
        return svg.append("</svg>\n").toString();
    }

    private void text(int x, int y, String anchor, String symbol) {
        String shown = symbol.equals(" ") ? "␣" : symbol.replace("&", "&amp;").replace("<", "&lt;");
        add("<text x=\"%d\" y=\"%d\" text-anchor=\"%s\">%s</text>", x, y, anchor, shown);
    }

    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
