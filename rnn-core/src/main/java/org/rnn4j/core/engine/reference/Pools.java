package org.rnn4j.core.engine.reference;

import org.rnn4j.core.trace.SequenceGraph.Pool;

/** One vector from every example's steps, and the way back; an example of length 0 gives zeros and gets nothing. */
final class Pools {
    private Pools() {}

    /** The pooled vectors. */
    static Numbers forward(Pool pool, Numbers input, Lengths lengths) {
        Numbers output = Numbers.zeros(pool.output(), lengths);
        for (int b = 0; b < lengths.batchSize(); b++) {
            int length = lengths.of()[b];
            int[] example = {b};
            if (length == 0) continue;
            Rows pooled = switch (pool.kind()) {
                case FIRST -> input.get(0, example);
                case LAST -> input.get(length - 1, example);
                case MEAN -> mean(input, example, length);
                case MAXIMUM -> maximum(input, example, length);
            };
            output.put(0, example, pooled);
        }
        return output;
    }

    /** Adds the gradient of the pooled vectors to that of the sequence. */
    static void backward(Pool pool, Numbers input, Numbers outputGradient, Numbers inputGradient, Lengths lengths) {
        for (int b = 0; b < lengths.batchSize(); b++) {
            int length = lengths.of()[b];
            int[] example = {b};
            if (length == 0) continue;
            Rows gradient = outputGradient.get(0, example);
            switch (pool.kind()) {
                case FIRST -> inputGradient.add(0, example, gradient);
                case LAST -> inputGradient.add(length - 1, example, gradient);
                case MEAN -> {
                    Rows share = Arithmetic.map(gradient, g -> g / length);
                    for (int t = 0; t < length; t++) inputGradient.add(t, example, share);
                }
                case MAXIMUM -> spreadToFirstMaximum(input, gradient, inputGradient, example, length);
            }
        }
    }

    private static Rows mean(Numbers input, int[] example, int length) {
        Rows sum = input.get(0, example);
        for (int t = 1; t < length; t++) sum = Arithmetic.map(sum, input.get(t, example), Double::sum);
        return Arithmetic.map(sum, a -> a / length);
    }

    private static Rows maximum(Numbers input, int[] example, int length) {
        Rows max = input.get(0, example);
        for (int t = 1; t < length; t++) max = Arithmetic.map(max, input.get(t, example), Math::max);
        return max;
    }

    private static void spreadToFirstMaximum(
            Numbers input, Rows gradient, Numbers inputGradient, int[] example, int length) {
        Rows max = maximum(input, example, length);
        Rows left = gradient;
        for (int t = 0; t < length; t++) {
            // 1 where this step reaches the maximum, else 0.
            Rows reached = Arithmetic.map(input.get(t, example), max, (a, m) -> a == m ? 1 : 0);
            Rows nothing = Arithmetic.map(left, g -> 0);
            inputGradient.add(t, example, Arithmetic.select(reached, left, nothing));
            left = Arithmetic.select(reached, nothing, left);
        }
    }
}
