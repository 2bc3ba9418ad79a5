package org.rnn4j.core.decode;

import java.util.Arrays;
import org.rnn4j.core.decode.Stepper.Stepped;

/** The probability of a given sequence: P(y) = Π P(y_t | y_1 … y_{t−1}). */
public final class Scorer {
    private Scorer() {}

    /**
     * The logarithm of every symbol's probability, given those before it.
     *
     * @param prompt its prefix is the sequence; if it has an end, that is scored as well
     * @return one number for each symbol, then one for the end; their sum is log P(y)
     */
    public static <S> double[] logProbabilities(Stepper<S> stepper, Prompt prompt) {
        prompt.check(stepper);
        int[] read = prompt.read();
        int[] next = Arrays.copyOfRange(read, 1, read.length + 1);
        int count = read.length - 1;
        if (prompt.end().isPresent()) next[count++] = prompt.end().getAsInt();
        double[] result = new double[count];
        S states = stepper.initial(1);
        for (int t = 0; t < count; t++) {
            Stepped<S> stepped = stepper.step(states, new int[] {read[t]});
            result[t] = Logits.logSoftmax(stepped.logits()[0])[next[t]];
            states = stepped.states();
        }
        return result;
    }
}
