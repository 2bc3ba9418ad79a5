package org.rnn4j.core.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rnn4j.core.data.Encoding;
import org.rnn4j.core.io.TrainedModel;
import org.rnn4j.core.train.Experiment;
import org.xml.sax.InputSource;

final class HtmlReportTest {
    @TempDir
    Path folder;

    private String report(String... lines) throws IOException {
        Experiment experiment = Runs.experiment(folder);
        Encoding encoding = experiment.data().read(5, Optional.empty()).encoding();
        List<JsonNode> nodes = new ArrayList<>();
        for (String line : lines) nodes.add(new ObjectMapper().readTree(line));
        return HtmlReport.of(
                new TrainedModel(experiment, encoding, experiment.network(encoding)), nodes, Map.of("loss", 1.5));
    }

    private static String line(int epoch, double loss) {
        return "{\"epoch\":%d,\"updates\":%d,\"learningRate\":0.01,\"seconds\":0.5,\"training\":{\"loss\":%s},"
                        .formatted(epoch, 10 * epoch, loss)
                + "\"validation\":{\"loss\":%s},\"best\":true,\"samples\":[\"<b>&\",\"bob\"]}".formatted(loss + 1);
    }

    @Test
    void isWholeAndWellFormed() throws Exception {
        String html = report(line(1, 3), line(2, 2.5), line(3, 2));
        String body = html.substring(html.indexOf("<body>"), html.indexOf("</html>"));
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(body)));
        assertTrue(html.contains("<polyline class=\"training\" points=\"70.0,"), html);
        assertTrue(html.contains("<polyline class=\"validation\""));
        assertTrue(html.contains("&lt;b&gt;&amp;, bob"));
        assertTrue(html.contains("<p>Test: loss 1.500</p>"));
        assertTrue(html.contains("&quot;hiddenSize&quot;: 3"));
        assertFalse(html.contains("http"), "needs something from elsewhere");
    }

    @Test
    void aRunWithoutEpochsHasAReport() throws IOException {
        assertTrue(report().contains("<h2>Epochs</h2>"));
    }

    @Test
    void curvesFillTheirFrame() throws IOException {
        String svg = Curves.svg(
                List.of(
                        new ObjectMapper().readTree("{\"epoch\":1,\"training\":{\"loss\":2}}"),
                        new ObjectMapper().readTree("{\"epoch\":3,\"training\":{\"loss\":1}}"),
                        new ObjectMapper().readTree("{\"epoch\":4,\"training\":{\"loss\":null}}")),
                "loss");
        assertTrue(svg.contains("points=\"70.0,15.0 785.0,250.0\""), svg);
    }

    @Test
    void aValueThatNeverChangesIsDrawn() throws IOException {
        String svg =
                Curves.svg(List.of(new ObjectMapper().readTree("{\"epoch\":1,\"training\":{\"loss\":2}}")), "loss");
        assertFalse(svg.contains("NaN"), svg);
    }

    @Test
    void longTextsAreParagraphs() {
        assertEquals("    one, (empty)", SampleText.of(List.of("one", "")));
        String sentence = "a sentence that is longer than what stands beside others";
        assertEquals("    " + sentence + "\n    (empty)", SampleText.of(List.of(sentence, "")));
        assertEquals("    a\n    b\n    --\n    c", SampleText.of(List.of("a\nb\n", "c")));
    }
}
