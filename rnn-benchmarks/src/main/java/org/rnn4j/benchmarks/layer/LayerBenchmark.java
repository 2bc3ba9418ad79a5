package org.rnn4j.benchmarks.layer;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.rnn4j.cli.bench.BenchRow;
import org.rnn4j.cli.bench.Cells;
import org.rnn4j.cli.bench.Subject;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.train.Components;

/** A row of {@code rnn bench}, each in processes of its own. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 2, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class LayerBenchmark {
    /** Type of the cell. */
    @Param({"lstm", "gru", "elman", "ownLstm"})
    public String cell = "lstm";

    /** Name of the row. */
    @Param({"names", "small", "charrnn", "single"})
    public String row = "names";

    /** Threads that work. */
    @Param("1")
    public int threads = 1;

    private Subject subject = subject();
    private Batch batch = batch();

    /** Makes the network and a batch. */
    @Setup
    public void prepare() {
        subject = subject();
        batch = batch();
    }

    private Subject subject() {
        return Subject.of(new Cells(Components.registry()).of(cell, sizes().hiddenSize()), sizes(), threads);
    }

    private Batch batch() {
        return Batch.of(Subject.vectors(sizes()));
    }

    private BenchRow sizes() {
        return BenchRow.usual().stream()
                .filter(r -> r.name().equals(row))
                .findFirst()
                .orElseThrow();
    }

    /** Forward and backward. */
    @Benchmark
    public void train() {
        subject.train(batch);
    }

    /** Forward without gradients. */
    @Benchmark
    public void infer() {
        subject.infer(batch);
    }
}
