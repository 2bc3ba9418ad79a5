package org.rnn4j.core.train;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.rnn4j.api.Config;
import org.rnn4j.api.Loss;
import org.rnn4j.api.Optimizer;
import org.rnn4j.api.Option;
import org.rnn4j.core.component.clip.Clip;
import org.rnn4j.core.component.schedule.Schedule;
import org.rnn4j.core.config.Section;
import org.rnn4j.core.data.DataSource;
import org.rnn4j.core.data.Feeding;
import org.rnn4j.core.engine.Precision;
import org.rnn4j.core.model.Model;

/** What a configuration file holds, key by key. */
final class ExperimentOptions {
    static final Option<Format> FORMAT = Option.choice("format", "what kind of file it is", Format.class);
    static final Option<Integer> SEED =
            Option.integer("seed", "of everything that is drawn at random").orElse(0);
    static final Option<Precision> PRECISION = Option.choice(
                    "precision", "in which numbers to compute: float32 is fast, float64 exact", Precision.class)
            .orElse(Precision.FLOAT32);
    static final Option<Optional<Integer>> THREADS = Option.integer(
                    "threads", "most threads; as many as there are processors if absent. No result depends on it")
            .atLeast(1)
            .maybe();
    static final Option<DataSource> DATA = Option.component("data", "what to learn from", DataSource.class);
    static final Option<Model> MODEL = Option.component("model", "what is to learn", Model.class);
    static final Option<Optional<Loss>> LOSS = Option.component(
                    "loss",
                    "what is to become small; softmaxCrossEntropy for symbols and meanSquaredError for numbers if absent",
                    Loss.class)
            .maybe();
    static final Option<Optional<Optimizer>> OPTIMIZER = Option.component(
                    "optimizer", "how weights change; adam if absent", Optimizer.class)
            .maybe();
    static final Option<Optional<Schedule>> SCHEDULE = Option.component(
                    "schedule", "how the learning rate changes; constant if absent", Schedule.class)
            .maybe();

    static final Option<Integer> BATCH_SIZE = Feeding.BATCH_SIZE.orElse(32);
    static final Option<Optional<Integer>> TRUNCATED_BPTT = Feeding.TRUNCATED_BPTT.maybe();
    static final Option<Optional<Clip>> CLIP = Option.component(
                    "clip", "a bound on gradients; none if absent", Clip.class)
            .maybe();
    static final Option<Optional<Double>> GRADIENT_NOISE = GradientNoise.ETA.maybe();
    static final Option<Optional<List<Metric>>> METRICS = Option.components(
                    "metrics",
                    "what to report besides the loss; if absent, bitsPerCharacter or perplexity where text is learnt",
                    Metric.class)
            .maybe();
    static final Option<String> MONITOR = Option.text(
                    "monitor", "the metric that says which weights are best: loss, or one of metrics")
            .orElse(Validation.LOSS);
    static final Option<Optional<Integer>> VALIDATE_EVERY = Option.integer(
                    "validateEvery", "updates between two validations; each epoch if absent")
            .atLeast(1)
            .maybe();
    static final Option<Boolean> KEEP_BEST = Option.bool(
                    "keepBest", "keeps the weights of the best validation at the end, else the last ones")
            .orElse(true);

    static final Option<Integer> CHECKPOINT_EVERY =
            Option.integer("every", "epochs between two checkpoints").atLeast(1).orElse(1);
    static final Option<Double> CHECKPOINT_MINUTES = Option.number(
                    "minutes", "minutes after which there is a checkpoint within an epoch, too")
            .atLeast(0)
            .orElse(10.0);
    static final Option<Integer> CHECKPOINTS_KEPT = Option.integer("keep", "newest checkpoints that are kept")
            .atLeast(1)
            .orElse(2);

    static final Option<Optional<Integer>> SAMPLE_COUNT = Option.integer(
                    "count",
                    "texts to make after an epoch; if absent, 3 where texts end, else 1; of a model that answers sources,"
                            + " how many of the validation it answers, 3 if absent")
            .atLeast(0)
            .maybe();
    static final Option<Integer> SAMPLE_EVERY =
            Option.integer("every", "epochs between two samples").atLeast(1).orElse(1);
    static final Option<Double> TEMPERATURE = Option.number("temperature", "0 is greedy, 1 as learnt, more is bolder")
            .atLeast(0)
            .orElse(0.8);
    static final Option<Integer> SAMPLE_LENGTH =
            Option.integer("maxLength", "most symbols of a text").atLeast(1).orElse(200);
    static final Option<String> PREFIX =
            Option.text("prefix", "what each text begins with").orElse("");

    static final Section EARLY_STOPPING = Section.of(
                    "earlyStopping",
                    "ends training when the validation no longer gets better",
                    EarlyStopping.PATIENCE,
                    EarlyStopping.MIN_DELTA)
            .maybe();
    static final Section CHECKPOINTS = Section.of(
            "checkpoints", "what training can be resumed from", CHECKPOINT_EVERY, CHECKPOINT_MINUTES, CHECKPOINTS_KEPT);
    static final Section TRAINING = Section.of(
                    "training",
                    "how to train",
                    Trainer.EPOCHS,
                    BATCH_SIZE,
                    TRUNCATED_BPTT,
                    Trainer.RECOMPUTE,
                    UpdateRule.ACCUMULATE,
                    UpdateRule.FROZEN,
                    CLIP,
                    GRADIENT_NOISE,
                    GradientNoise.GAMMA,
                    METRICS,
                    MONITOR,
                    VALIDATE_EVERY,
                    KEEP_BEST)
            .with(EARLY_STOPPING, CHECKPOINTS);
    static final Section SAMPLES = Section.of(
            "samples",
            "texts that a language model makes while it learns, or answers to sources of the validation",
            SAMPLE_COUNT,
            SAMPLE_EVERY,
            TEMPERATURE,
            SAMPLE_LENGTH,
            PREFIX);
    static final Section EXPERIMENT = Section.of(
                    "experiment",
                    "a whole configuration",
                    FORMAT,
                    SEED,
                    PRECISION,
                    THREADS,
                    DATA,
                    MODEL,
                    LOSS,
                    OPTIMIZER,
                    SCHEDULE)
            .with(GivenVectors.SECTION, TRAINING, SAMPLES);

    private ExperimentOptions() {}

    static OptionalInt optional(Config config, Option<Optional<Integer>> option) {
        return config.get(option).map(OptionalInt::of).orElse(OptionalInt.empty());
    }
}
