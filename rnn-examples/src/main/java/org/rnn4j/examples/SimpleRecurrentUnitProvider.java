package org.rnn4j.examples;

import java.util.List;
import org.rnn4j.api.Cell;
import org.rnn4j.api.CellProvider;
import org.rnn4j.api.Config;
import org.rnn4j.api.Option;

/** Makes {@link SimpleRecurrentUnit} available as {@code sru}. */
public final class SimpleRecurrentUnitProvider implements CellProvider {
    private static final Option<Integer> SIZE =
            Option.integer("hiddenSize", "size of the memory c").atLeast(1);

    @Override
    public String type() {
        return "sru";
    }

    @Override
    public String summary() {
        return "Simple recurrent unit: a memory whose gates see only their own element of it.";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(SIZE);
    }

    @Override
    public Cell create(Config config) {
        return new SimpleRecurrentUnit(config.get(SIZE));
    }
}
