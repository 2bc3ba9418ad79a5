package org.rnn4j.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.rnn4j.cli.picture.PictureFile;
import org.rnn4j.core.data.Dataset;
import org.rnn4j.core.data.Feeding;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.io.TrainedModel;
import org.rnn4j.core.network.GradientReach;
import org.rnn4j.core.network.GradientReach.Curve;
import org.rnn4j.core.network.NamedValues;
import org.rnn4j.core.network.NamedValues.Seen;
import org.rnn4j.core.network.Network;
import org.rnn4j.core.train.Experiment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rnn inspect}. */
@Command(
        name = "inspect",
        description =
                "Look into a model, or into one with its first weights: how far back in time gradients reach, and how"
                        + " much of each gate is shut or open.",
        footer = {
            "",
            "The gradient is that of the loss at each example's last step, with respect to the states and the input so many",
            "steps before; 'a step' is by what its norm is multiplied at each further step."
        })
final class InspectCommand implements Callable<Integer> {
    private static final org.rnn4j.api.Option<Integer> STEPS =
            org.rnn4j.api.Option.integer("--steps", "most steps of a sequence").atLeast(2);
    private static final org.rnn4j.api.Option<Integer> EXAMPLES =
            org.rnn4j.api.Option.integer("--examples", "sequences to look at").atLeast(1);

    private final Console console;

    @Parameters(
            paramLabel = "CONFIG|MODEL",
            description = "A configuration (a file whose name ends in .json), the folder of a run, or a model file.")
    private Path path = Path.of("");

    @Option(names = "--gradients", description = "Show gradients only.")
    private boolean gradientsOnly;

    @Option(names = "--gates", description = "Show gates and other named values only.")
    private boolean gatesOnly;

    @Option(
            names = "--steps",
            paramLabel = "N",
            description =
                    "Look at the first N steps of longer sequences (default: ${DEFAULT-VALUE}); of models that say"
                            + " something once a sequence, at whole ones.")
    private int steps = 100;

    @Option(
            names = "--examples",
            paramLabel = "N",
            description = "Look at N sequences of the training data (default: ${DEFAULT-VALUE}).")
    private int examples = 8;

    @Option(
            names = "--picture",
            paramLabel = "FILE",
            description = "Draw it as well, into a file that ends in .svg or .png.")
    private Optional<Path> picture = Optional.empty();

    private Optional<PictureFile> drawn = Optional.empty();

    @Option(names = "--json", description = "Write JSON.")
    private boolean json;

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = "Set a value of the configuration, such as training.epochs=3; may be given several times.")
    private List<String> overrides = new ArrayList<>();

    InspectCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        STEPS.checked(steps);
        EXAMPLES.checked(examples);
        drawn = picture.map(PictureFile::of);
        if (path.toString().endsWith(".json") && !Files.isDirectory(path)) {
            Experiment experiment = ConfigArgument.experiment(path, overrides);
            Dataset data = ConfigArgument.data(experiment);
            inspect(experiment, data, experiment.network(data.encoding()));
        } else {
            TrainedModel model = Models.read(path);
            Experiment experiment = model.experiment();
            inspect(
                    experiment,
                    experiment.data().read(experiment.seed(), Optional.of(model.encoding())),
                    model.network());
        }
        return Cli.OK;
    }

    private void inspect(Experiment experiment, Dataset data, Network network) {
        OptionalInt most = data.encoding().targetPerStep() ? OptionalInt.of(steps) : OptionalInt.empty();
        Batch batch = data.training()
                .epoch(new Feeding(examples, most, experiment.seed()), 0)
                .segment(0)
                .batch();
        List<Curve> curves = gatesOnly && !gradientsOnly
                ? List.of()
                : GradientReach.of(network, batch, experiment.loss(data.encoding()));
        List<Seen> seen = gradientsOnly && !gatesOnly ? List.of() : NamedValues.of(network, batch);
        drawn.ifPresent(file -> file.write(
                InspectPicture.of(curves, seen.stream().filter(Seen::isGate).toList())));
        if (json) {
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("gradients", curves.stream().map(InspectCommand::fields).toList());
            result.put("values", seen.stream().map(InspectCommand::fields).toList());
            console.line(Json.text(result));
            return;
        }
        console.line(Units.count(batch.batchSize(), "sequence") + " of " + Units.count(batch.steps(), "step")
                + " in all, " + Units.count(batch.timeSteps()) + " at most\n");
        if (!curves.isEmpty()) console.line(gradients(curves));
        if (!curves.isEmpty() && !seen.isEmpty()) console.line();
        if (!seen.isEmpty()) console.line(values(seen));
    }

    /** JSON has no NaN: what is not known is null. */
    private static Map<String, @Nullable Object> fields(Curve curve) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("name", curve.name());
        fields.put(
                "norms", curve.norms().stream().map(n -> n.isNaN() ? null : n).toArray());
        fields.put("perStep", Double.isNaN(curve.perStep()) ? null : curve.perStep());
        return fields;
    }

    private static Map<String, @Nullable Object> fields(Seen seen) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("name", seen.name());
        fields.put("gate", seen.isGate());
        fields.put("least", seen.least());
        fields.put("mean", seen.mean());
        fields.put("most", seen.most());
        fields.put("below0.1", seen.low());
        fields.put("above0.9", seen.high());
        fields.put("beyond0.9", seen.far());
        return fields;
    }

    /** A row for each state, a column for each of some distances that double. */
    private static String gradients(List<Curve> curves) {
        int longest = curves.stream().mapToInt(c -> c.norms().size() - 1).max().orElse(0);
        List<Integer> distances = new ArrayList<>(List.of(0));
        for (int d = 1; d < longest; d *= 2) distances.add(d);
        if (longest > 0) distances.add(longest);
        List<String> heads = new ArrayList<>(List.of("gradient at a distance of"));
        distances.forEach(d -> heads.add(d + Table.RIGHT));
        heads.add("a step>");
        Table table = Table.of(heads.toArray(new String[0]));
        for (Curve curve : curves) {
            List<Object> row = new ArrayList<>(List.of(curve.name()));
            for (int d : distances) {
                boolean known =
                        d < curve.norms().size() && !curve.norms().get(d).isNaN();
                row.add(known ? String.format(Locale.ROOT, "%.1e", curve.norms().get(d)) : "");
            }
            row.add(Double.isNaN(curve.perStep()) ? "" : "× " + Units.number(curve.perStep(), 3));
            table.row(row.toArray());
        }
        return table.toString();
    }

    private static String values(List<Seen> seen) {
        Table table = Table.of("value", "least>", "mean>", "most>", "below 0.1>", "above 0.9>", "beyond ±0.9>");
        for (Seen each : seen) {
            table.row(
                    each.name(),
                    Units.number(each.least(), 3),
                    Units.number(each.mean(), 3),
                    Units.number(each.most(), 3),
                    each.isGate() ? percent(each.low()) : "",
                    each.isGate() ? percent(each.high()) : "",
                    each.isGate() ? "" : percent(each.far()));
        }
        return table.toString();
    }

    private static String percent(double share) {
        return Units.number(100 * share, 1) + " %";
    }
}
