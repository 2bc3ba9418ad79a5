package org.rnn4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

final class InspectCommandTest {
    @TempDir
    static Path folder;

    private static Workspace workspace;

    @BeforeAll
    static void train() {
        workspace = new Workspace(folder).trained();
    }

    private static String result(String... args) {
        Run run = Run.of(args);
        assertEquals(Cli.OK, run.code(), run.err());
        assertEquals("", run.err());
        return run.out();
    }

    @Test
    void modelsAndFirstWeightsAreLookedAt() {
        String trained = result("inspect", workspace.path("run"));
        String first = result("inspect", workspace.path("config.json"));
        for (String text : new String[] {trained, first}) {
            assertTrue(text.contains("layers.0.cell.h ") && text.contains("layers.0.cell.z "), text);
            assertTrue(text.contains("× "), text);
        }
        assertFalse(trained.equals(first));
    }

    @Test
    void onePartIsShownAlone() {
        String gradients = result("inspect", workspace.path("run"), "--gradients");
        assertTrue(gradients.contains("layers.0.cell.h") && !gradients.contains("below 0.1"), gradients);
        String gates = result("inspect", workspace.path("run"), "--gates");
        assertTrue(!gates.contains("distance") && gates.contains("below 0.1"), gates);
    }

    @Test
    void stepsBoundTheDistance() throws Exception {
        JsonNode few = new ObjectMapper()
                .readTree(result("inspect", workspace.path("run"), "--steps", "3", "--examples", "2", "--json"));
        assertEquals(4, few.path("gradients").get(0).path("norms").size());
        assertTrue(few.path("gradients").get(0).path("norms").get(0).isNull());
        assertEquals(
                "layers.0.cell.h", few.path("gradients").get(0).path("name").textValue());
        assertEquals(
                2,
                few.path("values").findValuesAsText("gate").stream()
                        .filter("true"::equals)
                        .count());
    }

    @Test
    void thePictureIsADrawing() throws Exception {
        result("inspect", workspace.path("run"), "--picture", workspace.path("reach.svg"));
        byte[] bytes = workspace.read("reach.svg").getBytes(StandardCharsets.UTF_8);
        Document drawing =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
        assertTrue(drawing.getElementsByTagName("polyline").getLength() >= 2);
        assertTrue(workspace.read("reach.svg").contains("layers.0.cell.r"));
        assertFalse(workspace.read("reach.svg").contains("NaN"));
    }

    @Test
    void thePictureIsPngIfItsNameSaysSo() throws Exception {
        Path picture = Path.of(workspace.path("reach.PNG"));
        result("inspect", workspace.path("run"), "--picture", picture.toString());
        assertEquals(1800, ImageIO.read(picture.toFile()).getWidth());
    }

    @Test
    void aPictureOfAnotherFormatIsRefusedBeforeAnythingElse() {
        for (List<String> command : List.of(
                List.of("inspect", "no-such-run", "--picture", "reach.jpg"),
                List.of("attention", "no-such-run", "--source", "a", "--picture", "reach.jpg"))) {
            Run run = Run.of(command.toArray(String[]::new));
            assertEquals(2, run.code());
            assertTrue(run.err().contains("""
                    A picture is SVG or PNG, and its file's name says which
                      file     reach.jpg
                      endings  .svg, .png
                      fix      give the name one of these endings"""), run.err());
        }
    }
}
