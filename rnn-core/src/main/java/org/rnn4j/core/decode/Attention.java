package org.rnn4j.core.decode;

import java.util.List;

/**
 * To what a network looked while it gave an answer.
 *
 * @param source the symbols of the source
 * @param answer the symbols of the answer, then that of its end
 * @param weights for each symbol of the answer, one for each symbol of the source; those of one symbol sum to 1
 */
public record Attention(List<String> source, List<String> answer, double[][] weights) {
    /** Copies the lists. */
    public Attention {
        source = List.copyOf(source);
        answer = List.copyOf(answer);
    }
}
