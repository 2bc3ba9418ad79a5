package org.rnn4j.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.rnn4j.api.ConfigException;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.core.data.DataPart;
import org.rnn4j.core.data.Dataset;
import org.rnn4j.core.io.TrainedModel;
import org.rnn4j.core.train.Evaluator;
import org.rnn4j.core.train.Experiment;
import org.rnn4j.core.train.Judgement;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rnn evaluate}. */
@Command(
        name = "evaluate",
        description =
                "Judge a model: by a file of the kind that it was trained with, or by the part of its data that was kept"
                        + " for a test, else for validation.")
final class EvaluateCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "MODEL", description = "The folder of a run, or a model file.")
    private Path model = Path.of("");

    @Option(names = "--data", paramLabel = "FILE", description = "The data to judge it by.")
    private Optional<Path> data = Optional.empty();

    @Option(names = "--json", description = "Write JSON.")
    private boolean json;

    EvaluateCommand(Console console) {
        this.console = console;
    }

    /** What a model is judged by. */
    private record Judge(String name, DataPart part) {}

    @Override
    public Integer call() {
        TrainedModel trained = Models.read(model);
        Experiment experiment = trained.experiment();
        Judge judge = judge(trained);
        Judgement judgement = Evaluator.of(
                        trained.network(),
                        trained.loss(),
                        experiment.feeding(),
                        experiment.metrics(trained.encoding()),
                        experiment.threads())
                .judge(judge.part());
        console.line(json ? json(judge, judgement) : table(judge, judgement));
        return Cli.OK;
    }

    private Judge judge(TrainedModel trained) {
        Experiment experiment = trained.experiment();
        if (data.isPresent()) {
            return new Judge(data.get().toString(), experiment.data().readWhole(data.get(), trained.encoding()));
        }
        Dataset dataset = experiment.data().read(experiment.seed(), Optional.of(trained.encoding()));
        return dataset.test()
                .map(part -> new Judge("test part of its data", part))
                .or(() -> dataset.validation().map(part -> new Judge("validation part of its data", part)))
                .orElseThrow(() -> new ConfigException(ErrorMessage.of("Nothing to judge the model by")
                        .fact("reason", "all of its data was used for training")
                        .fix("name a file with --data")
                        .toString()));
    }

    private static String json(Judge judge, Judgement judgement) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("data", judge.name());
        result.put("sequences", judge.part().examples());
        result.put("steps", judge.part().steps());
        result.put("values", judgement.values());
        if (!judgement.parts().isEmpty()) result.put("parts", judgement.parts());
        return Json.text(result);
    }

    private static String table(Judge judge, Judgement judgement) {
        Table table = Table.facts()
                .row("data", judge.name())
                .row(
                        "size",
                        Units.count(judge.part().examples(), "sequence") + ", "
                                + Units.count(judge.part().steps(), "step"));
        judgement.values().forEach((name, value) -> table.row(name, Units.number(value, 4)));
        StringBuilder text = new StringBuilder(table.toString());
        judgement.parts().forEach((name, parts) -> {
            if (judgement.tables().containsKey(name)) return;
            Table more = Table.facts();
            parts.forEach((part, value) -> more.row(part, Units.number(value, 4)));
            text.append("\n\n")
                    .append(name)
                    .append('\n')
                    .append(more.toString().indent(2).stripTrailing());
        });
        judgement
                .tables()
                .forEach((name, matrix) -> text.append("\n\n")
                        .append(name)
                        .append('\n')
                        .append(matrix.indent(2).stripTrailing()));
        return text.toString();
    }
}
