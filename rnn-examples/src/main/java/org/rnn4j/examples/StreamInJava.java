package org.rnn4j.examples;

import java.util.List;
import org.rnn4j.cells.gru.GruCell;
import org.rnn4j.core.engine.Tensor;
import org.rnn4j.core.io.SessionFile;
import org.rnn4j.core.network.Network;
import org.rnn4j.core.network.Session;
import org.rnn4j.core.network.SessionState;

/** Runs a network on data as it arrives, keeps where it stands, and continues. */
public final class StreamInJava {
    private StreamInJava() {}

    /** Runs it, without training, on a few numbers. */
    public static void main(String[] args) {
        System.out.println(run() ? "the same" : "different");
    }

    static boolean run() {
        Network network = Network.builder()
                .vectorInput(2)
                .layer((flow, x) -> flow.scan(GruCell.of(16), x))
                .build();

        Session session = network.newSession();
        float[] y = new float[network.outputSize()];
        session.step(new float[] {0.5f, -1}, y); // once for each x that arrives; allocates nothing once warm
        session.step(new float[] {0.1f, 0.3f}, y);

        byte[] kept = SessionFile.toBytes(session.state()); // or SessionFile.write(path, session.state())
        SessionState state = SessionFile.fromBytes(kept);
        Session continued = network.newSession().restore(state);

        Session other = network.newSession();
        Tensor x = Tensor.of(new float[] {0.2f, 0.2f, 0.9f, -0.4f}, 2, 2); // a row for each session
        Tensor both = Session.stepAll(List.of(session, other), x);

        continued.step(new float[] {0.2f, 0.2f}, y);
        for (int k = 0; k < y.length; k++) {
            if (y[k] != both.floats()[k]) return false;
        }
        return continued.steps() == 3;
    }
}
