package org.rnn4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands that take a model. */
final class ModelCommandsTest {
    @TempDir
    static Path folder;

    private static Workspace workspace;

    @BeforeAll
    static void train() {
        workspace = new Workspace(folder).trained();
    }

    /** Runs a command on the model; it must go well. */
    private static String result(String command, String... more) {
        String[] args = new String[2 + more.length];
        args[0] = command;
        args[1] = workspace.path("run");
        System.arraycopy(more, 0, args, 2, more.length);
        Run run = Run.of(args);
        assertEquals(Cli.OK, run.code(), () -> Arrays.toString(args) + "\n" + run.err());
        assertEquals("", run.err());
        return run.out();
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }

    @Test
    void sampleGivesATextOnEachLine() {
        List<String> lines = result("sample", "--count", "7").lines().toList();
        assertEquals(7, lines.size());
        assertTrue(lines.stream().allMatch(line -> line.matches("[a-z]*")), lines::toString);
    }

    @Test
    void nothingRepeatsIfItMustNot() {
        for (String beam : new String[] {"--beam=4", "--greedy", "--temperature=1"}) {
            for (String text :
                    result("sample", beam, "--no-repeat", "1").lines().toList()) {
                assertEquals(text.length(), text.chars().distinct().count(), text);
            }
        }
    }

    @Test
    void sampleTellsProbabilities() {
        JsonNode best = json(result("sample", "--beam", "5", "--count", "3", "--json"));
        assertEquals(3, best.size());
        double before = 0;
        for (JsonNode each : best) {
            String text = each.path("text").textValue();
            JsonNode scored = json(result("score", "--text", text, "--json"));
            double expected = scored.path("logProbability").doubleValue();
            assertEquals(expected, each.path("logProbability").doubleValue(), 1e-6);
            double score = each.path("score").doubleValue();
            assertEquals(expected / Math.pow(text.length() + 1, 0.7), score, 1e-6);
            assertTrue(score <= before || before == 0);
            before = score;
        }
    }

    @Test
    void sampleRepeatsBySeed() {
        assertEquals(result("sample", "--seed", "3"), result("sample", "--seed", "3"));
        assertNotEquals(result("sample", "--seed", "3"), result("sample", "--seed", "4"));
    }

    @Test
    void sampleTakesAModelFileToo() {
        Run run = Run.of("sample", workspace.path("run/model.safetensors"));
        assertEquals(new Run(Cli.OK, result("sample"), ""), run);
    }

    @Test
    void topOneTemperatureZeroAndBeamOfOneAreGreedy() {
        String greedy = result("sample", "--greedy", "--max-length", "12");
        assertEquals(greedy, result("sample", "--count", "1", "--top-k", "1", "--max-length", "12"));
        assertEquals(greedy, result("sample", "--count", "1", "--temperature", "0", "--max-length", "12"));
        assertEquals(greedy, result("sample", "--beam", "1", "--max-length", "12"));
    }

    @Test
    void sampleHonoursPrefixAndLength() {
        for (String line : result("sample", "--prefix", "sau", "--max-length", "3", "--top-p", "0.9")
                .lines()
                .toList()) {
            assertTrue(line.matches("sau[a-z]{0,3}"), line);
        }
    }

    @Test
    void scoreAddsUp() {
        JsonNode scored = json(result("score", "--text", "saurus", "--json"));
        assertEquals("saurus", scored.get("text").asText());
        assertEquals(7, scored.get("symbols").size());
        assertEquals("<EOS>", scored.get("symbols").get(6).get("symbol").asText());
        double sum = 0;
        for (JsonNode each : scored.get("symbols"))
            sum += each.get("logProbability").asDouble();
        assertEquals(sum, scored.get("logProbability").asDouble(), 1e-9);
    }

    @Test
    void scoreIsATableForAPerson() {
        List<String> lines = result("score", "--text", "sau").lines().toList();
        assertTrue(lines.get(0).matches("symbol +log P +P"), lines::toString);
        assertTrue(lines.get(1).startsWith("s "), lines::toString);
        assertTrue(lines.get(5).startsWith("in all "), lines::toString);
    }

    @Test
    void namesOfTheDataScoreHigherThanOthers() {
        double name = json(result("score", "--text", "norisau", "--json"))
                .get("logProbability")
                .asDouble();
        double other = json(result("score", "--text", "uuuuuuu", "--json"))
                .get("logProbability")
                .asDouble();
        assertTrue(name > other, name + " and " + other);
    }

    @Test
    void evaluateUsesTheValidationPart() {
        JsonNode result = json(result("evaluate", "--json"));
        assertEquals("validation part of its data", result.get("data").asText());
        assertTrue(result.get("sequences").asInt() > 0);
        assertTrue(result.get("values").get("loss").asDouble() > 0);
    }

    @Test
    void evaluateTakesAFile() {
        workspace.write("other.txt", "tanori\nsaurus\n");
        String table = result("evaluate", "--data", workspace.path("other.txt"));
        assertTrue(table.matches("(?s)data .*other\\.txt\nsize .*2 sequences, 14 steps\nloss .*"), table);
    }

    @Test
    void describeShowsLayersParametersAndWork() {
        String text = result("describe");
        assertTrue(text.contains("layers.0.cell.W_xr"), text);
        assertTrue(text.contains("[12, 12]"), text);
        assertTrue(text.contains("FLOP"), text);
    }

    @Test
    void describeOfModelAndConfigurationAreTheSame() {
        assertEquals(
                result("describe", "--plan"),
                Run.of("describe", workspace.path("config.json"), "--plan").out());
    }

    @Test
    void planIsShownOnRequest() {
        assertTrue(result("describe", "--plan").contains("loop over time"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"float32", "float64"})
    void checkFindsTheGradientsRight(String precision) {
        Run run = Run.of("check", workspace.path("config.json"), "--elements", "5", "--set", "precision=" + precision);
        assertEquals(Cli.OK, run.code(), run::toString);
        assertTrue(run.out().contains("At most 5 elements of each parameter"), run.out());
        assertTrue(run.out().contains("layers.0.cell.W_hn"), run.out());
        assertTrue(run.out().contains("\nThe gradients are right"), run.out());
    }
}
