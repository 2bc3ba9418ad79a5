package org.rnn4j.examples;

import java.util.List;
import java.util.Map;
import org.rnn4j.attention.AttentionCell;
import org.rnn4j.attention.Score;
import org.rnn4j.cells.gru.GruCell;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.Tensor;
import org.rnn4j.core.network.Network;
import org.rnn4j.core.network.Session;
import org.rnn4j.core.network.SessionState;

/** Lets a network read a source, and answer it step by step. */
public final class AnswerInJava {
    private AnswerInJava() {}

    /** Runs it, without training, on a few numbers. */
    public static void main(String[] args) {
        System.out.println(run() ? "the same" : "different");
    }

    static boolean run() {
        Network network = Network.builder()
                .vectorInput(2)
                .vectorSource("source", 3)
                .layer((flow, x) -> flow.withMemory("memory", flow.scan(GruCell.of(8), flow.source("source")))
                        .scan(
                                "decoder",
                                AttentionCell.of(GruCell.of(8), Score.ADDITIVE).withCoverage(true),
                                Map.of(),
                                List.of(x))
                        .output())
                .build();

        Tensor read = Tensor.of(new float[] {1, 0, 0, 0, 1, 0}, 2, 1, 3); // two steps of one example
        Session session = network.newSession(Map.of("source", new Batch.Source(read, new int[] {2})));
        float[] y = new float[network.outputSize()];
        session.step(new float[] {0.5f, -1}, y); // the source is not read again

        SessionState state = session.state(); // with what was made of the source
        Session continued = network.newSession(state);

        float[] z = new float[y.length];
        session.step(new float[] {0.1f, 0.3f}, y);
        continued.step(new float[] {0.1f, 0.3f}, z);
        return java.util.Arrays.equals(y, z);
    }
}
