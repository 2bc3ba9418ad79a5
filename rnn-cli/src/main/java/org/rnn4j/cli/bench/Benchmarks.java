package org.rnn4j.cli.bench;

import java.util.List;
import org.rnn4j.api.ConfigException;
import org.rnn4j.api.ErrorMessage;

/** All ways to measure a cell. */
public final class Benchmarks {
    private static final List<Benchmark> ALL = List.of(
            new TrainBenchmark(),
            new InferBenchmark(),
            new LengthsBenchmark(),
            new MemoryBenchmark(),
            new PairsBenchmark(),
            new RecomputeBenchmark(),
            new StreamBenchmark(),
            new VocabularyBenchmark());

    private Benchmarks() {}

    /** The names of the modes. */
    public static List<String> modes() {
        return ALL.stream().map(Benchmark::mode).toList();
    }

    /**
     * The benchmark of a mode.
     *
     * @throws ConfigException if there is no such mode
     */
    public static Benchmark of(String mode) {
        return ALL.stream()
                .filter(b -> b.mode().equals(mode))
                .findFirst()
                .orElseThrow(() -> new ConfigException(ErrorMessage.of("Unknown mode '" + mode + "'")
                        .choices(mode, modes())
                        .fix("correct --modes")
                        .toString()));
    }
}
