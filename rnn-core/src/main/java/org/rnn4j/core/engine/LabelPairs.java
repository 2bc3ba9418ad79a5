package org.rnn4j.core.engine;

import java.util.List;

/**
 * The labels that a network says, and those that it should have said, of each example of which something counts.
 *
 * @param said for each example; −1 where an output is no number
 * @param expected for each example; of the same length unless targets have one of their own
 */
public record LabelPairs(List<int[]> said, List<int[]> expected) {
    /** Copies the lists, not the arrays. */
    public LabelPairs {
        said = List.copyOf(said);
        expected = List.copyOf(expected);
    }

    /** Number of examples. */
    public int size() {
        return said.size();
    }
}
