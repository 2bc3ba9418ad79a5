package org.rnn4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BenchCommandTest {
    private static final String ROWS = """
            [{"name": "tiny", "timeSteps": 3, "batchSize": 2, "inputSize": 4, "hiddenSize": 5, "layers": 2}]
            """;
    private static final List<String> KEYS = List.of("engine", "cell", "mode", "name", "medianMillis", "gflops");

    @TempDir
    private Path folder;

    private static List<JsonNode> lines(Run run) throws IOException {
        assertEquals(Cli.OK, run.code(), run::err);
        List<JsonNode> lines = new ArrayList<>();
        for (String line : run.out().lines().toList()) lines.add(new ObjectMapper().readTree(line));
        return lines;
    }

    private String rows() throws IOException {
        return Files.writeString(folder.resolve("rows.json"), ROWS).toString();
    }

    @Test
    void aLineForEachCellAndModeHasTheKeysOfAllFrameworks() throws IOException {
        List<JsonNode> lines = lines(Run.of("bench", "--rows", rows(), "--seconds", "0.01", "--json"));
        List<String> measured = new ArrayList<>();
        for (JsonNode line : lines) {
            KEYS.forEach(key -> assertTrue(line.has(key), () -> line + " has no " + key));
            assertTrue(line.get("medianMillis").asDouble() > 0, line::toString);
            assertTrue(line.get("gflops").asDouble() > 0, line::toString);
            measured.add(line.get("cell").asText() + " " + line.get("mode").asText());
        }
        assertEquals(
                List.of(
                        "lstm train",
                        "lstm infer",
                        "gru train",
                        "gru infer",
                        "elman train",
                        "elman infer",
                        "ownLstm train",
                        "ownLstm infer"),
                measured);
    }

    @Test
    void theTableIsAligned() throws IOException {
        Run run = Run.of("bench", "--rows", rows(), "--seconds", "0.01", "--cells", "lstm", "--modes", "infer,lengths");
        assertEquals(Cli.OK, run.code(), run::err);
        List<String> lines = run.out().lines().toList();
        assertEquals("cell  mode        row                 ms  GFLOP/s  share", lines.get(0));
        assertTrue(lines.get(1).matches("lstm  infer       tiny {8} {2} *\\S+  {2,7}\\S+ +\\d+ %"), lines.get(1));
        assertTrue(lines.get(2).startsWith("lstm  lengths     tiny"), lines.get(2));
        assertTrue(lines.get(2).endsWith("× its steps"), lines.get(2));
        assertTrue(lines.get(4).startsWith("Share of the rate of products alone, "), lines.get(4));
    }

    @Test
    void aJobReportsCharactersASecond() throws IOException {
        Path text = Files.writeString(folder.resolve("text.txt"), "abcde fghij klmno. ".repeat(500));
        String[] job = {"bench", "--job", text.toString(), "--steps", "3", "--cells", "lstm", "--json"};
        JsonNode line = lines(Run.of(job)).get(0);
        assertEquals("charrnn", line.get("job").asText());
        assertEquals(3, line.get("steps").asInt());
        assertTrue(line.get("charactersPerSecond").asDouble() > 0);
        double untrained = Math.log(17);
        assertTrue(Math.abs(line.get("loss").asDouble() - untrained) < 0.5, line::toString);
    }

    @Test
    void aCellThatDoesNotExistIsAMistake() {
        Run run = Run.of("bench", "--cells", "lstmm");
        assertEquals(Cli.MISTAKE, run.code());
        assertTrue(run.err().startsWith("Unknown cell type 'lstmm'\n"), run.err());
        assertTrue(run.err().contains("did you mean  lstm\n"), run.err());
    }

    @Test
    void aModeThatDoesNotExistIsAMistake() {
        assertEquals(new Run(Cli.MISTAKE, "", """
                Unknown mode 'trian'
                  available     train, infer, lengths, memory, pairs, recompute, stream, vocabulary
                  did you mean  train
                  fix           correct --modes
                """), Run.of("bench", "--modes", "trian"));
    }

    @Test
    void rowsWithoutSizesAreAMistake() throws IOException {
        Path rows = Files.writeString(folder.resolve("rows.json"), "[{\"name\": \"tiny\", \"timeSteps\": 0}]");
        Run run = Run.of("bench", "--rows", rows.toString());
        assertEquals(Cli.MISTAKE, run.code());
        assertTrue(run.err().startsWith("No rows of a benchmark in " + rows), run.err());
        assertTrue(run.err().contains("'timeSteps'"), run.err());
    }
}
