package org.rnn4j.examples.attention;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rnn4j.api.Cell;
import org.rnn4j.api.Layer;
import org.rnn4j.api.RnnException;
import org.rnn4j.api.expr.Parameter;
import org.rnn4j.attention.AttentionCell;
import org.rnn4j.attention.Score;
import org.rnn4j.bidirectional.BidirectionalLayer;
import org.rnn4j.cells.gru.GruCell;
import org.rnn4j.cells.lstm.LstmCell;
import org.rnn4j.core.component.cell.ElmanCell;
import org.rnn4j.core.component.layer.RecurrentLayer;
import org.rnn4j.core.component.layer.TemporalDropout;
import org.rnn4j.core.component.loss.SoftmaxCrossEntropyLoss;
import org.rnn4j.core.component.optimizer.Adam;
import org.rnn4j.core.config.ConfigText;
import org.rnn4j.core.config.Source;
import org.rnn4j.core.data.Feeding;
import org.rnn4j.core.decode.BeamSearch;
import org.rnn4j.core.decode.TextDecoder;
import org.rnn4j.core.decode.Translator;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.Engine;
import org.rnn4j.core.engine.Execution;
import org.rnn4j.core.engine.Precision;
import org.rnn4j.core.engine.States;
import org.rnn4j.core.engine.Tensor;
import org.rnn4j.core.model.Bridge;
import org.rnn4j.core.model.EncoderDecoder;
import org.rnn4j.core.model.Model;
import org.rnn4j.core.network.GradientCheck;
import org.rnn4j.core.network.Network;
import org.rnn4j.core.train.Components;
import org.rnn4j.core.train.Experiment;
import org.rnn4j.core.train.Trainer;
import org.rnn4j.core.train.UpdateRule;

final class AttentionTest {
    private static final List<String> FEW = List.of("ab", "", "cab", "a", "bb", "abca");
    private static final Layer ENCODER = BidirectionalLayer.of(GruCell.of(2));

    private static Model.Settings settings(Precision precision) {
        return new Model.Settings(precision, 1, 1);
    }

    private static Network network(Layer encoder, Cell decoder, Bridge bridge, Precision precision) {
        return EncoderDecoder.of(List.of(encoder), List.of(RecurrentLayer.of(decoder)))
                .withBridge(bridge)
                .withEmbedding(3)
                .network(Reversals.ENCODING, settings(precision));
    }

    private static Map<String, Cell> cells(Score score) {
        Map<String, Cell> cells = new LinkedHashMap<>();
        cells.put("elman", AttentionCell.of(ElmanCell.of(4), score));
        cells.put("gru", AttentionCell.of(GruCell.of(4), score).withSize(5).withAttentionSize(3));
        cells.put("lstm", AttentionCell.of(LstmCell.of(4), score).withInputFeeding(false));
        cells.put("covered", AttentionCell.of(GruCell.of(4), score).withCoverage(true));
        return cells;
    }

    @ParameterizedTest
    @EnumSource(Score.class)
    void gradientMatchesFiniteDifferences(Score score) {
        cells(score).forEach((name, cell) -> {
            Network network = network(ENCODER, cell, Bridge.DENSE, Precision.FLOAT64);
            double error = GradientCheck.of(network, Reversals.batch(FEW)).run().worstError();
            assertTrue(error < 1e-6, name + ": " + error);
        });
    }

    private static Map<String, double[]> results(Network network, int threads) {
        Execution run =
                network.newExecution(new Engine.Options(Optional.of(SoftmaxCrossEntropyLoss.of()), false, threads));
        run.forward(Reversals.batch(Reversals.words(4)), States.initial(), Execution.Mode.GRADIENT);
        run.loss();
        run.backward();
        Map<String, double[]> results = new LinkedHashMap<>();
        results.put("output", run.output().doubles());
        results.put("alpha", run.value("decoder.0.cell.alpha").doubles());
        for (Parameter p : network.parameters())
            results.put(p.name(), run.gradients().get(p.name()));
        return results;
    }

    @ParameterizedTest
    @EnumSource(Score.class)
    void enginesAgreeOnAnyNumberOfThreads(Score score) {
        cells(score).forEach((name, cell) -> {
            Map<String, double[]> exact = results(network(ENCODER, cell, Bridge.LAST, Precision.FLOAT64), 1);
            Network fast = network(ENCODER, cell, Bridge.LAST, Precision.FLOAT32);
            Map<String, double[]> one = results(fast, 1);
            Map<String, double[]> two = results(fast, 2);
            exact.forEach((what, numbers) -> {
                double[] found = one.getOrDefault(what, new double[0]);
                double largest =
                        java.util.Arrays.stream(numbers).map(Math::abs).max().orElse(1);
                assertArrayEquals(numbers, found, 1e-5 * Math.max(1, largest), name + ", " + what);
                assertArrayEquals(found, two.getOrDefault(what, new double[0]), what);
            });
        });
    }

    @Test
    void coverageIsTheSumOfEarlierWeights() {
        Cell cell = AttentionCell.of(GruCell.of(4), Score.ADDITIVE).withCoverage(true);
        for (Precision precision : Precision.values()) {
            Network network = network(ENCODER, cell, Bridge.DENSE, precision);
            Batch batch = Reversals.batch(FEW);
            Tensor alpha = network.value(batch, "decoder.0.cell.alpha");
            Tensor coverage = network.value(batch, "decoder.0.cell.coverage");
            assertArrayEquals(alpha.shape(), coverage.shape());
            int positions = alpha.extent(1) * alpha.extent(2);
            double[] sum = new double[positions];
            for (int t = 0; t < alpha.extent(0); t++) {
                for (int k = 0; k < positions; k++) {
                    boolean active = t < batch.length(k / alpha.extent(2));
                    assertEquals(active ? sum[k] : 0, coverage.get(t * positions + k), 1e-6);
                    sum[k] += alpha.get(t * positions + k);
                }
            }
        }
    }

    @Test
    void coverageOfLargeCellsDoesNotDependOnThreads() {
        for (Score score : List.of(Score.ADDITIVE, Score.GENERAL)) {
            Cell cell = AttentionCell.of(LstmCell.of(100), score).withCoverage(true);
            Network network = network(ENCODER, cell, Bridge.DENSE, Precision.FLOAT32);
            Map<String, double[]> two = results(network, 2);
            results(network, 1)
                    .forEach(
                            (what, numbers) -> assertArrayEquals(numbers, two.getOrDefault(what, new double[0]), what));
        }
    }

    @Test
    void copiesAndZoneoutLeaveCoverageAlone() {
        Cell cell = AttentionCell.of(LstmCell.of(4), Score.ADDITIVE).withCoverage(true);
        Layer decoder = RecurrentLayer.of(cell).withDropout(new TemporalDropout(0.2, 0.3, 0.2));
        Network network = EncoderDecoder.of(List.of(BidirectionalLayer.of(LstmCell.of(2))), List.of(decoder))
                .withBridge(Bridge.COPY)
                .withEmbedding(3)
                .network(Reversals.ENCODING, settings(Precision.FLOAT64));
        Batch batch = Reversals.batch(FEW);
        assertTrue(GradientCheck.of(network, batch).withDropout(4, 2).run().worstError() < 1e-6);
    }

    @Test
    void planSaysWhatHasPositions() {
        Cell cell = AttentionCell.of(GruCell.of(4), Score.ADDITIVE).withCoverage(true);
        String plan = network(ENCODER, cell, Bridge.DENSE, Precision.FLOAT32).describePlan();
        assertTrue(plan.contains("coverage ← "), plan);
        assertTrue(plan.contains("a row for every position of source"), plan);
    }

    @Test
    void beamsAndBatchesCarryTheirOwnCoverage() {
        Cell cell = AttentionCell.of(GruCell.of(4), Score.ADDITIVE)
                .withCoverage(true)
                .withSize(5);
        Network network = network(ENCODER, cell, Bridge.DENSE, Precision.FLOAT32);
        Batch batch = Reversals.batch(List.of("abc", "c", "", "abcab"));
        States read = network.read(batch.sources());
        int[][] said = {{0, 1, 2}, {0, 3, 1}, {0, 2, 2}, {0, 1, 3}};
        States together = read;
        int[] turn = {2, 0, 3, 1};
        int[] place = {0, 1, 2, 3};
        for (int t = 0; t < 3; t++) {
            int[] ids = new int[4];
            for (int k = 0; k < 4; k++) ids[k] = said[place[k]][t];
            Network.Run run = network.run(Batch.of(Tensor.ofIds(ids, 1, 4)), together);
            for (int k = 0; k < 4; k++) {
                States alone = read.select(new int[] {place[k]});
                Tensor output = run.output();
                double[] own = new double[0];
                for (int u = 0; u <= t; u++) {
                    int[] symbol = {said[place[k]][u]};
                    Network.Run step = network.run(Batch.of(Tensor.ofIds(symbol, 1, 1)), alone);
                    alone = step.finalStates();
                    own = step.output().doubles();
                }
                int size = network.outputSize();
                assertArrayEquals(own, java.util.Arrays.copyOfRange(output.doubles(), k * size, (k + 1) * size));
            }
            together = run.finalStates().select(turn);
            int[] before = place;
            place = java.util.Arrays.stream(turn).map(k -> before[k]).toArray();
        }
    }

    @Test
    void attentionOfAUserIsTheSame() {
        Network ours = network(ENCODER, AttentionCell.of(ElmanCell.of(4), Score.DOT), Bridge.DENSE, Precision.FLOAT32);
        Network own = network(ENCODER, new OwnAttention(4), Bridge.DENSE, Precision.FLOAT32);
        assertEquals(ours.describePlan(), own.describePlan());
        results(ours, 1)
                .forEach((what, numbers) ->
                        assertArrayEquals(numbers, results(own, 1).getOrDefault(what, new double[0]), what));
    }

    @Test
    void bridgesLeadFromAnyCellToAnyOther() {
        for (Layer encoder : List.of(
                RecurrentLayer.of(GruCell.of(3)),
                RecurrentLayer.of(LstmCell.of(2)),
                BidirectionalLayer.of(LstmCell.of(2)))) {
            for (Cell decoder :
                    List.of(LstmCell.of(4), GruCell.of(3), AttentionCell.of(LstmCell.of(2), Score.GENERAL))) {
                for (Bridge bridge : List.of(Bridge.DENSE, Bridge.LAST, Bridge.MEAN)) {
                    Network network = network(encoder, decoder, bridge, Precision.FLOAT64);
                    double error = GradientCheck.of(network, Reversals.batch(FEW))
                            .withLimit(4)
                            .run()
                            .worstError();
                    assertTrue(error < 1e-6, bridge + ": " + error);
                }
            }
        }
        String message = assertThrows(
                        RnnException.class,
                        () -> network(RecurrentLayer.of(GruCell.of(4)), LstmCell.of(4), Bridge.COPY, Precision.FLOAT64))
                .getMessage();
        assertTrue(message.contains("level 1 has the states h"), message);
    }

    @Test
    void copiesLeaveWhatIsTheAttentionsOwn() {
        Network network = network(
                BidirectionalLayer.of(LstmCell.of(2)),
                AttentionCell.of(LstmCell.of(4), Score.ADDITIVE),
                Bridge.COPY,
                Precision.FLOAT64);
        assertTrue(GradientCheck.of(network, Reversals.batch(FEW)).run().worstError() < 1e-6);
    }

    @Test
    void sizesThatDoNotFitAreRefused() {
        assertThrows(
                RnnException.class,
                () -> network(ENCODER, AttentionCell.of(GruCell.of(5), Score.DOT), Bridge.DENSE, Precision.FLOAT64));
        assertThrows(
                RnnException.class,
                () -> Network.builder()
                        .vectorInput(2)
                        .layer(RecurrentLayer.of(AttentionCell.of(GruCell.of(5), Score.DOT)))
                        .build());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dot\"",
                "scaledDot\"",
                "general\"",
                "additive\"",
                "additive\", \"coverage\": true",
                "general\", \"coverage\": true"
            })
    void configurationTrainsAndTranslates(String score) {
        String json = """
                { "format": "rnn4j/1", "data": { "type": "lines", "file": "unused.txt" },
                  "model": { "type": "encoderDecoder", "embedding": 8,
                    "encoder": [ { "type": "bidirectional", "layer": { "type": "recurrent",
                                   "cell": { "type": "gru", "hiddenSize": 12 } } } ],
                    "decoder": [ { "type": "recurrent", "cell": { "type": "attention", "score": "%s, "size": 24,
                                   "attentionSize": 16, "cell": { "type": "gru", "hiddenSize": 24 } } } ] } }""".formatted(score);
        Experiment experiment =
                Experiment.of(ConfigText.parse(json, new Source("test.json", Path.of("."))), Components.registry());
        Network network = experiment.model().network(Reversals.ENCODING, settings(Precision.FLOAT32));
        List<String> words = Reversals.words(3);
        Trainer.of(network, SoftmaxCrossEntropyLoss.of(), UpdateRule.of(Adam.of(), 0.01))
                .withEpochs(60)
                .withFeeding(Feeding.of(10, 1))
                .train(Reversals.data(words));
        Translator translator = Translator.of(network, Reversals.ENCODING);
        for (String word : words) assertEquals(Reversals.answer(word), translator.translate(word));
        for (String word : words) {
            TextDecoder decoder = translator.decoder(word);
            assertEquals(List.of(Reversals.answer(word)), decoder.search(BeamSearch.of(3), decoder.prompt("")));
        }
        Batch batch = Reversals.batch(List.of("abc"));
        Execution run = network.newExecution(new Engine.Options(Optional.empty(), false, 1));
        Tensor alpha =
                run.forward(batch, States.initial(), Execution.Mode.INFERENCE).value("decoder.0.cell.alpha");
        assertArrayEquals(new int[] {4, 1, 3, 1}, alpha.shape());
    }
}
