package org.rnn4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands on a model that answers a source. */
final class PairCommandsTest {
    private static final String CONFIG = """
            {
              "format": "rnn4j/1",
              "threads": 1,
              "data": { "type": "parallel", "file": "pairs.txt" },
              "model": {
                "type": "encoderDecoder",
                "encoder": [ { "type": "recurrent", "cell": { "type": "gru", "hiddenSize": 12 } } ],
                "decoder": [ { "type": "recurrent", "cell":
                    { "type": "attention", "score": "dot", "cell": { "type": "lstm", "hiddenSize": 12 } } } ]
              },
              "optimizer": { "type": "adam", "learningRate": 0.02 },
              "training": { "epochs": 60, "batchSize": 4 }
            }
            """;

    @TempDir
    static Path folder;

    private static Workspace workspace;

    @BeforeAll
    static void train() {
        workspace = new Workspace(folder);
        StringBuilder pairs = new StringBuilder();
        for (String word : new String[] {"ab", "ba", "aab", "bba", "abab", "b", "a", "bb", "aa", "bab"}) {
            pairs.append(word)
                    .append('\t')
                    .append(word.replace('a', 'x').replace('b', 'y'))
                    .append('\n');
        }
        workspace.write("pairs.txt", pairs.toString());
        workspace.write("config.json", CONFIG);
        workspace.trained();
    }

    private static String result(String... args) {
        Run run = Run.of(args);
        assertEquals(Cli.OK, run.code(), run::err);
        return run.out();
    }

    @Test
    void sampleAnswers() {
        String run = workspace.path("run");
        assertEquals("xy", result("sample", run, "--source", "ab", "--greedy").strip());
        assertTrue(result("sample", run, "--source", "ab", "--beam", "3", "--count", "2")
                        .lines()
                        .count()
                >= 2);
        assertTrue(result("score", run, "--source", "ab", "--text", "xy").contains("in all"));
    }

    @Test
    void attentionIsShownAndDrawn() {
        Path picture = folder.resolve("attention.svg");
        String table = result(
                "attention",
                workspace.path("run"),
                "--source",
                "ab",
                "--answer",
                "xy",
                "--picture",
                picture.toString());
        assertEquals(4, table.strip().lines().count(), table);
        assertTrue(table.contains("<EOS>"), table);
        assertTrue(workspace.read("attention.svg").startsWith("<svg"));
        assertTrue(result("attention", workspace.path("run"), "--source", "ab", "--json")
                .contains("\"weights\""));
    }

    private static List<String> stream(String in, String... more) {
        List<String> args = new ArrayList<>(List.of("stream", workspace.path("run")));
        args.addAll(List.of(more));
        Run run = Run.reading(in, args.toArray(new String[0]));
        assertEquals(Cli.OK, run.code(), run::err);
        return run.out().lines().toList();
    }

    @Test
    void aStreamReadsTheSourceAndThenTheAnswerSoFar() {
        assertEquals(List.of("x", "y", "<EOS>"), stream("ab\nx\ny\n"));
        assertEquals(List.of("x", "<EOS>", "", "y"), stream("ab\nxy\n\nba\n"));
        assertEquals(1, stream("\"\"\n").size());
        String next = stream("ab\nx\n", "--top", "50").get(1);
        assertTrue(next.startsWith("{\"y\":"), next);
    }

    @Test
    void aStreamOfAnswersGoesOnElsewhere() throws Exception {
        List<String> whole = stream("bab\ny\nx\ny\n", "--top", "9");
        String file = workspace.path("answer.state");
        Files.deleteIfExists(Path.of(file));
        List<String> first = stream("bab\ny\n", "--top", "9", "--state", file);
        List<String> second = stream("x\ny\n", "--top", "9", "--state", file);
        assertEquals(whole.subList(0, 2), first);
        assertEquals(whole.subList(2, 4), second);
        stream("\n", "--state", file);
        assertFalse(Files.exists(Path.of(file)));
    }

    @Test
    void aStreamOfAnswersSaysWhatDoesNotFit() {
        Run ahead = Run.reading("ab\n", "stream", workspace.path("run"), "--lookahead", "2");
        assertEquals(Cli.MISTAKE, ahead.code());
        assertTrue(ahead.err().contains("does not look ahead"), ahead.err());
        Run unknown = Run.reading("ab\nq\n", "stream", workspace.path("run"));
        assertEquals(Cli.MISTAKE, unknown.code());
        assertTrue(unknown.err().contains("standard input:2"), unknown.err());
    }

    @Test
    void gradientsAreCheckedAndTheModelDescribed() {
        String checked = result("check", workspace.path("config.json"), "--elements", "4");
        assertTrue(checked.contains("decoder.0.cell.W_hi"), checked);
        assertTrue(result("describe", workspace.path("run")).contains("sequences of"));
    }

    @Test
    void whatIsMissingIsSaid() {
        Run missing = Run.of("sample", workspace.path("run"));
        assertEquals(Cli.MISTAKE, missing.code());
        assertTrue(missing.err().contains("The model answers a source, and none is given"), missing.err());
        Run value = Run.of("attention", workspace.path("run"), "--source", "ab", "--value", "alpha");
        assertEquals(Cli.MISTAKE, value.code());
        assertTrue(value.err().contains("decoder.0.cell.alpha"), value.err());
    }
}
