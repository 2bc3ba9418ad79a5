package org.rnn4j.attention;

import java.util.List;
import java.util.Optional;
import org.rnn4j.api.Cell;
import org.rnn4j.api.CellProvider;
import org.rnn4j.api.Config;
import org.rnn4j.api.Option;

/** Makes {@link AttentionCell} available as {@code attention}. */
public final class AttentionCellProvider implements CellProvider {
    static final String USUAL_MEMORY = "memory";
    static final Option<Integer> SIZE_RANGE = Option.integer(
                    "size", "size of the output, made of context and the cell's output; both side by side if absent")
            .atLeast(1);
    static final Option<Integer> ATTENTION_SIZE = Option.integer(
                    "attentionSize", "size of the space in which an additive score compares")
            .atLeast(1)
            .orElse(64);
    private static final Option<Cell> CELL = Option.component("cell", "the cell that attends", Cell.class);
    private static final Option<Score> SCORE = Option.choice(
                    "score", "how well a position answers the cell's output", Score.class)
            .orElse(Score.ADDITIVE);
    private static final Option<Optional<Integer>> SIZE = SIZE_RANGE.maybe();
    private static final Option<Boolean> INPUT_FEEDING = Option.bool(
                    "inputFeeding", "whether the cell reads what was attended to at the step before")
            .orElse(true);
    private static final Option<Boolean> COVERAGE = Option.bool(
                    "coverage", "whether it counts in the score how much of a position was attended to before")
            .orElse(false);
    private static final Option<String> MEMORY =
            Option.text("memory", "the name of what is attended to").orElse(USUAL_MEMORY);

    @Override
    public String type() {
        return "attention";
    }

    @Override
    public String summary() {
        return "Any cell of a decoder, with attention to what the encoder left at each of its steps.";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(CELL, SCORE, SIZE, ATTENTION_SIZE, INPUT_FEEDING, COVERAGE, MEMORY);
    }

    @Override
    public Cell create(Config config) {
        AttentionCell cell = AttentionCell.of(config.get(CELL), config.get(SCORE))
                .withAttentionSize(config.get(ATTENTION_SIZE))
                .withInputFeeding(config.get(INPUT_FEEDING))
                .withCoverage(config.get(COVERAGE))
                .withMemory(config.get(MEMORY));
        return config.get(SIZE).map(cell::withSize).orElse(cell);
    }
}
