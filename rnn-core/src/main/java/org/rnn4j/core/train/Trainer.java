package org.rnn4j.core.train;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.rnn4j.api.Loss;
import org.rnn4j.api.Option;
import org.rnn4j.core.data.Dataset;
import org.rnn4j.core.data.Feeding;
import org.rnn4j.core.network.Network;

/**
 * Trains a network, which it changes.
 *
 * <pre>
 * Trainer trainer = Trainer.of(network, loss, UpdateRule.of(Adam.of(), 0.005).withClip(Clip.globalNorm(5)))
 *     .withEpochs(60)
 *     .withFeeding(Feeding.of(32, seed));
 * TrainingResult result = trainer.train(dataset);
 * </pre>
 *
 * <p>The same network, data and settings give the same weights, bit for bit, whatever the number of threads. Immutable; a
 * network is trained by one thread at a time.
 */
public final class Trainer {
    /** Passes over the training part. */
    public static final Option<Integer> EPOCHS =
            Option.integer("epochs", "passes over the training part").atLeast(1).orElse(10);

    /** Whether values are computed again rather than kept. */
    public static final Option<Boolean> RECOMPUTE = Option.bool(
                    "recompute",
                    "keeps the states of recurrent layers only at about √T of T steps, and computes again what the backward"
                            + " pass reads: long sequences take less memory and more time. No result depends on it")
            .orElse(false);

    private static final Option<Integer> THREADS =
            Option.integer("threads", "most threads that work at a time").atLeast(1);
    private static final int DEFAULT_BATCH_SIZE = 32;

    private final Task task;
    private final int epochs;
    private final Feeding feeding;
    private final Validation validation;
    private final Surroundings surroundings;

    /** What is trained, and how. */
    record Task(Network network, Loss loss, UpdateRule rule) {}

    /** Who works, whether memory is scarce, who listens, and who may stop it. */
    record Surroundings(int threads, boolean recompute, List<TrainingListener> listeners, BooleanSupplier stop) {}

    private Trainer(Task task, int epochs, Feeding feeding, Validation validation, Surroundings surroundings) {
        this.task = task;
        this.epochs = EPOCHS.checked(epochs);
        this.feeding = feeding;
        this.validation = validation;
        this.surroundings = surroundings;
        THREADS.checked(surroundings.threads());
    }

    /** A trainer for ten epochs of batches of 32, judged by the loss, on one thread. */
    public static Trainer of(Network network, Loss loss, UpdateRule rule) {
        return new Trainer(
                new Task(network, loss, rule),
                EPOCHS.defaultValue().orElseThrow(),
                Feeding.of(DEFAULT_BATCH_SIZE, 0),
                Validation.byLoss(),
                new Surroundings(1, false, List.of(), () -> false));
    }

    /** The same for another number of epochs. */
    public Trainer withEpochs(int number) {
        return new Trainer(task, number, feeding, validation, surroundings);
    }

    /** The same with the data fed in another way. */
    public Trainer withFeeding(Feeding newFeeding) {
        return new Trainer(task, epochs, newFeeding, validation, surroundings);
    }

    /** The same, judged in another way. */
    public Trainer withValidation(Validation newValidation) {
        return new Trainer(task, epochs, feeding, newValidation, surroundings);
    }

    /** The same with at most so many threads; the result does not depend on it. */
    public Trainer withThreads(int most) {
        return with(new Surroundings(most, surroundings.recompute(), surroundings.listeners(), surroundings.stop()));
    }

    /**
     * The same, with or without recomputation, known as gradient checkpointing or rematerialization elsewhere: recurrent
     * layers keep their states only at about √T of T steps, and compute again what the backward pass reads. Memory for long
     * sequences is saved, and time is lost; the result does not depend on it. The float64 engine always keeps everything.
     */
    public Trainer withRecompute(boolean recompute) {
        return with(new Surroundings(surroundings.threads(), recompute, surroundings.listeners(), surroundings.stop()));
    }

    /** The same with another listener; they are called in the order in which they are added. */
    public Trainer withListener(TrainingListener listener) {
        List<TrainingListener> all = new java.util.ArrayList<>(surroundings.listeners());
        all.add(listener);
        return with(new Surroundings(
                surroundings.threads(), surroundings.recompute(), List.copyOf(all), surroundings.stop()));
    }

    /** The same, asked after each update whether to stop. */
    public Trainer withStop(BooleanSupplier stop) {
        return with(new Surroundings(surroundings.threads(), surroundings.recompute(), surroundings.listeners(), stop));
    }

    private Trainer with(Surroundings newSurroundings) {
        return new Trainer(task, epochs, feeding, validation, newSurroundings);
    }

    /**
     * Trains from the network's present weights.
     *
     * @throws org.rnn4j.api.TrainingException if a loss or gradient is no number, with the first tensor that is none
     */
    public TrainingResult train(Dataset dataset) {
        return train(dataset, Optional.empty());
    }

    /** Goes on from a state that a listener was given, as if training had not been interrupted. */
    public TrainingResult resume(Dataset dataset, TrainingState state) {
        return train(dataset, Optional.of(state));
    }

    private TrainingResult train(Dataset dataset, Optional<TrainingState> state) {
        FitCheck.check(this, dataset);
        TrainingRun run = new TrainingRun(this, dataset);
        state.ifPresent(run::restore);
        return run.finish();
    }

    Task task() {
        return task;
    }

    int epochs() {
        return epochs;
    }

    Feeding feeding() {
        return feeding;
    }

    Validation validation() {
        return validation;
    }

    Surroundings surroundings() {
        return surroundings;
    }
}
