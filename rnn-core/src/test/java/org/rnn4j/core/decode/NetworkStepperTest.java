package org.rnn4j.core.decode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rnn4j.api.expr.Operations.tanh;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rnn4j.api.Cell;
import org.rnn4j.api.CellDefinitionException;
import org.rnn4j.api.InitialState;
import org.rnn4j.api.ShapeException;
import org.rnn4j.api.expr.Node;
import org.rnn4j.core.data.Level;
import org.rnn4j.core.data.SpecialSymbol;
import org.rnn4j.core.data.Vocabulary;
import org.rnn4j.core.decode.TextDecoder.Scored;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.Precision;
import org.rnn4j.core.engine.Tensor;
import org.rnn4j.core.math.Categorical;
import org.rnn4j.core.network.Network;

final class NetworkStepperTest {
    private static final Vocabulary LETTERS = Vocabulary.builder(Level.CHARACTER)
            .with(SpecialSymbol.END)
            .count("abacadabra")
            .build();
    private static final Sampler SAMPLER = new Sampler(Categorical.atTemperature(1), 3);

    /** Two states of different sizes, one of which begins learned, so that nothing but their names is known. */
    private static final Cell CELL = t -> {
        Node h = t.previous("h", 5);
        Node m = t.previous("m", 2);
        t.initialState("m", InitialState.learned());
        t.next("h", tanh(t.affine("h", 5, t.input(), h, m)));
        t.next("m", tanh(t.affine("m", 2, t.next("h").named("u"), m)));
        t.output(t.affine("y", LETTERS.size(), t.next("h").named("v")).times(3));
    };

    private static Network network(Precision precision) {
        return Network.builder()
                .oneHotInput(LETTERS.size())
                .layer((flow, x) -> flow.scan(CELL, x))
                .precision(precision)
                .seed(1)
                .build();
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void batchesDecodeAsOneByOne(Precision precision) {
        Stepper<?> stepper = NetworkStepper.of(network(precision));
        Prompt prompt = Prompt.of(0, 0).withMaxLength(30);
        List<Decoded> together = SAMPLER.sample(stepper, prompt, 40);
        for (int count = 1; count < 40; count += 13) {
            assertEquals(together.subList(0, count), SAMPLER.sample(stepper, prompt, count));
        }
        assertTrue(together.stream().map(d -> d.symbols().length).distinct().count() > 5, together::toString);
    }

    @Test
    void scoresAreThoseOfTheWholeSequence() {
        Network network = network(Precision.FLOAT64);
        int[] read = LETTERS.encode("dabra");
        double[] scores = Scorer.logProbabilities(
                NetworkStepper.of(network), Prompt.endless(0).withPrefix(read));
        Tensor output =
                network.predict(Batch.of(Tensor.ofIds(new int[] {0, read[0], read[1], read[2], read[3]}, 5, 1)));
        double[] expected = new double[5];
        for (int t = 0; t < 5; t++) {
            double[] logits = new double[LETTERS.size()];
            for (int i = 0; i < logits.length; i++) logits[i] = output.get(t * logits.length + i);
            expected[t] = Logits.logSoftmax(logits)[read[t]];
        }
        assertArrayEquals(expected, scores, 1e-13);
    }

    @Test
    void beamOfOneIsGreedy() {
        Stepper<?> stepper = NetworkStepper.of(network(Precision.FLOAT64));
        Prompt prompt = Prompt.of(0, 0).withPrefix(1).withMaxLength(12);
        assertEquals(
                List.of(Sampler.greedy().sample(stepper, prompt)),
                BeamSearch.of(1).search(stepper, prompt));
    }

    @Test
    void firstSymbolsTogetherHaveProbabilityOne() {
        TextDecoder decoder = TextDecoder.of(network(Precision.FLOAT64), LETTERS);
        List<String> texts = new ArrayList<>(List.of(""));
        for (String symbol : LETTERS.symbols().subList(1, LETTERS.size())) texts.add(symbol);
        double ended = 0;
        double begun = 0;
        for (String text : texts) {
            List<Scored> scored = decoder.score(text);
            assertEquals("<EOS>", scored.get(scored.size() - 1).symbol());
            if (text.isEmpty()) ended += Math.exp(scored.get(0).logProbability());
            else begun += Math.exp(scored.get(0).logProbability());
        }
        assertEquals(1, ended + begun, 1e-12);
    }

    @Test
    void textsBeginWithThePrefix() {
        TextDecoder decoder = TextDecoder.of(network(Precision.FLOAT64), LETTERS);
        for (String text : decoder.sample(SAMPLER, decoder.prompt("cad").withMaxLength(5), 5)) {
            assertTrue(text.matches("cad[abcdr]{0,5}"), text);
        }
        assertEquals(
                3,
                decoder.search(BeamSearch.of(4).withBest(3), decoder.prompt("b"))
                        .size());
    }

    @Test
    void refusesWhatIsNoLanguageModel() {
        Network network = Network.builder()
                .vectorInput(3)
                .layer((flow, x) -> flow.map(x, t -> t.output(t.input())))
                .precision(Precision.FLOAT64)
                .build();
        String message = assertThrows(ShapeException.class, () -> NetworkStepper.of(network))
                .getMessage();
        assertTrue(message.startsWith("The network does not predict the symbols that it reads\n"), message);
    }

    @Test
    void refusesWhatLooksAhead() {
        Network network = Network.builder()
                .oneHotInput(LETTERS.size())
                .layer((flow, x) -> flow.reverse(flow.scan(CELL, flow.reverse(x))))
                .precision(Precision.FLOAT64)
                .build();
        assertThrows(CellDefinitionException.class, () -> NetworkStepper.of(network));
    }
}
