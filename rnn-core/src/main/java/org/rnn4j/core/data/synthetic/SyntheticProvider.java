package org.rnn4j.core.data.synthetic;

import java.util.List;
import org.rnn4j.api.Config;
import org.rnn4j.api.Option;
import org.rnn4j.core.data.DataSource;
import org.rnn4j.core.data.DatasetProvider;

/** Makes data of a {@link Task} available as {@code synthetic}. */
public final class SyntheticProvider implements DatasetProvider {
    private static final Option<Task> TASK = Option.component("task", "what is made", Task.class);
    private static final Option<Integer> EXAMPLES =
            Option.integer("examples", "examples for training").atLeast(1).orElse(1000);
    private static final Option<Integer> VALIDATION = Option.integer("validationExamples", "examples for validation")
            .atLeast(0)
            .orElse(200);
    private static final Option<Integer> TEST = Option.integer("testExamples", "examples for the test at the end")
            .atLeast(0)
            .orElse(200);
    private static final Option<Boolean> FRESH = Option.bool(
                    "fresh", "whether every epoch has other examples for training, so that none is seen twice")
            .orElse(false);

    @Override
    public String type() {
        return "synthetic";
    }

    @Override
    public String summary() {
        return "Examples of a task that are made from the seed, such as the adding problem.";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(TASK, EXAMPLES, VALIDATION, TEST, FRESH);
    }

    @Override
    public DataSource create(Config config) {
        SyntheticSource.Counts counts =
                new SyntheticSource.Counts(config.get(EXAMPLES), config.get(VALIDATION), config.get(TEST));
        return new SyntheticSource(config.get(TASK), counts, config.get(FRESH));
    }
}
