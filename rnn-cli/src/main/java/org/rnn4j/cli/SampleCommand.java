package org.rnn4j.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.rnn4j.core.decode.Decoded;
import org.rnn4j.core.decode.TextDecoder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rnn sample}. */
@Command(
        name = "sample",
        description = "Invent texts with a language model, one on a line; -- stands between texts of several lines.")
final class SampleCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "MODEL", description = "The folder of a run, or a model file.")
    private Path model = Path.of("");

    @Option(
            names = "--source",
            paramLabel = "TEXT",
            description = "What to answer, for a model that answers sources, such as a translator.")
    private Optional<String> source = Optional.empty();

    @Option(names = "--json", description = "Write JSON, with log probability and score of each text.")
    private boolean json;

    @Mixin
    private DecodingOptions options = new DecodingOptions();

    SampleCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        TextDecoder decoder = Models.decoder(Models.read(model), source);
        if (json) {
            console.line(Json.text(options.decoded(decoder).stream()
                    .map(decoded -> fields(decoder, decoded))
                    .toList()));
            return Cli.OK;
        }
        List<String> texts = options.texts(decoder);
        boolean lines = texts.stream().anyMatch(text -> text.contains("\n"));
        console.line(String.join(lines ? "\n--\n" : "\n", texts));
        return Cli.OK;
    }

    private static Map<String, Object> fields(TextDecoder decoder, Decoded decoded) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("text", decoder.text(decoded));
        fields.put("logProbability", decoded.logProbability());
        fields.put("score", decoded.score());
        fields.put("ended", decoded.ended());
        return fields;
    }
}
