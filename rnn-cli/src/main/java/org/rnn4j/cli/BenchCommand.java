package org.rnn4j.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.rnn4j.cli.bench.BenchRow;
import org.rnn4j.cli.bench.Benchmark;
import org.rnn4j.cli.bench.Benchmarks;
import org.rnn4j.cli.bench.Cells;
import org.rnn4j.cli.bench.Measurement;
import org.rnn4j.cli.bench.Stopwatch;
import org.rnn4j.cli.bench.TextJob;
import org.rnn4j.core.kernel.KernelLookup;
import org.rnn4j.core.train.Components;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code rnn bench}. */
@Command(
        name = "bench",
        description = "Measure how fast cells train and predict here, as a table or as lines of JSON.",
        footer = {
            "",
            "Modes:",
            "  train       forward, and backward from the sum of all outputs to the input and all weights",
            "  infer       forward without gradients",
            "  lengths     train with lengths spread over 1 to T, beside the full batch",
            "  memory      train: bytes allocated a step and held on the heap, beside what must be held",
            "  pairs       train, in turn with the built-in lstm: the median of the ratios",
            "  recompute   train on 10,000 steps and keep little for the backward pass: bytes held, and time",
            "  stream      one step of a session for one example, sizes 256 and 512",
            "  vocabulary  train on words from vocabularies of 5,000 and 50,000, without an output layer",
            "",
            "GFLOP count the matrix products: 2 T B for each number of a matrix, three times that in training."
        })
final class BenchCommand implements Callable<Integer> {
    private static final org.rnn4j.api.Option<Double> SECONDS =
            org.rnn4j.api.Option.number("--seconds", "of measuring").above(0);
    private static final org.rnn4j.api.Option<Integer> THREADS =
            org.rnn4j.api.Option.integer("--threads", "that work").atLeast(1);
    private static final double ROW_SECONDS = 1.5;
    private static final double JOB_SECONDS = 30;

    private final Console console;

    @Option(
            names = "--rows",
            paramLabel = "FILE",
            description = "Sizes to measure (default: seven that come with RNN4J).")
    private Optional<Path> rows = Optional.empty();

    @Option(
            names = "--cells",
            split = ",",
            paramLabel = "TYPE",
            description = "Cells to measure, any that has a hiddenSize (default: ${DEFAULT-VALUE}).")
    private List<String> cells = List.of("lstm", "gru", "elman", "ownLstm");

    @Option(
            names = "--modes",
            split = ",",
            paramLabel = "MODE",
            description = "What to measure of them (default: ${DEFAULT-VALUE}).")
    private List<String> modes = List.of("train", "infer");

    @Option(
            names = "--seconds",
            paramLabel = "X",
            description = "Measure each for X seconds after its warm-up (default: 1.5); of a job, all its training"
                    + " (default: 30).")
    private Optional<Double> seconds = Optional.empty();

    @Option(names = "--threads", paramLabel = "N", description = "Threads that work (default: all processors).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--json", description = "Write a line of JSON for each measurement.")
    private boolean json;

    @Option(
            names = "--job",
            paramLabel = "FILE",
            description = "Instead, train a language model of a text's characters and count them: two cells of 128 (the"
                    + " first of --cells), T = 50, B = 50, Adam 0.002, gradients clipped to norm 5.")
    private Optional<Path> job = Optional.empty();

    @Option(names = "--steps", paramLabel = "N", description = "End the job after N steps, if its time is not over.")
    private Optional<Long> steps = Optional.empty();

    private double rate;

    BenchCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        THREADS.checked(threads);
        seconds.ifPresent(SECONDS::checked);
        Cells found = new Cells(Components.registry());
        if (job.isPresent()) job(found, job.get());
        else rows(found);
        return Cli.OK;
    }

    private void job(Cells found, Path text) {
        OptionalLong most = steps.map(OptionalLong::of).orElse(OptionalLong.empty());
        TextJob.Outcome outcome =
                new TextJob(cells.get(0), seconds.orElse(JOB_SECONDS), most).run(found, text, threads);
        if (json) {
            console.line(outcome.toJson());
            return;
        }
        console.line(Table.facts()
                .row("characters a second", Units.count(Math.round(outcome.charactersPerSecond())))
                .row("in the second half", Units.count(Math.round(outcome.settledCharactersPerSecond())))
                .row("seconds", Units.number(outcome.seconds(), 1))
                .row("steps", Units.count(outcome.steps()))
                .row("loss", Units.number(outcome.loss(), 3) + ", mean of the last 20 steps")
                .toString());
    }

    private void rows(Cells found) {
        List<BenchRow> wanted = rows.map(BenchRow::read).orElseGet(BenchRow::usual);
        List<Benchmark> benchmarks = modes.stream().map(Benchmarks::of).toList();
        // A mistake in a name is to be told now, not in some minutes.
        cells.forEach(cell -> found.of(cell, 1));
        ProductRate.warmUp(KernelLookup.kernels());
        rate = ProductRate.measure(KernelLookup.kernels(), threads);
        Benchmark.Setting setting = new Benchmark.Setting(found, new Stopwatch(seconds.orElse(ROW_SECONDS)), threads);
        if (!json) console.line(line("cell", "mode", "row", "ms", "GFLOP/s", "share", ""));
        for (String cell : cells) {
            for (Benchmark benchmark : benchmarks) {
                for (BenchRow row : benchmark.rows(wanted)) {
                    benchmark.measure(setting, cell, row).forEach(this::show);
                }
            }
        }
        if (!json) footing();
    }

    private void footing() {
        console.line("\nShare of the rate of products alone, " + Units.number(rate / 1e9, 1) + " GFLOP/s on "
                + Units.count(threads, "thread") + "; kernels "
                + KernelLookup.choice().name() + ", Java "
                + System.getProperty("java.version"));
    }

    private void show(Measurement m) {
        // Nothing is faster than products alone: a busy machine had not compiled them yet.
        if (m.gflops() * 1e9 > rate) rate = Math.max(rate, ProductRate.measure(KernelLookup.kernels(), threads));
        double share = m.gflops() * 1e9 / rate;
        if (json) {
            console.line(m.with("share", share).toJson());
        } else {
            console.line(line(
                    m.cell(),
                    m.mode(),
                    m.name(),
                    Units.number(m.medianMillis(), 3),
                    Units.number(m.gflops(), 1),
                    Math.round(100 * share) + " %",
                    m.note()));
        }
        console.out().flush();
    }

    /** A measurement takes seconds, so each line is written at once: the columns cannot wait for the widest. */
    private String line(String cell, String mode, String row, String millis, String gflops, String share, String note) {
        int widest = cells.stream().mapToInt(String::length).max().orElse(0);
        return String.format(
                        Locale.ROOT,
                        "%-" + Math.max(4, widest) + "s  %-10s  %-10s  %10s  %7s  %5s  %s",
                        cell,
                        mode,
                        row,
                        millis,
                        gflops,
                        share,
                        note)
                .stripTrailing();
    }
}
