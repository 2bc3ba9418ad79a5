package org.rnn4j.cli;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.rnn4j.core.data.Dataset;
import org.rnn4j.core.data.Encoding;
import org.rnn4j.core.data.Feeding;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.network.GradientCheck;
import org.rnn4j.core.network.GradientReport;
import org.rnn4j.core.network.Network;
import org.rnn4j.core.train.Experiment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code rnn check}. */
@Command(
        name = "check",
        description = "Compare the gradients of a configuration's very model with finite differences, in float64.")
final class CheckCommand implements Callable<Integer> {
    /** Quotients are exact to about 1e-9; a wrong gradient is wrong in the first digits. */
    private static final double TOLERANCE = 1e-6;

    private static final int EXAMPLES = 3;
    private static final int STEPS = 12;
    private static final org.rnn4j.api.Option<Integer> ELEMENTS = org.rnn4j.api.Option.integer(
                    "--elements", "elements of each parameter")
            .atLeast(1);

    private final Console console;

    @Mixin
    private ConfigArgument config = new ConfigArgument();

    @Option(
            names = "--elements",
            paramLabel = "N",
            description = "Compare at most N elements of each parameter, evenly spread (default: ${DEFAULT-VALUE}).")
    private int elements = 20;

    CheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        ELEMENTS.checked(elements);
        Experiment experiment = config.experiment();
        Dataset data = ConfigArgument.data(experiment);
        Network network = experiment.network(data.encoding());
        Batch batch = batch(data, experiment.seed());
        GradientReport report = GradientCheck.of(network, batch)
                .withLoss(experiment.loss(data.encoding()))
                .withDropout(experiment.seed(), 1)
                .withLimit(elements)
                .run();
        return verdict(report, batch);
    }

    private static Batch batch(Dataset data, long seed) {
        Encoding encoding = data.encoding();
        boolean cut = encoding.targetPerStep() && encoding.source().isEmpty();
        OptionalInt steps = cut ? OptionalInt.of(STEPS) : OptionalInt.empty();
        return data.training()
                .epoch(new Feeding(EXAMPLES, steps, seed), 0)
                .segment(0)
                .batch();
    }

    private int verdict(GradientReport report, Batch batch) {
        console.line("Gradients of the summed loss of " + Units.count(batch.batchSize(), "example") + " and "
                + Units.count(batch.steps(), "step") + " in all, against central differences in float64");
        console.line("At most " + Units.count(elements, "element") + " of each parameter; tolerance "
                + scientific(TOLERANCE) + " of the larger of both\n");
        Table table = Table.of("parameter", "compared>", "of>", "largest error>", "gradient>", "difference>", "");
        for (GradientReport.Entry e : report.entries()) {
            table.row(
                    e.name(),
                    Units.count(e.compared()),
                    Units.count(e.elements()),
                    scientific(e.worstError()),
                    scientific(e.gradient()),
                    scientific(e.quotient()),
                    passes(e.worstError()) ? "ok" : "WRONG");
        }
        console.line(table.toString());
        long wrong =
                report.entries().stream().filter(e -> !passes(e.worstError())).count();
        console.line(
                wrong == 0
                        ? "\nThe gradients are right: " + Units.count(report.compared(), "element") + " compared."
                        : "\nThe gradients of " + Units.count(wrong, "parameter") + " are wrong.");
        return wrong == 0 ? Cli.OK : Cli.FAILED;
    }

    /** False for NaN. */
    private static boolean passes(double error) {
        return error <= TOLERANCE;
    }

    private static String scientific(double number) {
        return String.format(Locale.ROOT, "%.1e", number);
    }
}
