package org.rnn4j.cli.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.rnn4j.api.expr.Parameter;
import org.rnn4j.core.component.clip.Clip;
import org.rnn4j.core.component.layer.DenseLayer;
import org.rnn4j.core.component.layer.EmbeddingLayer;
import org.rnn4j.core.component.layer.RecurrentLayer;
import org.rnn4j.core.component.loss.SoftmaxCrossEntropyLoss;
import org.rnn4j.core.component.optimizer.Adam;
import org.rnn4j.core.data.Dataset;
import org.rnn4j.core.data.Encoding;
import org.rnn4j.core.data.Feeding;
import org.rnn4j.core.data.Level;
import org.rnn4j.core.data.StreamPart;
import org.rnn4j.core.data.TextPlace;
import org.rnn4j.core.data.Vocabulary;
import org.rnn4j.core.network.Network;
import org.rnn4j.core.train.Trainer;
import org.rnn4j.core.train.TrainingListener;
import org.rnn4j.core.train.UpdateReport;
import org.rnn4j.core.train.UpdateRule;
import org.rnn4j.core.train.Validation;

/**
 * A whole training job: a language model of characters, embedding 128, two cells of 128, 50 streams cut into segments of 50
 * steps with the state carried along, Adam 0.002, gradients clipped to norm 5; run by the trainer, as {@code train} does.
 *
 * <p>First weights are distributed as PyTorch's, so that the losses after equal steps can be compared: uniform in ±1/√128,
 * each recurrent bias the sum of two such numbers, since PyTorch has two biases there; embeddings normal.
 *
 * <p>The clock starts where that of {@code torch_peer.py} does: the text has been read and encoded, and the network has its
 * first weights. Planning and JIT warm-up are counted.
 *
 * @param cell type of the cells
 * @param seconds after which it ends
 * @param steps after which it ends, if that comes first
 */
public record TextJob(String cell, double seconds, OptionalLong steps) {
    private static final int SIZE = 128;
    private static final int BATCH_SIZE = 50;
    private static final int TIME_STEPS = 50;
    private static final double LEARNING_RATE = 2e-3;
    private static final double MOST_NORM = 5;
    private static final int LAST = 20;

    /**
     * What came out.
     *
     * @param charactersPerSecond over the whole time
     * @param settledCharactersPerSecond over its second half
     * @param loss mean of the last 20 steps, nats a character
     */
    public record Outcome(
            double charactersPerSecond, double settledCharactersPerSecond, double seconds, int steps, double loss) {
        /** One line of JSON. */
        public String toJson() {
            Map<String, Object> keys = new LinkedHashMap<>();
            keys.put("engine", Measurement.RNN4J);
            keys.put("job", "charrnn");
            keys.put("charactersPerSecond", charactersPerSecond);
            keys.put("settledCharactersPerSecond", settledCharactersPerSecond);
            keys.put("seconds", seconds);
            keys.put("steps", steps);
            keys.put("loss", loss);
            return Measurement.json(keys);
        }
    }

    /** What was heard from the trainer, with the times at which it was heard. */
    private static final class Record implements TrainingListener {
        final List<Double> losses = new ArrayList<>();
        final List<Long> characters = new ArrayList<>();
        final List<Long> nanos = new ArrayList<>();

        @Override
        public void updated(UpdateReport report) {
            losses.add(report.loss());
            characters.add(report.steps() + (characters.isEmpty() ? 0 : characters.get(characters.size() - 1)));
            nanos.add(System.nanoTime());
        }

        Outcome outcome(long begun) {
            int n = losses.size();
            int half = n / 2;
            double seconds = (nanos.get(n - 1) - begun) / 1e9;
            double settled = (nanos.get(n - 1) - nanos.get(half)) / 1e9;
            double loss = losses.subList(Math.max(0, n - LAST), n).stream()
                    .mapToDouble(x -> x)
                    .average()
                    .orElse(Double.NaN);
            return new Outcome(
                    characters.get(n - 1) / seconds,
                    (characters.get(n - 1) - characters.get(half)) / settled,
                    seconds,
                    n,
                    loss);
        }
    }

    /** Trains on a text. */
    public Outcome run(Cells cells, Path file, int threads) {
        String text = read(file);
        Vocabulary vocabulary = Vocabulary.builder(Level.CHARACTER).count(text).build();
        int[] symbols = vocabulary.encode(text, TextPlace.of(file));
        Dataset data = Dataset.of(Encoding.nextSymbol(vocabulary), StreamPart.of(symbols, TextPlace.of(file)));
        Network network = network(cells, vocabulary.size(), threads);
        Record record = new Record();
        long begun = System.nanoTime();
        Trainer.of(
                        network,
                        SoftmaxCrossEntropyLoss.of(),
                        UpdateRule.of(Adam.of(), LEARNING_RATE).withClip(Clip.globalNorm(MOST_NORM)))
                .withEpochs(Integer.MAX_VALUE)
                .withFeeding(Feeding.of(BATCH_SIZE, 1).withTruncatedBptt(TIME_STEPS))
                .withValidation(Validation.byLoss().withKeepBest(false))
                .withThreads(threads)
                .withListener(record)
                .withStop(() -> System.nanoTime() - begun > seconds * 1e9
                        || record.losses.size() >= steps.orElse(Long.MAX_VALUE))
                .train(data);
        return record.outcome(begun);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Network network(Cells cells, int vocabularySize, int threads) {
        Network network = Network.builder()
                .oneHotInput(vocabularySize)
                .layer(EmbeddingLayer.of(SIZE))
                .layer(RecurrentLayer.of(cells.of(cell, SIZE)))
                .layer(RecurrentLayer.of(cells.of(cell, SIZE)))
                .layer(DenseLayer.of(vocabularySize))
                .threads(threads)
                .build();
        SplittableRandom random = new SplittableRandom(1);
        for (Parameter p : network.parameters()) {
            if (p.role() == Parameter.Role.BIAS || p.columns() == SIZE) {
                boolean twice = p.role() == Parameter.Role.BIAS && !p.name().startsWith("layers.3");
                network.weights().set(p.name(), uniform(p.length(), twice ? 2 : 1, random));
            }
        }
        return network;
    }

    private static double[] uniform(int length, int terms, SplittableRandom random) {
        double range = 1 / Math.sqrt(SIZE);
        double[] values = new double[length];
        for (int k = 0; k < length; k++) {
            for (int i = 0; i < terms; i++) values[k] += range * (2 * random.nextDouble() - 1);
        }
        return values;
    }
}
