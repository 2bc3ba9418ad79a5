package org.rnn4j.core.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rnn4j.api.CellDefinitionException;
import org.rnn4j.api.ModelFormatException;
import org.rnn4j.api.RnnException;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.Precision;
import org.rnn4j.core.engine.States;
import org.rnn4j.core.engine.Tensor;
import org.rnn4j.core.io.SessionFile;

/** Sessions of networks that answer sources: read once, then step by step. */
class SourceSessionTest {
    private static final int[] EXAMPLES = {0, 3, 6, 4};
    private static final List<String> NOT_CAUSAL =
            List.of("vectorOnly", "reversedDecoder", "backIntoTheSource", "ownInput", "ownPositions", "backward");

    static Stream<String> names() {
        return Stream.concat(SourceLayers.layers().keySet().stream(), MemoryLayers.layers().keySet().stream())
                .filter(name -> !NOT_CAUSAL.contains(name));
    }

    private static Network network(String name, Precision precision) {
        return PairBatches.builder()
                .layer(SourceLayers.named(name))
                .precision(precision)
                .build();
    }

    /** Step t of some examples, [B, 3]; of one that has ended, its last one again. */
    private static Tensor step(int t, int... examples) {
        double[] x = new double[examples.length * PairBatches.INPUT];
        for (int b = 0; b < examples.length; b++) {
            double[] own = PairBatches.of(0, examples[b]).input().doubles();
            int from = Math.min(t, PairBatches.length(examples[b]) - 1) * PairBatches.INPUT;
            System.arraycopy(own, from, x, b * PairBatches.INPUT, PairBatches.INPUT);
        }
        return Tensor.of(x, examples.length, PairBatches.INPUT);
    }

    @ParameterizedTest
    @MethodSource("names")
    void stepsEqualTheRunOverTheWhole(String name) {
        for (Precision precision : Precision.values()) {
            Network network = network(name, precision);
            Batch batch = PairBatches.of(1, EXAMPLES);
            Tensor whole = network.predict(batch);
            Session session = network.newSession(batch.sources());
            assertEquals(EXAMPLES.length, session.batchSize());
            int size = network.outputSize();
            for (int t = 0; t < 5; t++) {
                Tensor y = session.step(step(t, EXAMPLES));
                for (int k = 0; k < y.length(); k++) {
                    if (t >= batch.length(k / size)) continue;
                    assertEquals(whole.get(t * y.length() + k), y.get(k), name + " at step " + t);
                }
            }
            Session again = network.newSession(batch.sources());
            double[] first = again.step(step(0, EXAMPLES)).doubles();
            assertArrayEquals(first, session.reset().step(step(0, EXAMPLES)).doubles());
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void statesAreKeptAndGoOnBitForBit(String name) {
        for (Precision precision : Precision.values()) {
            Session session = network(name, precision)
                    .newSession(PairBatches.of(0, EXAMPLES).sources());
            session.step(step(0, EXAMPLES));
            session.step(step(1, EXAMPLES));
            SessionState kept = SessionFile.fromBytes(SessionFile.toBytes(session.state()));
            assertEquals(2, kept.steps());
            Session elsewhere = network(name, precision).newSession(kept);
            Session begun = network(name, precision)
                    .newSession(PairBatches.of(2, 4, 4, 4, 4).sources());
            begun.step(step(3, EXAMPLES));
            begun.restore(kept);
            for (int t = 2; t < 4; t++) {
                double[] expected = session.step(step(t, EXAMPLES)).doubles();
                assertArrayEquals(expected, elsewhere.step(step(t, EXAMPLES)).doubles());
                assertArrayEquals(expected, begun.step(step(t, EXAMPLES)).doubles());
            }
            assertEquals(4, elsewhere.steps());
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void sessionsThatStepTogetherGiveTheBitsOfEachAlone(String name) {
        for (Precision precision : Precision.values()) {
            Network network = network(name, precision);
            List<Session> alone = new ArrayList<>();
            List<Session> joint = new ArrayList<>();
            for (int[] examples : new int[][] {{4}, {0, 3}, {6}}) {
                alone.add(network.newSession(PairBatches.of(0, examples).sources()));
                joint.add(network.newSession(PairBatches.of(1, examples).sources()));
            }
            alone.get(2).step(step(1, 6));
            joint.get(2).step(step(1, 6));
            for (int t = 0; t < 4; t++) {
                double[] together = Session.stepAll(joint, step(t, 4, 0, 3, 6)).doubles();
                int size = network.outputSize();
                double[] one = alone.get(0).step(step(t, 4)).doubles();
                double[] two = alone.get(1).step(step(t, 0, 3)).doubles();
                double[] three = alone.get(2).step(step(t, 6)).doubles();
                assertArrayEquals(one, Arrays.copyOfRange(together, 0, size));
                assertArrayEquals(two, Arrays.copyOfRange(together, size, 3 * size));
                assertArrayEquals(three, Arrays.copyOfRange(together, 3 * size, 4 * size));
            }
        }
    }

    @Test
    void statesOfARunBeginASession() {
        Network network = network("coverage", Precision.FLOAT32);
        Batch batch = PairBatches.of(0, 4);
        Session session = network.newSession(batch.sources());
        session.step(step(0, 4));
        session.step(step(1, 4));
        States read = network.read(batch.sources());
        Tensor x = Tensor.of(step(0, 4).doubles(), 1, 1, 3);
        Network.Run run = network.run(Batch.of(x), read);
        Session begun = network.newSession(PairBatches.of(0, 0).sources()).restore(run.finalStates());
        begun.step(step(1, 4));
        assertArrayEquals(
                session.step(step(2, 4)).doubles(), begun.step(step(2, 4)).doubles());
    }

    private static String refused(Executable call) {
        return assertThrows(RnnException.class, call).getMessage();
    }

    @Test
    void sourcesMustBeGiven() {
        Network network = network("dot", Precision.FLOAT32);
        assertEquals("""
                A session without the sources that the network answers
                  sources  [source, letters, kind, gist]
                  fix      give them: newSession(batch.sources()); such a session looks back only""", refused(() -> network.newSession()));
        assertTrue(refused(() -> network.newLookahead(2)).contains("looks back only"));
        assertTrue(refused(() -> network.newSession(Map.of())).contains("A session from sources"));
        Map<String, Batch.Source> one = Map.of("gist", new Batch.Source(Tensor.of(new float[2], 1, 2), new int[0]));
        assertTrue(refused(() -> network.newSession(one)).contains("The source 'source' is missing"));
        Network plain = Network.builder()
                .vectorInput(3)
                .layer((flow, x) -> flow.scan(TestCells::lstm, x))
                .build();
        assertTrue(refused(() -> plain.newSession(PairBatches.of(0, 0).sources()))
                .contains("newSession() is for a network without sources"));
    }

    @Test
    void statesOfOthersAreRefused() {
        Network network = network("coverage", Precision.FLOAT32);
        SessionState one = network.newSession(PairBatches.of(0, 4).sources()).state();
        assertTrue(refused(() -> network("positions", Precision.FLOAT32).newSession(one))
                .contains("The state of a session is of another network"));
        SessionState unread = new SessionState(
                network.fingerprint(), 0, new States(one.states().values()), Map.of());
        assertTrue(refused(() -> network.newSession(unread)).contains("has read none"));
        Network plain = Network.builder()
                .vectorInput(3)
                .layer((flow, x) -> flow.scan(TestCells::lstm, x))
                .build();
        assertTrue(refused(() -> plain.newSession(one)).contains("has read some"));
        Session two = network.newSession(PairBatches.of(0, 4, 0).sources());
        assertTrue(refused(() -> two.restore(one)).contains("another number of examples"));
        assertTrue(refused(() -> two.restore(one.states())).contains("Not one source for each example"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"source/", "length/"})
    void damagedSourcesAreRefused(String part) {
        SessionState state = network("coverage", Precision.FLOAT32)
                .newSession(PairBatches.of(0, 4).sources())
                .state();
        String whole = new String(SessionFile.toBytes(state), java.nio.charset.StandardCharsets.ISO_8859_1);
        String other = part.substring(0, part.length() - 1) + "X";
        byte[] damaged = whole.replace(part, other).getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        if (part.equals("length/")) {
            assertTrue(assertThrows(ModelFormatException.class, () -> SessionFile.fromBytes(damaged))
                    .getMessage()
                    .contains("the lengths of a source are damaged"));
        } else {
            Network network = network("coverage", Precision.FLOAT32);
            assertTrue(refused(() -> network.newSession(SessionFile.fromBytes(damaged)))
                    .contains("has read none"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"vectorOnly", "reversedDecoder", "backIntoTheSource", "ownInput", "ownPositions", "backward"})
    void whatLooksAheadIsRefused(String name) {
        Network network = network(name, Precision.FLOAT32);
        assertThrows(
                CellDefinitionException.class,
                () -> network.newSession(PairBatches.of(0, 4).sources()));
    }

    @Test
    void aCellThatSeesTheWholeInputCannotStep() {
        Network network = Network.builder()
                .vectorInput(3)
                .layer(MemoryLayers.layers().get("ownPositions"))
                .build();
        String message = refused(network::newSession);
        assertTrue(message.contains("looks at the whole of the input"), message);
        assertTrue(refused(() -> network.newLookahead(1)).contains("looks at the whole of the input"));
    }
}
