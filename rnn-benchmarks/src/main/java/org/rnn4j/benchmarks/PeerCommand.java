package org.rnn4j.benchmarks;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.rnn4j.cli.bench.BenchRow;
import org.rnn4j.cli.bench.Benchmarks;
import org.rnn4j.cli.bench.Measurement;
import org.rnn4j.cli.bench.Stopwatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs another library on the rows of {@code rnn bench}; options and lines are the same. */
@Command(name = "peer", mixinStandardHelpOptions = true)
public final class PeerCommand implements Callable<Integer> {
    private static final Map<String, Integer> GATES = Map.of("lstm", 4, "gru", 3, "elman", 1);

    private final Peer peer;

    @Option(names = "--rows", description = "Sizes to measure.")
    private Optional<Path> rows = Optional.empty();

    @Option(names = "--cells", split = ",", description = "Cells to measure (default: ${DEFAULT-VALUE}).")
    private List<String> cells = List.of("lstm", "gru", "elman");

    @Option(names = "--modes", split = ",", description = "train, infer, stream (default: ${DEFAULT-VALUE}).")
    private List<String> modes = List.of("train", "infer");

    @Option(names = "--seconds", description = "Seconds to measure after the warm-up (default: ${DEFAULT-VALUE}).")
    private double seconds = 1.5;

    @Option(names = "--threads", description = "Threads that work (default: all processors).")
    private int threads = Runtime.getRuntime().availableProcessors();

    private PeerCommand(Peer peer) {
        this.peer = peer;
    }

    /** Runs a library and ends the process. */
    public static void main(Peer peer, String... args) {
        System.exit(new CommandLine(new PeerCommand(peer)).execute(args));
    }

    @Override
    public Integer call() {
        List<BenchRow> wanted = rows.map(BenchRow::read).orElseGet(BenchRow::usual);
        for (String cell : cells) {
            for (String mode : modes) {
                for (BenchRow row : Benchmarks.of(mode).rows(wanted)) measure(cell, mode, row);
            }
        }
        return 0;
    }

    private void measure(String cell, String mode, BenchRow row) {
        Optional<Runnable> work = peer.prepare(cell, mode, row, mode.equals("stream") ? 1 : threads);
        if (work.isEmpty()) return;
        double run = new Stopwatch(seconds).measure(work.get()).seconds();
        double flops = flops(row, GATES.getOrDefault(cell, 0)) * (mode.equals("train") ? 3 : 1);
        System.out.println(
                new Measurement(peer.engine(), cell, mode, row.name(), run * 1e3, flops / run / 1e9, Map.of(), "")
                        .toJson());
    }

    /** Operations of the matrix products of a forward run. */
    static double flops(BenchRow row, int gates) {
        double columns = row.inputSize() + row.hiddenSize() + (row.layers() - 1) * 2.0 * row.hiddenSize();
        return 2.0 * row.steps() * gates * row.hiddenSize() * columns;
    }
}
