package org.rnn4j.core.data.synthetic;

import java.util.List;
import java.util.random.RandomGenerator;
import org.rnn4j.core.data.Vocabulary;

/**
 * The embedded Reber grammar: B, T or P, a word of Reber's grammar, the same T or P again, E.
 *
 * <p>Reber's grammar is a walk through six states that begins with B and ends with E; from a state with two ways either is as
 * likely.
 *
 * <p>Source: Reber 1967, doi:10.1016/S0022-5371(67)80149-X; embedded: Cleeremans et al. 1989,
 * doi:10.1162/neco.1989.1.3.372, and Fahlman 1991.
 */
final class ReberGrammar {
    static final Vocabulary SYMBOLS = Sequences.letters("BTSXPVE");

    /** From each state: symbol and next state, for each way. */
    private static final List<List<Way>> STATES = List.of(
            List.of(new Way('T', 1), new Way('P', 2)),
            List.of(new Way('S', 1), new Way('X', 3)),
            List.of(new Way('T', 2), new Way('V', 4)),
            List.of(new Way('X', 2), new Way('S', 5)),
            List.of(new Way('P', 3), new Way('V', 5)));

    private static final int LAST = 5;

    private record Way(char symbol, int state) {}

    private ReberGrammar() {}

    /** A word; its last symbol but one says whether its second one was kept in mind. */
    static String word(RandomGenerator random) {
        char outer = random.nextBoolean() ? 'T' : 'P';
        StringBuilder word = new StringBuilder().append('B').append(outer).append('B');
        int state = 0;
        while (state != LAST) {
            Way way = Sequences.choose(random, STATES.get(state));
            word.append(way.symbol());
            state = way.state();
        }
        return word.append('E').append(outer).append('E').toString();
    }
}
