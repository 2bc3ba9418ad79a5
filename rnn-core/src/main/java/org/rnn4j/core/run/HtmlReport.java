package org.rnn4j.core.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.html.HtmlEscapers;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.rnn4j.core.io.TrainedModel;

/** What a run brought as one page that needs nothing else: curves, numbers, texts, settings. */
final class HtmlReport {
    private static final int MOST_SAMPLED_EPOCHS = 12;

    private final TrainedModel model;
    private final List<JsonNode> lines;

    private HtmlReport(TrainedModel model, List<JsonNode> lines) {
        this.model = model;
        this.lines = lines;
    }

    /**
     * The page.
     *
     * @param lines of the metrics log
     * @param test values on the test part by name
     */
    static String of(TrainedModel model, List<JsonNode> lines, Map<String, Double> test) {
        return new HtmlReport(model, lines).page(test);
    }

    private String page(Map<String, Double> test) {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>RNN4J training report</title>
                <style>
                body { font: 15px/1.5 system-ui, sans-serif; max-width: 860px; margin: 2em auto; padding: 0 1em; color: #222; }
                table { border-collapse: collapse; } td, th { padding: 2px 14px 2px 0; text-align: right; }
                td:first-child, th:first-child { text-align: left; } th { border-bottom: 1px solid #999; }
                pre { background: #f4f4f4; padding: 1em; overflow-x: auto; } figure { margin: 1em 0; }
                svg { width: 100%%; height: auto; } .training { stroke: #0072b2; } .validation { stroke: #d55e00; }
                text.training { fill: #0072b2; stroke: none; } text.validation { fill: #d55e00; stroke: none; }
                </style>
                </head>
                <body>
                <h1>Training report</h1>
                %s
                %s
                <h2>Epochs</h2>
                %s
                %s
                <h2>Network</h2>
                <pre>%s</pre>
                <h2>Configuration</h2>
                <pre>%s</pre>
                </body>
                </html>
                """.formatted(
                        test.isEmpty() ? "" : "<p>Test: " + values(test) + "</p>",
                        curves(),
                        table(),
                        texts(),
                        escape(model.network().describe()),
                        escape(model.experiment().resolved().toJson()));
    }

    private static String values(Map<String, Double> values) {
        return values.entrySet().stream()
                .map(e -> escape(e.getKey()) + " " + number(e.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** One figure for each metric. */
    private String curves() {
        StringBuilder figures = new StringBuilder();
        for (String name : names()) {
            figures.append("<figure><figcaption>").append(escape(name)).append("</figcaption>\n");
            figures.append(Curves.svg(lines, name)).append("</figure>\n");
        }
        return figures.toString();
    }

    private Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        for (JsonNode line : lines) line.path("training").fieldNames().forEachRemaining(names::add);
        return names;
    }

    private String table() {
        Set<String> names = names();
        StringBuilder table = new StringBuilder("<table>\n<tr><th>epoch</th><th>updates</th><th>learning rate</th>");
        for (String part : List.of("training", "validation")) {
            for (String name : names)
                table.append("<th>")
                        .append(part)
                        .append("<br/>")
                        .append(escape(name))
                        .append("</th>");
        }
        table.append("<th>seconds</th></tr>\n");
        for (JsonNode line : lines) {
            List<String> cells = new ArrayList<>();
            cells.add(line.path("epoch").asText() + (line.path("best").asBoolean() ? " best" : ""));
            cells.add(line.path("updates").asText());
            cells.add(number(line.path("learningRate").asDouble()));
            for (String part : List.of("training", "validation")) {
                for (String name : names)
                    cells.add(number(line.path(part).path(name).asDouble(Double.NaN)));
            }
            cells.add(line.path("seconds").asText());
            table.append("<tr><td>").append(String.join("</td><td>", cells)).append("</td></tr>\n");
        }
        return table.append("</table>").toString();
    }

    /** The texts of some epochs, evenly spread, the last one included. */
    private String texts() {
        List<JsonNode> sampled =
                lines.stream().filter(line -> line.has("samples")).toList();
        if (sampled.isEmpty()) return "";
        StringBuilder html = new StringBuilder("<h2>Texts</h2>\n");
        int shown = Math.min(MOST_SAMPLED_EPOCHS, sampled.size());
        for (int i = 1; i <= shown; i++) {
            JsonNode line = sampled.get((int) ((long) i * sampled.size() / shown) - 1);
            List<String> texts = new ArrayList<>();
            line.path("samples").forEach(text -> texts.add(text.asText()));
            html.append("<p>Epoch ").append(line.path("epoch").asText()).append("</p>\n<pre>");
            html.append(escape(SampleText.of(texts))).append("</pre>\n");
        }
        return html.toString();
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.4g", value);
    }

    private static String escape(String text) {
        return HtmlEscapers.htmlEscaper().escape(text);
    }
}
