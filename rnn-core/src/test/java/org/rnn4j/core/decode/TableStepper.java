package org.rnn4j.core.decode;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.rnn4j.core.math.CounterRandom;
import org.rnn4j.core.math.RandomKey;
import org.rnn4j.core.math.RandomPurpose;

/**
 * A network without equations: its state is all it has read, and logits are random numbers that depend on it. So every
 * mistake in carrying states shows.
 */
final class TableStepper implements Stepper<int[][]> {
    private final int symbols;
    private final RandomKey key;

    TableStepper(int symbols, long seed) {
        this.symbols = symbols;
        this.key = RandomKey.of(seed, RandomPurpose.NOISE);
    }

    @Override
    public int symbols() {
        return symbols;
    }

    @Override
    public int[][] initial(int rows) {
        return new int[rows][0];
    }

    @Override
    public Stepped<int[][]> step(int[][] states, int[] last) {
        int[][] next = IntStream.range(0, last.length)
                .mapToObj(row -> append(states[row], last[row]))
                .toArray(int[][]::new);
        return new Stepped<>(Arrays.stream(next).map(this::logits).toArray(double[][]::new), next);
    }

    double[] logits(int[] read) {
        double[] logits = new double[symbols];
        for (int i = 0; i < symbols; i++) {
            logits[i] = 6 * CounterRandom.uniform(key.named(Arrays.toString(read)), i) - 3;
        }
        return logits;
    }

    @Override
    public int[][] select(int[][] states, int[] rows) {
        return IntStream.of(rows).mapToObj(row -> states[row]).toArray(int[][]::new);
    }

    static int[] append(int[] symbols, int symbol) {
        int[] longer = Arrays.copyOf(symbols, symbols.length + 1);
        longer[symbols.length] = symbol;
        return longer;
    }
}
