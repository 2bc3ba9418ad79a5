package org.rnn4j.core.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.rnn4j.api.Loss;
import org.rnn4j.core.component.schedule.Progress;
import org.rnn4j.core.data.DataPart;
import org.rnn4j.core.data.Dataset;
import org.rnn4j.core.data.Epoch;
import org.rnn4j.core.data.Segment;
import org.rnn4j.core.engine.Engine;
import org.rnn4j.core.engine.Execution;
import org.rnn4j.core.engine.Execution.LossSum;
import org.rnn4j.core.engine.States;
import org.rnn4j.core.engine.Updater;
import org.rnn4j.core.engine.Weights;
import org.rnn4j.core.train.TrainingResult.Best;
import org.rnn4j.core.train.TrainingResult.Reason;

/** One training from beginning to end. Mutable, for one thread. */
final class TrainingRun {
    private final Trainer trainer;
    private final UpdateRule rule;
    private final Dataset dataset;
    private final Execution execution;
    private final Updater updater;
    private final Weights weights;
    private final Frozen frozen;
    private final Observer observer;
    private final Evaluator evaluator;
    private final BestSoFar best;
    private final long totalUpdates;
    private final List<EpochReport> reports = new ArrayList<>();

    private int epoch;
    private int segment;
    private Scores scores;
    private States carried = States.initial();
    private List<Double> scheduleMemory = List.of();
    private double learningRate;
    private Map<String, Double> lastValidation = Map.of();
    private boolean lastIsBest;
    private boolean stopping;

    TrainingRun(Trainer trainer, Dataset dataset) {
        this.trainer = trainer;
        this.rule = trainer.task().rule();
        this.dataset = dataset;
        Loss loss = trainer.task().loss();
        Engine.Options options = new Engine.Options(
                Optional.of(loss),
                false,
                trainer.surroundings().threads(),
                trainer.surroundings().recompute());
        this.execution = trainer.task().network().newExecution(options);
        this.updater = trainer.task().network().newUpdater(rule.optimizer());
        this.weights = trainer.task().network().weights();
        this.frozen = new Frozen(weights, rule.frozen());
        this.observer = new Observer(trainer.task().network(), loss);
        this.evaluator = new Evaluator(
                execution, observer, trainer.feeding(), trainer.validation().metrics());
        this.best = new BestSoFar(trainer.validation());
        this.scores = new Scores(trainer.validation().metrics());
        int segments = dataset.training().epoch(trainer.feeding(), 0).size();
        this.totalUpdates = (long) trainer.epochs() * ((segments - 1) / rule.accumulate() + 1);
    }

    void restore(TrainingState state) {
        state.weights().forEach(weights::set);
        updater.restore(state.position().updates(), state.optimizer());
        epoch = state.position().epoch();
        segment = state.position().segment();
        TrainingState.Memory memory = state.position().memory();
        scores.restore(memory.totals().stream().mapToDouble(d -> d).toArray());
        scheduleMemory = memory.schedule();
        lastValidation = memory.validation();
        carried = state.carried();
        best.restore(state.best());
    }

    private TrainingState state() {
        List<Double> totals = new ArrayList<>();
        for (double total : scores.memory()) totals.add(total);
        TrainingState.Memory memory = new TrainingState.Memory(totals, scheduleMemory, lastValidation);
        return new TrainingState(
                new TrainingState.Position(epoch, segment, updater.updates(), memory),
                BestSoFar.copy(weights),
                updater.states(),
                carried,
                best.get());
    }

    /** Trains to the end. */
    TrainingResult finish() {
        tell(listener -> listener.started(trainer.epochs(), epoch + 1, totalUpdates));
        Reason reason = Reason.ALL_EPOCHS;
        while (epoch < trainer.epochs() && reason == Reason.ALL_EPOCHS) {
            reason = epoch();
        }
        if (reason == Reason.STOPPED) {
            tell(listener -> listener.stopped(this::state));
        } else if (trainer.validation().keepBest() || reason == Reason.EARLY_STOPPING) {
            best.get().ifPresent(b -> b.weights().forEach(weights::set));
        }
        TrainingResult result = new TrainingResult(
                reason, reports, updater.updates(), best.get().map(TrainingState.BestWeights::where));
        tell(listener -> listener.finished(result));
        return result;
    }

    /** Runs, or ends, an epoch; says why training ends after it, if it does. */
    private Reason epoch() {
        Epoch data = dataset.training().epoch(trainer.feeding(), epoch);
        while (segment < data.size() && !best.isOver()) {
            boolean changed = update(data);
            int every = trainer.validation().everyUpdates().orElse(0);
            if (changed && every > 0 && updater.updates() % every == 0) validate();
            stopping |= trainer.surroundings().stop().getAsBoolean();
            if (stopping && segment < data.size()) return Reason.STOPPED;
        }
        if (trainer.validation().everyUpdates().isEmpty()) validate();
        Map<String, Double> training = scores.values();
        Map<String, Double> judged = lastValidation.isEmpty() ? training : lastValidation;
        double metric = judged.getOrDefault(trainer.validation().monitor(), Double.NaN);
        scheduleMemory = rule.schedule().remember(progress(), metric);
        epoch++;
        segment = 0;
        carried = States.initial();
        EpochReport report =
                new EpochReport(epoch, updater.updates(), learningRate, training, lastValidation, lastIsBest);
        scores = new Scores(trainer.validation().metrics());
        lastIsBest = false;
        reports.add(report);
        tell(listener -> listener.epochFinished(report, this::state));
        if (best.isOver()) return Reason.EARLY_STOPPING;
        return stopping && epoch < trainer.epochs() ? Reason.STOPPED : Reason.ALL_EPOCHS;
    }

    /** Runs the next segments forward and backward and changes the weights; false if nothing in them counts. */
    private boolean update(Epoch data) {
        execution.gradients().clear();
        LossSum sum = LossSum.NONE;
        long step = updater.updates() * rule.accumulate();
        for (int i = 0; i < rule.accumulate() && segment < data.size(); i++) {
            sum = sum.plus(run(data.segment(segment), step + i));
            segment++;
            boolean goesOn = segment < data.size() && data.continues(segment);
            carried = goesOn ? execution.finalStates() : States.initial();
        }
        if (sum.weight() == 0) return false;
        Weights gradients = execution.gradients();
        if (trainer.task().loss().reduction() == Loss.Reduction.MEAN) gradients.scale(1 / sum.weight());
        frozen.clear(gradients);
        double norm = Gradients.norm(gradients);
        if (!Double.isFinite(norm)) throw NotFinite.gradient(sum.mean(), when(), gradients);
        rule.clip().ifPresent(clip -> Gradients.clip(gradients, clip, OptionalDouble.of(norm)));
        rule.noise().ifPresent(noise -> noise.add(gradients, trainer.feeding().seed(), updater.updates()));
        learningRate = rule.schedule().learningRate(rule.learningRate(), progress());
        frozen.keep(() -> updater.update(gradients, learningRate));
        double part = (double) segment / data.size();
        UpdateReport report =
                new UpdateReport(epoch + 1, updater.updates(), part, sum.mean(), norm, learningRate, sum.steps());
        tell(listener -> listener.updated(report));
        tell(listener -> listener.afterUpdate(report, this::state));
        return true;
    }

    private LossSum run(Segment next, long step) {
        Execution.Mode mode = Execution.Mode.training(trainer.feeding().seed(), step);
        execution.forward(next.batch(), carried, mode);
        LossSum loss = execution.loss();
        if (!Double.isFinite(loss.loss())) {
            throw NotFinite.loss(loss.loss(), when(), next.batch(), weights, execution);
        }
        scores.add(observer.observe(loss, next.batch(), execution));
        execution.backward();
        return loss;
    }

    private void validate() {
        Optional<DataPart> part = dataset.validation();
        if (part.isEmpty()) return;
        Map<String, Double> values = evaluator.evaluate(part.get());
        double loss = values.getOrDefault(Validation.LOSS, Double.NaN);
        if (!Double.isFinite(loss)) throw NotFinite.validation(loss, updater.updates(), weights);
        double value = values.getOrDefault(trainer.validation().monitor(), Double.NaN);
        lastIsBest = best.offer(new Best(epoch + 1, updater.updates(), value), weights);
        lastValidation = values;
        tell(listener -> listener.validated(updater.updates(), values, lastIsBest));
    }

    private Progress progress() {
        return new Progress(updater.updates(), epoch, totalUpdates, trainer.epochs(), scheduleMemory);
    }

    private String when() {
        return "update " + (updater.updates() + 1) + ", epoch " + (epoch + 1);
    }

    private void tell(Consumer<TrainingListener> event) {
        trainer.surroundings().listeners().forEach(event);
    }
}
