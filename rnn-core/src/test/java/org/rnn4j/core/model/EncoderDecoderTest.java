package org.rnn4j.core.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rnn4j.api.Layer;
import org.rnn4j.api.RnnException;
import org.rnn4j.api.expr.Parameter;
import org.rnn4j.core.component.cell.ElmanCell;
import org.rnn4j.core.component.layer.DenseLayer;
import org.rnn4j.core.component.layer.RecurrentLayer;
import org.rnn4j.core.config.ConfigText;
import org.rnn4j.core.config.Source;
import org.rnn4j.core.data.Encoding;
import org.rnn4j.core.data.Feeding;
import org.rnn4j.core.data.SpecialSymbol;
import org.rnn4j.core.decode.BeamSearch;
import org.rnn4j.core.decode.TextDecoder;
import org.rnn4j.core.decode.Translator;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.Precision;
import org.rnn4j.core.engine.States;
import org.rnn4j.core.engine.Tensor;
import org.rnn4j.core.network.GradientCheck;
import org.rnn4j.core.network.Network;
import org.rnn4j.core.train.Components;
import org.rnn4j.core.train.Experiment;

final class EncoderDecoderTest {
    private static final Model.Settings SETTINGS = new Model.Settings(Precision.FLOAT64, 1, 1);
    private static final Model.Settings FAST = new Model.Settings(Precision.FLOAT32, 1, 1);
    private static final Layer BOTH = (flow, x) -> flow.concat(
            flow.layer("ahead", recurrent(3), x), flow.reverse(flow.layer("back", recurrent(3), flow.reverse(x))));

    private static Layer recurrent(int size) {
        return RecurrentLayer.of(ElmanCell.of(size));
    }

    private static List<String> parameters(Network network) {
        return network.parameters().stream().map(Parameter::name).toList();
    }

    private static Network model(Layer encoder, Layer decoder, Bridge bridge) {
        return EncoderDecoder.of(List.of(encoder), List.of(decoder))
                .withBridge(bridge)
                .network(PairTask.ENCODING, SETTINGS);
    }

    @Test
    void partsAreCalledByWhatTheyAre() {
        Network network = EncoderDecoder.of(List.of(recurrent(3)), List.of(recurrent(4)))
                .withEmbedding(2)
                .network(PairTask.ENCODING, SETTINGS);
        assertEquals(
                List.of(
                        "encoder.0.cell.W_xh",
                        "encoder.0.cell.W_hh",
                        "encoder.0.cell.b_h",
                        "embedding.E",
                        "bridge.0.h.W_xy",
                        "bridge.0.h.b_y",
                        "decoder.0.cell.W_xh",
                        "decoder.0.cell.W_hh",
                        "decoder.0.cell.b_h",
                        "output.W_xy",
                        "output.b_y"),
                parameters(network));
        assertEquals(5, network.outputSize());
    }

    @ParameterizedTest
    @EnumSource(Bridge.class)
    void gradientMatchesFiniteDifferencesOverEveryBridge(Bridge bridge) {
        for (Layer encoder : List.of(recurrent(4), BOTH)) {
            for (boolean repeat : new boolean[] {false, true}) {
                Network network = EncoderDecoder.of(List.of(encoder), List.of(recurrent(encoder == BOTH ? 6 : 4)))
                        .withBridge(bridge)
                        .withRepeat(repeat)
                        .network(PairTask.ENCODING, SETTINGS);
                Batch batch = PairTask.words(PairTask.words().subList(0, 9))
                        .training()
                        .inOrder(Feeding.of(20, 0))
                        .segment(0)
                        .batch();
                assertTrue(GradientCheck.of(network, batch).run().worstError() < 1e-6, bridge + ", " + repeat);
            }
        }
    }

    @Test
    void layersOfSeveralLevelsAreCopiedLevelByLevel() {
        Network network = EncoderDecoder.of(
                        List.of(recurrent(3), DenseLayer.of(2), recurrent(4)), List.of(recurrent(3), recurrent(4)))
                .withBridge(Bridge.COPY)
                .network(PairTask.ENCODING, SETTINGS);
        assertTrue(parameters(network).stream().noneMatch(name -> name.startsWith("bridge")));
    }

    @Test
    void copiesThatDoNotFitAreRefused() {
        RnnException sizes = assertThrows(RnnException.class, () -> model(recurrent(3), recurrent(4), Bridge.COPY));
        assertEquals("""
                The encoder's states cannot be copied to the decoder's state 'h'
                  needed   [B, 4]
                  encoder  level 1 leaves [B, 3]
                  fix      make the sizes equal, or use "bridge": "dense", which fits any pair""", sizes.getMessage());
        RnnException directions = assertThrows(RnnException.class, () -> model(BOTH, recurrent(3), Bridge.COPY));
        assertTrue(directions.getMessage().contains("leaves [B, 6], 2 directions side by side"));
        RnnException levels = assertThrows(
                RnnException.class,
                () -> EncoderDecoder.of(List.of(recurrent(3)), List.of(recurrent(3), recurrent(3)))
                        .withBridge(Bridge.COPY)
                        .network(PairTask.ENCODING, SETTINGS));
        assertTrue(levels.getMessage().contains("wants the states of level 2"), levels.getMessage());
        Layer other = (flow, x) -> flow.scan(
                t -> {
                    t.next("memoryCell", t.previous("memoryCell", 3).plus(t.linear("c", 3, t.input())));
                    t.output(t.next("memoryCell"));
                },
                x);
        RnnException names = assertThrows(RnnException.class, () -> model(other, recurrent(3), Bridge.COPY));
        assertTrue(names.getMessage().contains("level 1 has the states memoryCell"), names.getMessage());
    }

    @Test
    void dataWithoutSourceIsRefused() {
        Encoding text = Encoding.nextSymbol(PairTask.SAID);
        assertThrows(
                RnnException.class,
                () -> EncoderDecoder.of(List.of(recurrent(3)), List.of(recurrent(3)))
                        .network(text, SETTINGS));
        Network network = LanguageModel.of(List.of(recurrent(3))).network(PairTask.ENCODING, SETTINGS);
        RnnException unread =
                assertThrows(RnnException.class, () -> PairTask.train(network, PairTask.words(PairTask.words()), 1));
        assertTrue(unread.getMessage().startsWith("The network does not read the data's source"));
    }

    @Test
    void theNetworkThatLearnsTranslates() {
        Network network = EncoderDecoder.of(List.of(recurrent(24)), List.of(recurrent(24)))
                .withBridge(Bridge.COPY)
                .network(PairTask.ENCODING, FAST);
        PairTask.train(network, PairTask.words(PairTask.words()), 80);
        Translator translator = Translator.of(network, PairTask.ENCODING);
        for (String word : PairTask.words()) assertEquals(PairTask.answer(word), translator.translate(word));
        TextDecoder decoder = translator.decoder("abc");
        List<String> best = decoder.search(new BeamSearch(3, 0.7, 2), decoder.prompt(""));
        assertEquals("CBA*", best.get(0));
        assertEquals(2, best.size());
        assertEquals(
                "CBA*",
                decoder.search(new BeamSearch(1, 0, 1), decoder.prompt("C")).get(0));
        double log = decoder.score("CBA*").stream()
                .mapToDouble(TextDecoder.Scored::logProbability)
                .sum();
        assertTrue(log > Math.log(0.8), "P = " + Math.exp(log));
    }

    @ParameterizedTest
    @ValueSource(strings = {"states", "input", "both"})
    void generatorInventsWhatBelongsToAClass(String seed) {
        Experiment experiment = experiment("""
                { "type": "generator", "seed": "%s", "embedding": 4,
                  "layers": [ { "type": "recurrent", "cell": { "type": "elman", "hiddenSize": 16 } } ] }""".formatted(seed));
        Network network = experiment.model().network(PairTask.CLASSES, FAST);
        PairTask.train(network, PairTask.classes(), 150);
        Translator translator = Translator.of(network, PairTask.CLASSES);
        assertEquals(
                List.of("ABC", "C*", "BBA*C"),
                List.of("a", "b", "c").stream().map(translator::translate).toList());
        assertThrows(RnnException.class, () -> translator.translate("ab"));
    }

    private static Experiment experiment(String model) {
        String json = """
                { "format": "rnn4j/1", "data": { "type": "lines", "file": "unused.txt" }, "model": %s }""".formatted(model);
        return Experiment.of(ConfigText.parse(json, new Source("test.json", Path.of("."))), Components.registry());
    }

    @Test
    void configurationSaysWhatTheModelIs() {
        Experiment experiment = experiment("""
                { "type": "encoderDecoder", "bridge": "mean", "bridgeActivation": "linear", "repeat": true,
                  "encoder": [ { "type": "recurrent", "cell": { "type": "elman", "hiddenSize": 5 } } ],
                  "decoder": [ { "type": "recurrent", "cell": { "type": "elman", "hiddenSize": 6 } } ] }""");
        Network network = experiment.model().network(PairTask.ENCODING, SETTINGS);
        assertTrue(parameters(network).contains("bridge.0.h.W_xy"));
        assertEquals(
                SpecialSymbol.END, PairTask.SAID.specials().keySet().iterator().next());
    }

    @Test
    void stepsGiveTheBitsOfTheWholeSequence() {
        for (Model.Settings settings : List.of(SETTINGS, FAST)) {
            Network network = EncoderDecoder.of(List.of(BOTH), List.of(recurrent(5)))
                    .withRepeat(true)
                    .network(PairTask.ENCODING, settings);
            Batch batch = PairTask.words(List.of("abc", "", "cb"))
                    .training()
                    .inOrder(Feeding.of(3, 0))
                    .segment(0)
                    .batch();
            double[] whole = network.predict(batch).doubles();
            States read = network.read(batch.sources());
            States states = read;
            int steps = batch.timeSteps();
            for (int t = 0; t < steps; t++) {
                int[] ids = java.util.Arrays.copyOfRange(batch.input().ids(), 3 * t, 3 * t + 3);
                Network.Run run = network.run(Batch.of(Tensor.ofIds(ids, 1, 3)), states);
                states = run.finalStates();
                double[] step = run.output().doubles();
                for (int b = 0; b < 3; b++) {
                    if (t >= batch.length(b)) continue;
                    int at = (3 * t + b) * 5;
                    assertArrayEquals(
                            java.util.Arrays.copyOfRange(whole, at, at + 5),
                            java.util.Arrays.copyOfRange(step, 5 * b, 5 * b + 5));
                }
            }
            RnnException other =
                    assertThrows(RnnException.class, () -> network.run(Batch.of(Tensor.ofIds(new int[2], 1, 2)), read));
            assertTrue(other.getMessage().startsWith("Not one source for each example"), other.getMessage());
            assertThrows(RnnException.class, network::newSession);
        }
    }
}
