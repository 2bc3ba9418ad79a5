package org.rnn4j.examples;

import java.util.List;
import org.rnn4j.api.Cell;
import org.rnn4j.api.CellProvider;
import org.rnn4j.api.Config;
import org.rnn4j.api.Option;

/** Makes {@link OwnLstm} available as {@code ownLstm}. */
public final class OwnLstmProvider implements CellProvider {
    private static final Option<Integer> SIZE =
            Option.integer("hiddenSize", "size of the states h and c").atLeast(1);

    @Override
    public String type() {
        return "ownLstm";
    }

    @Override
    public String summary() {
        return "Long short-term memory as somebody outside the library writes it, to compare its speed.";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(SIZE);
    }

    @Override
    public Cell create(Config config) {
        return new OwnLstm(config.get(SIZE));
    }
}
