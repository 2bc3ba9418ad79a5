package org.rnn4j.core.engine.simd;

/** The layout of the batch at hand, for all that stays where it is when another batch comes. */
final class CurrentLayout {
    RowLayout now = RowLayout.NONE;

    /** One that begins with a layout. */
    static CurrentLayout of(RowLayout layout) {
        CurrentLayout made = new CurrentLayout();
        made.now = layout;
        return made;
    }
}
