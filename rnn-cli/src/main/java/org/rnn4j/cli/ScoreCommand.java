package org.rnn4j.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.rnn4j.core.decode.TextDecoder.Scored;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rnn score}. */
@Command(
        name = "score",
        description = "How probable a text is: the natural logarithm of the probability of each symbol, and of all.")
final class ScoreCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "MODEL", description = "The folder of a run, or a model file.")
    private Path model = Path.of("");

    @Option(names = "--text", required = true, paramLabel = "TEXT", description = "The text.")
    private String text = "";

    @Option(
            names = "--source",
            paramLabel = "TEXT",
            description = "What the text answers, for a model that answers sources, such as a translator.")
    private Optional<String> source = Optional.empty();

    @Option(names = "--json", description = "Write JSON.")
    private boolean json;

    ScoreCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<Scored> scored = Models.decoder(Models.read(model), source).score(text);
        double sum = scored.stream().mapToDouble(Scored::logProbability).sum();
        console.line(json ? json(scored, sum) : table(scored, sum));
        return Cli.OK;
    }

    private String json(List<Scored> scored, double sum) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("text", text);
        result.put("logProbability", sum);
        result.put("symbols", scored);
        return Json.text(result);
    }

    private static String table(List<Scored> scored, double sum) {
        Table table = Table.of("symbol", "log P>", "P>");
        for (Scored each : scored)
            table.row(visible(each.symbol()), log(each.logProbability()), percent(each.logProbability()));
        table.row("in all", log(sum), percent(sum));
        if (!scored.isEmpty()) table.row("mean", log(sum / scored.size()), percent(sum / scored.size()));
        return table.toString();
    }

    private static String visible(String symbol) {
        return switch (symbol) {
            case "\n" -> "\\n";
            case "\t" -> "\\t";
            case " " -> "(space)";
            default -> symbol;
        };
    }

    private static String log(double logProbability) {
        return Units.number(logProbability, 4);
    }

    private static String percent(double logProbability) {
        return String.format(java.util.Locale.ROOT, "%.3g %%", 100 * Math.exp(logProbability));
    }
}
