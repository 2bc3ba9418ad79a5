package minimal;

import java.util.List;
import org.rnn4j.api.Cell;
import org.rnn4j.api.CellOptions;
import org.rnn4j.api.CellProvider;
import org.rnn4j.api.Config;
import org.rnn4j.api.Option;

/** Makes {@link MinimalGatedUnit} available as {@code mgu}. */
public final class MinimalGatedUnitProvider implements CellProvider {
    @Override
    public String type() {
        return "mgu";
    }

    @Override
    public String summary() {
        return "Minimal gated unit: one gate forgets and updates.";
    }

    @Override
    public List<Option<?>> options() {
        return CellOptions.with();
    }

    @Override
    public Cell create(Config config) {
        return new MinimalGatedUnit(CellOptions.of(config));
    }
}
