package org.rnn4j.cli;

import org.rnn4j.cli.picture.Drawing;
import org.rnn4j.cli.picture.Drawing.Anchor;
import org.rnn4j.core.decode.Attention;

/** A drawing with a row for each symbol of the answer, a column for each of the source, darker where the weight is larger. */
final class AttentionPicture {
    private static final int CELL = 24;
    private static final int LEFT = 90;
    private static final int TOP = 60;
    private static final int MARGIN = 20;
    private static final int COLOR = 0x1b6ca8;

    private AttentionPicture() {}

    /** The drawing. */
    static Drawing of(Attention attention) {
        int columns = attention.source().size();
        int rows = attention.answer().size();
        Drawing drawing =
                new Drawing(LEFT + CELL * columns + MARGIN, TOP + CELL * rows + MARGIN, Drawing.Font.MONOSPACE);
        for (int s = 0; s < columns; s++) {
            String symbol = shown(attention.source().get(s));
            drawing.text(LEFT + CELL * s + CELL / 2.0, TOP - 10, Anchor.MIDDLE, symbol);
        }
        for (int t = 0; t < rows; t++) {
            int y = TOP + CELL * t;
            drawing.text(
                    LEFT - 10,
                    y + CELL - 7,
                    Anchor.END,
                    shown(attention.answer().get(t)));
            for (int s = 0; s < columns; s++)
                drawing.cell(LEFT + CELL * s, y, CELL, COLOR, attention.weights()[t][s]);
        }
        return drawing;
    }

    private static String shown(String symbol) {
        return symbol.equals(" ") ? "␣" : symbol;
    }
}
