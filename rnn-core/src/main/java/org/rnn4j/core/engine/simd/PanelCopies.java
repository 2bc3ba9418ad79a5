package org.rnn4j.core.engine.simd;

import org.rnn4j.core.kernel.PanelLayout;

/** Copies of rows from where one view points to where another does, panel by panel. */
final class PanelCopies {
    private static final Team WHOLE = Team.ofOne();

    private PanelCopies() {}

    /** Copies all panels. */
    static void copyRows(View from, int fromRow, View to, int toRow, int count) {
        copyShare(from, fromRow, to, toRow, count, WHOLE, 0);
    }

    /** Copies a team member's panels. */
    static void copyShare(View from, int fromRow, View to, int toRow, int count, Team team, int member) {
        int panels = PanelLayout.panels(from.size);
        int end = team.share(member + 1, panels);
        for (int p = team.share(member, panels); p < end; p++) {
            System.arraycopy(
                    from.panels.array,
                    from.at(p, fromRow),
                    to.panels.array,
                    to.at(p, toRow),
                    count * PanelLayout.WIDTH);
        }
    }
}
