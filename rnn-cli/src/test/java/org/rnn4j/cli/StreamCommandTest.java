package org.rnn4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StreamCommandTest {
    private static final String TAGGER = """
            {
              "format": "rnn4j/1",
              "threads": 1,
              "data": { "type": "jsonLines", "file": "%s", "validation": 0, "targetPerStep": true },
              "model": { "type": "sequence", %s "layers": [
                { "type": "bidirectional", "layer": { "type": "recurrent", "cell": { "type": "gru", "hiddenSize": 6 } } },
                { "type": "dense", "size": %d } ] },
              "training": { "epochs": 1 }
            }
            """;

    @TempDir
    static Path folder;

    private static Workspace workspace;

    @BeforeAll
    static void train() {
        workspace = new Workspace(folder).trained();
        workspace.write(
                "words.jsonl",
                IntStream.range(0, 20)
                        .mapToObj(i -> "{\"input\": [\"the\", \"cat\", \"sees\", \"a\", \"dog\"],"
                                + " \"target\": [\"D\", \"N\", \"V\", \"D\", \"N\"]}\n")
                        .collect(Collectors.joining()));
        workspace.write(
                "numbers.jsonl",
                IntStream.range(0, 20)
                        .mapToObj(i -> "{\"input\": [[1, " + i + "], [0, 2], [3, 1]], \"target\": [1, 2, " + i + "]}\n")
                        .collect(Collectors.joining()));
        tagger("tagger", "words.jsonl", "", 3);
        tagger("ahead", "words.jsonl", "\"lookahead\": 2,", 3);
        tagger("numbers", "numbers.jsonl", "", 1);
    }

    private static void tagger(String name, String data, String more, int size) {
        workspace.write(name + ".json", TAGGER.formatted(data, more, size));
        Run run = Run.of("train", workspace.path(name + ".json"), "--run", workspace.path(name), "--quiet");
        assertEquals(Cli.OK, run.code(), run.err());
    }

    private static List<String> stream(String in, String model, String... more) {
        Run run = run(in, model, more);
        assertEquals(Cli.OK, run.code(), run.err());
        assertEquals("", run.err());
        return run.out().lines().toList();
    }

    private static Run run(String in, String model, String... more) {
        String[] args = new String[2 + more.length];
        args[0] = "stream";
        args[1] = workspace.path(model);
        System.arraycopy(more, 0, args, 2, more.length);
        return Run.reading(in, args);
    }

    @Test
    void eachLineGetsALine() {
        assertEquals(4, stream("t\na\nr\nno\n", "run").size());
        assertEquals(List.of(), stream("", "run"));
    }

    @Test
    void probabilitiesAreThoseOfScore() throws Exception {
        JsonNode next = new ObjectMapper()
                .readTree(stream("tan\n", "run", "--top", "100").get(0));
        JsonNode scored = new ObjectMapper()
                .readTree(Run.of("score", workspace.path("run"), "--text", "tano", "--json")
                        .out());
        double expected =
                Math.exp(scored.path("symbols").get(3).path("logProbability").doubleValue());
        assertEquals(expected, next.path("o").doubleValue(), 1e-6);
        double sum = 0;
        for (JsonNode each : next) sum += each.doubleValue();
        assertEquals(1, sum, 1e-5);
    }

    @Test
    void aLineOfManySymbolsIsAsGoodAsManyLines() {
        List<String> one = stream("tano\n", "run", "--top", "3");
        List<String> many = stream("t\na\nn\no\n", "run", "--top", "3");
        assertEquals(one.get(0), many.get(3));
    }

    @Test
    void anEmptyLineBeginsAnew() {
        List<String> lines = stream("tan\n\ntan\n", "run", "--top", "3");
        assertEquals(3, lines.size());
        assertEquals("", lines.get(1));
        assertEquals(lines.get(0), lines.get(2));
    }

    @Test
    void jsonStringsStandForThemselves() {
        assertEquals(stream("tan\n", "run", "--top", "3"), stream("\"tan\"\n", "run", "--top", "3"));
        assertEquals(stream("tan\n", "run", "--top", "3"), stream("{\"input\": \"tan\"}\n", "run", "--top", "3"));
    }

    @Test
    void drawnSymbolsDependOnTheSeed() {
        String[] draw = {"--temperature", "1", "--seed", "3"};
        String text = "ta\nno\nri\nsau\nta\nno\n";
        assertEquals(stream(text, "run", draw), stream(text, "run", draw));
        assertFalse(stream(text, "run", draw).equals(stream(text, "run", "--temperature", "1", "--seed", "4")));
    }

    @Test
    void theStateIsKeptAndContinued() throws Exception {
        String[] draw = {"--temperature", "1"};
        List<String> whole = stream("ta\nno\nri\nsau\n", "run", draw);
        String file = workspace.path("stream.state");
        Files.deleteIfExists(Path.of(file));
        String[] kept = {"--temperature", "1", "--state", file};
        List<String> first = stream("ta\nno\n", "run", kept);
        List<String> second = stream("ri\nsau\n", "run", kept);
        assertEquals(whole.subList(0, 2), first);
        assertEquals(whole.subList(2, 4), second);
        Run other = run("x\n", "tagger", "--lookahead", "1", "--state", file);
        assertEquals(Cli.MISTAKE, other.code());
        assertTrue(other.err().contains("of another network"), other.err());
    }

    @Test
    void aMistakeNamesItsLineAndKeepsTheStateBeforeIt() throws Exception {
        String file = workspace.path("mistake.state");
        Run run = run("ta\nTA\n", "run", "--state", file);
        assertEquals(Cli.MISTAKE, run.code());
        assertTrue(run.err().contains("standard input:2"), run.err());
        assertEquals(1, run.out().lines().count());
        assertEquals(
                stream("no\n", "run", "--top", "3", "--state", file),
                stream("ta\nno\n", "run", "--top", "3").subList(1, 2));
    }

    @Test
    void aPlaceWithoutRoomForTheStateIsToldAtOnce() {
        Run run = run("ta\n", "run", "--state", workspace.path("nowhere/stream.state"));
        assertEquals(Cli.MISTAKE, run.code());
        assertTrue(run.err().contains("no such folder"), run.err());
        assertEquals("", run.out());
        assertEquals(
                Cli.MISTAKE,
                run("ta\n", "run", "--state", workspace.path("run")).code());
    }

    @Test
    void eachLineIsThereBeforeTheNextOneIsRead() throws Exception {
        PipedOutputStream keyboard = new PipedOutputStream();
        PipedInputStream in = new PipedInputStream(keyboard);
        PipedInputStream screen = new PipedInputStream();
        PrintStream out = new PrintStream(new PipedOutputStream(screen), false, StandardCharsets.UTF_8);
        CompletableFuture<Integer> code = CompletableFuture.supplyAsync(
                () -> new Cli().run(in, out, System.err, "stream", workspace.path("run")));
        BufferedReader lines = new BufferedReader(new InputStreamReader(screen, StandardCharsets.UTF_8));
        for (int k = 0; k < 3; k++) {
            keyboard.write("ta\n".getBytes(StandardCharsets.UTF_8));
            keyboard.flush();
            assertTrue(lines.readLine().length() > 0);
        }
        keyboard.close();
        assertEquals(Cli.OK, code.get());
    }

    @Test
    void bothDirectionsNeedALookahead() {
        Run run = run("the\n", "tagger");
        assertEquals(Cli.MISTAKE, run.code());
        assertTrue(run.err().contains("runs backward") && run.err().contains("--lookahead"), run.err());
    }

    @Test
    void lookingFarAheadGivesTheWholeSentence() {
        List<String> whole = stream("[\"the\", \"cat\", \"sees\", \"a\", \"dog\"]\n", "tagger", "--lookahead", "10");
        List<String> words = stream("the\ncat\nsees\na\ndog\n", "tagger", "--lookahead", "10");
        assertEquals(5, words.size());
        assertEquals(List.of(String.join(" ", words)), whole);
        assertTrue(words.stream().allMatch(tag -> tag.matches("[DNV]")), words::toString);
        assertEquals(
                words,
                stream("the\ncat\nsees\na\ndog\n\n", "tagger", "--lookahead", "4")
                        .subList(0, 5));
    }

    @Test
    void theModelMaySayTheLookahead() throws Exception {
        String text = "the\ncat\nsees\na\ndog\n";
        assertEquals(stream(text, "ahead", "--lookahead", "2"), stream(text, "ahead"));
        String file = workspace.path("ahead.state");
        List<String> first = stream("the\ncat\nsees\n", "ahead", "--state", file);
        List<String> second = stream("a\ndog\n", "ahead", "--state", file);
        List<String> third = stream("\n", "ahead", "--state", file);
        assertEquals(List.of(1, 2, 3), List.of(first.size(), second.size(), third.size()));
        assertEquals(
                stream(text, "ahead"), List.of(first.get(0), second.get(0), second.get(1), third.get(0), third.get(1)));
    }

    @Test
    void numbersGoInAndOut() {
        List<String> lines = stream("[1, 4]\n[[0, 2], [3, 1]]\n", "numbers", "--lookahead", "5");
        assertEquals(2, lines.size());
        assertTrue(lines.get(0).matches("\\[-?[0-9.E-]+]"), lines::toString);
        assertTrue(lines.get(1).matches("\\[-?[0-9.E-]+] \\[-?[0-9.E-]+]"), lines::toString);
    }

    private static void assertMistake(String line, String expected) {
        Run run = run(line + "\n", "numbers", "--lookahead", "1");
        assertEquals(Cli.MISTAKE, run.code());
        assertTrue(run.err().contains("Line 1") && run.err().contains(expected), run.err());
    }

    @Test
    void linesThatAreNothingAreRefused() {
        assertMistake("[1]", "no vector of 2 numbers");
        assertMistake("[1, \"a\"]", "holds \"a\"");
        assertMistake("[1, 1e300]", "holds 1.0E300");
        assertMistake("hello", "no JSON");
        assertMistake("{\"inptu\": [1, 2]}", "unknown key 'inptu'");
        Run run = run("1\n", "numbers", "--lookahead", "1", "--top", "2");
        assertEquals(Cli.MISTAKE, run.code());
        assertTrue(run.err().contains("gives numbers"), run.err());
    }
}
