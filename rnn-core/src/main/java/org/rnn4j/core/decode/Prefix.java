package org.rnn4j.core.decode;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.rnn4j.core.decode.Stepper.Stepped;

/** Reads what a prompt gives. */
final class Prefix {
    private Prefix() {}

    /** The states and logits after start and prefix, the same for a number of rows. */
    static <S> Stepped<S> read(Stepper<S> stepper, Prompt prompt, int rows) {
        int[] symbols = prompt.read();
        S states = stepper.initial(1);
        for (int i = 0; ; i++) {
            Stepped<S> stepped = stepper.step(states, new int[] {symbols[i]});
            if (i + 1 == symbols.length) return repeated(stepper, stepped, rows);
            states = stepped.states();
        }
    }

    private static <S> Stepped<S> repeated(Stepper<S> stepper, Stepped<S> stepped, int rows) {
        int[] zeros = new int[rows];
        double[][] logits = IntStream.range(0, rows)
                .mapToObj(row -> Arrays.copyOf(stepped.logits()[0], stepper.symbols()))
                .toArray(double[][]::new);
        return new Stepped<>(logits, stepper.select(stepped.states(), zeros));
    }
}
