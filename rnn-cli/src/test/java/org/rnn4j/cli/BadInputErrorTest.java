package org.rnn4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every mistake has its message, exit code 2, and touches no file. */
final class BadInputErrorTest {
    @TempDir
    static Path folder;

    private static Workspace workspace;

    @BeforeAll
    static void train() {
        workspace = new Workspace(folder).trained();
    }

    /** The message of a mistake; paths are shortened to what stands in the workspace. */
    private static String mistake(String... args) {
        Map<String, String> before = workspace.files();
        Run run = Run.of(args);
        assertEquals(Cli.MISTAKE, run.code(), () -> Arrays.toString(args) + "\n" + run);
        assertEquals("", run.out());
        assertFalse(run.err().contains("\tat "), run.err());
        assertEquals(before, workspace.files());
        return run.err().replace(folder + "/", "");
    }

    private static String mistakeIn(String what, String by) {
        return mistake("train", workspace.configWith(what, by), "--run", workspace.path("new"));
    }

    @Test
    void unknownKey() {
        assertEquals("""
                Unknown key 'epoch' at training.epoch (wrong.json:11:17)
                  available     %s
                  did you mean  epochs
                  fix           correct the key, or remove it
                """, mistakeIn("\"epochs\"", "\"epoch\"").replaceFirst("(available +).*", "$1%s"));
    }

    @Test
    void wrongKind() {
        assertEquals("""
                Expected a whole number at training.epochs (wrong.json:11:27)
                  given   "two"
                  option  epochs: passes over the training part
                  fix     give a whole number, at least 1
                """, mistakeIn("\"epochs\": 2", "\"epochs\": \"two\""));
    }

    @Test
    void outOfRange() {
        String message = mistakeIn("0.02", "-1");
        assertTrue(
                message.startsWith("Value -1 is out of range at optimizer.learningRate (wrong.json:10:50)\n"), message);
    }

    @Test
    void batchSizeOfZero() {
        String message = mistakeIn("\"batchSize\": 8", "\"batchSize\": 0");
        assertTrue(message.startsWith("Value 0 is out of range at training.batchSize (wrong.json:11:43)\n"), message);
        assertTrue(message.endsWith("  fix     give a whole number, at least 1\n"), message);
    }

    @Test
    void unknownType() {
        String message = mistakeIn("\"gru\"", "\"gruu\"");
        assertTrue(
                message.startsWith("Unknown cell type 'gruu' at model.layers[0].cell.type (wrong.json:8:58)\n"),
                message);
        assertTrue(message.contains("  did you mean  gru\n"), message);
    }

    @Test
    void notJson() {
        String message = mistakeIn("\"seed\": 7,", "\"seed\" 7,");
        assertTrue(message.contains("wrong.json:3"), message);
    }

    @Test
    void missingConfiguration() {
        String message = mistake("train", workspace.path("no.json"));
        assertTrue(message.startsWith("No such file: no.json\n"), message);
    }

    @Test
    void missingData() {
        String message = mistakeIn("names.txt", "nomes.txt");
        assertTrue(message.startsWith("No such file: nomes.txt\n"), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", " \n\t\n"})
    void emptyData(String content) {
        workspace.write("empty.txt", content);
        String message = mistakeIn("names.txt", "empty.txt");
        assertTrue(message.matches("(?s)(Empty file:|Only blank lines in) empty.txt\n  fix .*"), message);
    }

    @Test
    void dataThatIsNotUtf8() throws IOException {
        Files.write(folder.resolve("latin1.txt"), new byte[] {'a', '\n', (byte) 0xE4, '\n'});
        String message = mistakeIn("names.txt", "latin1.txt");
        assertTrue(message.startsWith("Not UTF-8 text: latin1.txt:2\n"), message);
    }

    @Test
    void overrideWithoutAPath() {
        String message = mistake("train", workspace.path("config.json"), "--set", "epochs");
        assertTrue(message.contains("epochs"), message);
    }

    @Test
    void runFolderThatIsNotEmpty() {
        String message = mistake("train", workspace.path("config.json"), "--run", workspace.path("run"));
        assertTrue(message.startsWith("The folder for the run is not empty: run\n"), message);
    }

    @Test
    void finishedRunToResume() {
        String message = mistake("train", "--run", workspace.path("run"), "--resume");
        assertTrue(message.startsWith("The run in run is finished\n"), message);
    }

    @Test
    void noRunToResume() {
        String message = mistake("train", "--run", workspace.path("none"), "--resume");
        assertTrue(message.startsWith("No such folder: none\n"), message);
        assertEquals("""
                Missing --run
                  fix  name the folder of the run that is to go on: --run DIR --resume
                """, mistake("train", "--resume"));
    }

    @Test
    void noConfiguration() {
        assertEquals("""
                Missing CONFIG
                  fix  name a configuration
                """, mistake("train"));
    }

    @Test
    void symbolThatIsNotInTheVocabulary() {
        String score = mistake("score", workspace.path("run"), "--text", "saXrus");
        assertTrue(score.startsWith("Symbol 'X' is not in the vocabulary\n"), score);
        String sample = mistake("sample", workspace.path("run"), "--prefix", "é");
        assertTrue(sample.startsWith("Symbol 'é' is not in the vocabulary\n"), sample);
        workspace.write("foreign.txt", "tano\nsau rus\n");
        String evaluate = mistake("evaluate", workspace.path("run"), "--data", workspace.path("foreign.txt"));
        assertTrue(evaluate.startsWith("Symbol ' ' is not in the vocabulary (foreign.txt:2)\n"), evaluate);
    }

    @Test
    void missingModel() {
        String message = mistake("sample", workspace.path("none"));
        assertTrue(message.startsWith("No such model: none\n"), message);
    }

    @Test
    void truncatedModel() throws IOException {
        byte[] whole = Files.readAllBytes(folder.resolve("run/model.safetensors"));
        for (int length : new int[] {0, 4, 100, whole.length - 1}) {
            Files.write(folder.resolve("cut.safetensors"), Arrays.copyOf(whole, length));
            assertTrue(mistake("sample", workspace.path("cut.safetensors")).contains("cut.safetensors"));
        }
    }

    @Test
    void foreignModel() {
        workspace.write("foreign.bin", "not a model at all, but a text of some length");
        assertTrue(mistake("describe", workspace.path("foreign.bin")).contains("foreign.bin"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--temperature=-1", "--top-k=0", "--top-p=1.5", "--count=0", "--max-length=0", "--beam=0"})
    void decodingOptionOutOfRange(String option) {
        String message = mistake("sample", workspace.path("run"), option);
        assertTrue(message.startsWith("Out of range: "), message);
    }

    @Test
    void greedyAndBeam() {
        assertEquals("""
                Both --greedy and --beam
                  fix  give one of them; a beam of 1 is greedy
                """, mistake("sample", workspace.path("run"), "--greedy", "--beam", "3"));
    }

    @Test
    void numberThatIsNone() {
        String message = mistake("sample", workspace.path("run"), "--count", "many");
        assertTrue(message.startsWith("Invalid value for option '--count'"), message);
        assertTrue(message.endsWith("  fix  see rnn sample --help\n"), message);
    }

    @Test
    void modelWithoutItsData() throws IOException {
        Path other = Files.createDirectories(folder.resolve("moved/away"));
        Files.copy(folder.resolve("run/model.safetensors"), other.resolve("model.safetensors"));
        String message = mistake("evaluate", other.toString());
        assertTrue(message.startsWith("No such file: "), message);
    }
}
