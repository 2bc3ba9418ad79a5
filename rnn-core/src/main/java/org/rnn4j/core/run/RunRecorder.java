package org.rnn4j.core.run;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.rnn4j.core.data.DataPart;
import org.rnn4j.core.data.Dataset;
import org.rnn4j.core.data.Encoding;
import org.rnn4j.core.io.AtomicFiles;
import org.rnn4j.core.io.CheckpointFile;
import org.rnn4j.core.io.ModelFile;
import org.rnn4j.core.io.TrainedModel;
import org.rnn4j.core.train.EpochReport;
import org.rnn4j.core.train.TrainingListener;
import org.rnn4j.core.train.TrainingResult;
import org.rnn4j.core.train.TrainingResult.Best;
import org.rnn4j.core.train.TrainingState;
import org.rnn4j.core.train.UpdateReport;

/** Fills a run folder and shows progress while training goes on. Mutable, for one thread. */
final class RunRecorder implements TrainingListener {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double SECONDS_PER_MINUTE = 60;

    private final TrainedModel model;
    private final Dataset dataset;
    private final Supplier<RunFolder> folderChoice;
    private final Optional<TrainingState> resumedFrom;
    private final ProgressLine progress;
    private final Optional<SampleMaker> samples;
    private final LongSupplier clock;
    private double savedAt;
    private Optional<RunFolder> folder = Optional.empty();
    private Optional<MetricsLog> log = Optional.empty();
    private Optional<Best> written = Optional.empty();

    RunRecorder(
            TrainedModel model,
            Dataset dataset,
            Supplier<RunFolder> folderChoice,
            ProgressOptions options,
            Optional<TrainingState> resumedFrom) {
        this.model = model;
        this.dataset = dataset;
        this.folderChoice = folderChoice;
        this.resumedFrom = resumedFrom;
        this.clock = options.nanoTime();
        this.savedAt = seconds();
        this.progress = new ProgressLine(options, unit(model.encoding()));
        this.samples = SampleMaker.of(model, dataset);
    }

    private static String unit(Encoding encoding) {
        if (!encoding.isNextSymbol()) return encoding.targetPerStep() ? "steps" : "sequences";
        return encoding.vocabulary().orElseThrow().level().plural();
    }

    RunFolder folder() {
        return folder.orElseThrow();
    }

    private MetricsLog log() {
        return log.orElseThrow();
    }

    @Override
    public void started(int epochs, int epoch, long updates) {
        RunFolder chosen = folderChoice.get();
        chosen.create();
        folder = Optional.of(chosen);
        String config = model.experiment()
                .resolved()
                .pathsRelativeTo(chosen.path().toAbsolutePath())
                .toJson();
        AtomicFiles.writeString(chosen.config(), config + "\n");
        log = Optional.of(resumedFrom
                .map(state ->
                        MetricsLog.resume(chosen.metrics(), state.position().epoch()))
                .orElseGet(() -> MetricsLog.begin(chosen.metrics())));
        progress.line(overview());
        progress.started(epochs, epoch, updates);
    }

    private String overview() {
        String validation =
                dataset.validation().map(part -> "; validation " + size(part)).orElse("");
        String test = dataset.test().map(part -> "; test " + size(part)).orElse("");
        String run = resumedFrom.isPresent() ? "going on in " : "run folder ";
        return "training " + size(dataset.training()) + validation + test
                + String.format(
                        Locale.ROOT,
                        "%n%,d parameters, %s; %s",
                        model.network().parameterCount(),
                        model.network().precision(),
                        run + folder().path());
    }

    private String size(DataPart part) {
        String steps = String.format(Locale.ROOT, "%,d %s", part.steps(), stepUnit());
        return part.examples() == 1 ? steps : String.format(Locale.ROOT, "%,d sequences, %s", part.examples(), steps);
    }

    private String stepUnit() {
        String unit = unit(model.encoding());
        return unit.equals("sequences") ? "steps" : unit;
    }

    @Override
    public void updated(UpdateReport report) {
        progress.updated(report);
    }

    @Override
    public void afterUpdate(UpdateReport report, Supplier<TrainingState> state) {
        double minutes = model.experiment().checkpoints().minutes();
        if (seconds() - savedAt > minutes * SECONDS_PER_MINUTE && report.part() < 1) save(state.get());
    }

    private double seconds() {
        return clock.getAsLong() / NANOS_PER_SECOND;
    }

    @Override
    public void epochFinished(EpochReport report, Supplier<TrainingState> state) {
        double seconds = progress.epochSeconds();
        List<String> texts = samples.map(maker -> maker.make(report.epoch())).orElse(List.of());
        progress.epochFinished(report, texts);
        log().add(report, seconds, texts);
        if (report.epoch() % model.experiment().checkpoints().every() == 0) save(state.get());
    }

    @Override
    public void stopped(Supplier<TrainingState> state) {
        save(state.get());
    }

    /** Writes a checkpoint, and the model if it has changed. */
    private void save(TrainingState state) {
        savedAt = seconds();
        CheckpointFile.write(folder().checkpoint(state.position().epoch()), state);
        folder().keepCheckpoints(model.experiment().checkpoints().keep());
        boolean keepBest = model.experiment().keepBest() && state.best().isPresent();
        Optional<Best> best = state.best().map(TrainingState.BestWeights::where);
        if (keepBest && best.equals(written)) return;
        Map<String, double[]> weights = keepBest ? state.best().orElseThrow().weights() : state.weights();
        ModelFile.write(folder().model(), model, weights);
        written = best;
    }

    /** Writes what is known only at the end. */
    void conclude(TrainingResult result, Map<String, Double> test) {
        if (result.reason() != TrainingResult.Reason.STOPPED) ModelFile.write(folder().model(), model);
        String html = HtmlReport.of(model, log().lines(), test);
        AtomicFiles.writeString(folder().report(), html);
        progress.line(Summary.of(result, model, test, folder()));
    }
}
