package org.rnn4j.core.train;

import static org.rnn4j.core.train.ExperimentOptions.optional;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.rnn4j.api.ConfigException;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.LearningRate;
import org.rnn4j.api.Loss;
import org.rnn4j.api.Optimizer;
import org.rnn4j.api.Provider;
import org.rnn4j.core.config.Component;
import org.rnn4j.core.config.ConfigFile;
import org.rnn4j.core.config.ConfigNode;
import org.rnn4j.core.config.ConfigNode.ObjectNode;
import org.rnn4j.core.config.ConfigNode.TextNode;
import org.rnn4j.core.config.ConfigReader;
import org.rnn4j.core.config.Registry;
import org.rnn4j.core.config.Section;
import org.rnn4j.core.config.SectionConfig;
import org.rnn4j.core.data.DataSource;
import org.rnn4j.core.data.Encoding;
import org.rnn4j.core.data.Feature;
import org.rnn4j.core.data.Feeding;
import org.rnn4j.core.data.Level;
import org.rnn4j.core.engine.Precision;
import org.rnn4j.core.model.Model;
import org.rnn4j.core.network.Network;

/**
 * A whole configuration: data, model, loss, optimizer, and how to train.
 *
 * <pre>
 * Experiment experiment = Experiment.read(Path.of("names.json"), List.of("training.epochs=3"), Components.registry());
 * Dataset dataset = experiment.data().read(experiment.seed(), Optional.empty());
 * Network network = experiment.network(dataset.encoding());
 * experiment.trainer(network, dataset.encoding()).train(dataset);
 * </pre>
 *
 * <p>Reading a configuration opens no other file. Immutable.
 */
public final class Experiment {
    private static final String USUAL_OPTIMIZER = "adam";

    private final Registry registry;
    private final SectionConfig config;
    private final int threads;

    private Experiment(Registry registry, SectionConfig config, int threads) {
        this.registry = registry;
        this.config = config;
        this.threads = threads;
    }

    /** What a configuration may hold, for a JSON Schema. */
    public static Section section() {
        return ExperimentOptions.EXPERIMENT;
    }

    /**
     * Reads a configuration file.
     *
     * @param overrides values to set in it, see {@link org.rnn4j.core.config.Overrides}
     * @throws ConfigException at the first mistake in it
     */
    public static Experiment read(Path file, List<String> overrides, Registry registry) {
        return of(ConfigFile.read(file, overrides), registry);
    }

    /** Reads a configuration. */
    public static Experiment of(ConfigNode node, Registry registry) {
        checkFormat(node);
        SectionConfig config = new ConfigReader(registry).read(node, ExperimentOptions.EXPERIMENT);
        int processors = Runtime.getRuntime().availableProcessors();
        return new Experiment(
                registry, config, config.get(ExperimentOptions.THREADS).orElse(processors));
    }

    // Before all else: the keys of another format are not known here.
    private static void checkFormat(ConfigNode node) {
        if (!(node instanceof ObjectNode object)) return;
        ConfigNode.Member format = object.members().get(ExperimentOptions.FORMAT.name());
        if (format == null || !(format.value() instanceof TextNode text)) return;
        if (ExperimentOptions.FORMAT.choices().contains(text.text())) return;
        throw new ConfigException(ErrorMessage.of("Unknown format " + text.describe() + " at " + text.place())
                .fact("known", String.join(", ", ExperimentOptions.FORMAT.choices()))
                .fix("use the version of RNN4J that the configuration was written for")
                .toString());
    }

    /** The same with at most so many threads; no result depends on it. */
    public Experiment withThreads(int most) {
        return new Experiment(registry, config, most);
    }

    /** The configuration with all defaults filled in; reads back to the same. */
    public ConfigNode resolved() {
        return config.resolved();
    }

    /** The seed of everything that is drawn at random. */
    public long seed() {
        return config.get(ExperimentOptions.SEED);
    }

    /** In which numbers to compute. */
    public Precision precision() {
        return config.get(ExperimentOptions.PRECISION);
    }

    /** Most threads. */
    public int threads() {
        return threads;
    }

    /** What to learn from. */
    public DataSource data() {
        return config.get(ExperimentOptions.DATA);
    }

    /** What is to learn. */
    public Model model() {
        return config.get(ExperimentOptions.MODEL);
    }

    /** The network for the data, with its first weights. */
    public Network network(Encoding data) {
        return model().network(data, new Model.Settings(precision(), seed(), threads, Optional.of(loss(data))));
    }

    /** Vectors for the network to begin its training with; {@link #network} does not look at them. */
    public Optional<GivenVectors> vectors() {
        Section vectors = GivenVectors.SECTION;
        return config.has(vectors) ? Optional.of(GivenVectors.of(config.section(vectors))) : Optional.empty();
    }

    /** The loss for the data. */
    public Loss loss(Encoding data) {
        Loss loss = config.get(ExperimentOptions.LOSS).orElseGet(() -> model().usualLoss(data));
        return data.target() instanceof Feature.Symbols said
                ? loss.forClasses(said.vocabulary().counts())
                : loss;
    }

    /** How data is fed. */
    public Feeding feeding() {
        SectionConfig training = training();
        return new Feeding(
                training.get(ExperimentOptions.BATCH_SIZE),
                optional(training, ExperimentOptions.TRUNCATED_BPTT),
                seed());
    }

    /** The metrics besides the loss. */
    public List<Metric> metrics(Encoding data) {
        return training().get(ExperimentOptions.METRICS).orElseGet(() -> usualMetrics(data)).stream()
                .map(metric -> metric.forData(data))
                .toList();
    }

    private static List<Metric> usualMetrics(Encoding data) {
        if (!data.isNextSymbol()) return List.of();
        boolean characters = data.vocabulary().orElseThrow().level() == Level.CHARACTER;
        return List.of(characters ? LossMetric.bitsPerCharacter() : LossMetric.perplexity());
    }

    /** Most epochs. */
    public int epochs() {
        return training().get(Trainer.EPOCHS);
    }

    /** True if the weights of the best validation are those that remain. */
    public boolean keepBest() {
        return training().get(ExperimentOptions.KEEP_BEST);
    }

    /** How training is judged. */
    public Validation validation(Encoding data) {
        SectionConfig training = training();
        Section stopping = ExperimentOptions.EARLY_STOPPING;
        Optional<EarlyStopping> early = training.has(stopping)
                ? Optional.of(new EarlyStopping(
                        training.section(stopping).get(EarlyStopping.PATIENCE),
                        training.section(stopping).get(EarlyStopping.MIN_DELTA)))
                : Optional.empty();
        return new Validation(
                metrics(data),
                training.get(ExperimentOptions.MONITOR),
                optional(training, ExperimentOptions.VALIDATE_EVERY),
                keepBest(),
                early);
    }

    /** How weights change. */
    public UpdateRule rule() {
        Component<Optimizer> optimizer = new ConfigReader(registry).component(optimizerNode(), Optimizer.class);
        Provider<Optimizer> provider =
                registry.provider(Optimizer.class, optimizer.type()).orElseThrow();
        UpdateRule rule = UpdateRule.of(optimizer.value(), LearningRate.of(provider, optimizer.config()))
                .withAccumulate(training().get(UpdateRule.ACCUMULATE))
                .withFrozen(training().get(UpdateRule.FROZEN).orElse(List.of()));
        rule = config.get(ExperimentOptions.SCHEDULE).map(rule::withSchedule).orElse(rule);
        rule = training().get(ExperimentOptions.CLIP).map(rule::withClip).orElse(rule);
        double gamma = training().get(GradientNoise.GAMMA);
        return training()
                .get(ExperimentOptions.GRADIENT_NOISE)
                .map(eta -> new GradientNoise(eta, gamma))
                .map(rule::withNoise)
                .orElse(rule);
    }

    private ConfigNode optimizerNode() {
        return config.component(ExperimentOptions.OPTIMIZER)
                .map(Component::resolved)
                .orElseGet(() -> new TextNode(config.place(), USUAL_OPTIMIZER, false));
    }

    /** A trainer of a network, without listeners. */
    public Trainer trainer(Network network, Encoding data) {
        return Trainer.of(network, loss(data), rule())
                .withEpochs(epochs())
                .withFeeding(feeding())
                .withValidation(validation(data))
                .withRecompute(training().get(Trainer.RECOMPUTE))
                .withThreads(threads);
    }

    /** The texts that are made on the way. */
    public SampleSettings samples() {
        SectionConfig samples = config.section(ExperimentOptions.SAMPLES);
        return new SampleSettings(
                samples.get(ExperimentOptions.SAMPLE_COUNT),
                samples.get(ExperimentOptions.SAMPLE_EVERY),
                samples.get(ExperimentOptions.TEMPERATURE),
                samples.get(ExperimentOptions.SAMPLE_LENGTH),
                samples.get(ExperimentOptions.PREFIX));
    }

    /** What is kept to resume from. */
    public CheckpointSettings checkpoints() {
        SectionConfig checkpoints = training().section(ExperimentOptions.CHECKPOINTS);
        return new CheckpointSettings(
                checkpoints.get(ExperimentOptions.CHECKPOINT_EVERY),
                checkpoints.get(ExperimentOptions.CHECKPOINT_MINUTES),
                checkpoints.get(ExperimentOptions.CHECKPOINTS_KEPT));
    }

    private SectionConfig training() {
        return config.section(ExperimentOptions.TRAINING);
    }
}
