package org.rnn4j.core.component.loss;

import java.util.List;
import org.rnn4j.api.Config;
import org.rnn4j.api.Loss;
import org.rnn4j.api.LossProvider;
import org.rnn4j.api.Option;

/** Makes {@link CtcLoss} available as {@code ctc}. */
public final class CtcLossProvider implements LossProvider {
    static final Option<Integer> BLANK =
            Option.integer("blank", "the output that says nothing").atLeast(0).orElse(0);
    static final Option<Integer> BEAM_WIDTH = Option.integer(
                    "beamWidth", "prefixes that are kept where labels are looked for; 1 takes the best path")
            .atLeast(1)
            .orElse(1);

    private static final Option<Boolean> ZERO_INFINITY = Option.bool(
                    "zeroInfinity", "whether sequences too short for their labels count as 0, not as infinite")
            .orElse(false);

    @Override
    public String type() {
        return "ctc";
    }

    @Override
    public String summary() {
        return "Minus the logarithm of the probability of some labels, whenever in the sequence each of them is said.";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(BLANK, ZERO_INFINITY, BEAM_WIDTH, Reductions.REDUCTION);
    }

    @Override
    public Loss create(Config config) {
        return CtcLoss.of()
                .withBlank(config.get(BLANK))
                .withZeroInfinity(config.get(ZERO_INFINITY))
                .withBeamWidth(config.get(BEAM_WIDTH))
                .withReduction(config.get(Reductions.REDUCTION));
    }
}
