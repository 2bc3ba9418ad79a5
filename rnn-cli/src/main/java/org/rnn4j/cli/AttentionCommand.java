package org.rnn4j.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.rnn4j.api.ConfigException;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.cli.picture.PictureFile;
import org.rnn4j.core.decode.Attention;
import org.rnn4j.core.decode.Translator;
import org.rnn4j.core.io.TrainedModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rnn attention}. */
@Command(
        name = "attention",
        description = "Show to which symbols of a source a model looks while it answers: percentages, or a picture.")
final class AttentionCommand implements Callable<Integer> {
    private static final int PERCENT = 100;

    private final Console console;

    @Parameters(paramLabel = "MODEL", description = "The folder of a run, or a model file.")
    private Path model = Path.of("");

    @Option(names = "--source", required = true, paramLabel = "TEXT", description = "What to answer.")
    private String source = "";

    @Option(names = "--answer", paramLabel = "TEXT", description = "The answer; the model's own if absent.")
    private Optional<String> answer = Optional.empty();

    @Option(
            names = "--value",
            paramLabel = "NAME",
            description = "The weights to show, where a model has several; the first ones if absent.")
    private Optional<String> value = Optional.empty();

    @Option(
            names = "--picture",
            paramLabel = "FILE",
            description = "Draw it as well, into a file that ends in .svg or .png.")
    private Optional<Path> picture = Optional.empty();

    @Option(names = "--json", description = "Write JSON.")
    private boolean json;

    AttentionCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Optional<PictureFile> drawn = picture.map(PictureFile::of);
        TrainedModel trained = Models.read(model);
        Translator translator = Translator.of(trained.network(), trained.encoding());
        List<String> names = translator.attentions();
        if (names.isEmpty()) {
            throw new ConfigException(ErrorMessage.of("The model does not attend to its source")
                    .fix("train one whose decoder has a cell of type attention")
                    .toString());
        }
        String text = answer.orElseGet(() -> translator.translate(source));
        Attention attention = translator.attention(source, text, value.orElse(names.get(0)));
        drawn.ifPresent(file -> file.write(AttentionPicture.of(attention)));
        console.line(json ? json(text, attention) : table(attention));
        return Cli.OK;
    }

    private String json(String text, Attention attention) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("source", source);
        result.put("answer", text);
        result.put("weights", attention.weights());
        return Json.text(result);
    }

    private static String table(Attention attention) {
        String[] heading = new String[attention.source().size() + 1];
        heading[0] = "%";
        for (int s = 1; s < heading.length; s++) heading[s] = attention.source().get(s - 1) + ">";
        Table table = Table.of(heading);
        for (int t = 0; t < attention.answer().size(); t++) {
            String[] row = new String[heading.length];
            row[0] = attention.answer().get(t);
            for (int s = 1; s < row.length; s++) {
                long percent = Math.round(PERCENT * attention.weights()[t][s - 1]);
                row[s] = percent == 0 ? "" : Long.toString(percent);
            }
            table.row((Object[]) row);
        }
        return table.toString();
    }
}
