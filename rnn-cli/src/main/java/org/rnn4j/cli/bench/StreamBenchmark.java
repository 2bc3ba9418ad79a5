package org.rnn4j.cli.bench;

import java.util.List;
import java.util.Locale;
import org.rnn4j.api.Cell;
import org.rnn4j.core.network.Network;
import org.rnn4j.core.network.Session;

/** {@code stream}: one step of a session for one example, as when data arrives number by number; on one thread. */
final class StreamBenchmark implements Benchmark {
    private static final int[] SIZES = {256, 512};
    // A single step is too short for the clock.
    private static final int STEPS = 100;

    @Override
    public String mode() {
        return "stream";
    }

    @Override
    public List<BenchRow> rows(List<BenchRow> wanted) {
        return java.util.Arrays.stream(SIZES)
                .mapToObj(size -> new BenchRow("step" + size, 1, 1, size, size, 1))
                .toList();
    }

    @Override
    public List<Measurement> measure(Setting setting, String type, BenchRow row) {
        Cell cell = setting.cells().of(type, row.hiddenSize());
        Network network = Network.builder()
                .vectorInput(row.inputSize())
                .layer((flow, x) -> flow.scan(cell, x))
                .build();
        Session session = network.newSession();
        double flops = Subject.of(cell, row, 1).flopsPerStep();
        float[] x = Subject.vectors(row).floats();
        float[] y = new float[network.outputSize()];
        Stopwatch.Reading reading = setting.stopwatch().measure(() -> {
            for (int t = 0; t < STEPS; t++) session.step(x, y);
        });
        double seconds = reading.seconds() / STEPS;
        return List.of(Measurement.of(type, mode(), row, seconds, flops)
                .with("nanosPerStep", seconds * 1e9)
                .withNote(String.format(Locale.ROOT, "%,.0f ns a step", seconds * 1e9)));
    }
}
