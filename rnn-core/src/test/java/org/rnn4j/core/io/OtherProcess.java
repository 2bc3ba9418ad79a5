package org.rnn4j.core.io;

import java.nio.file.Path;
import org.rnn4j.api.expr.Node;
import org.rnn4j.api.expr.Operations;
import org.rnn4j.core.engine.Precision;
import org.rnn4j.core.network.Network;
import org.rnn4j.core.network.Session;

/** What {@link SessionFileTest} starts in a virtual machine of its own: continues a session and prints its outputs' bits. */
final class OtherProcess {
    static final int SIZE = 3;

    private OtherProcess() {}

    static Network network(Precision precision, long seed) {
        return Network.builder()
                .vectorInput(SIZE)
                .layer((flow, x) -> flow.scan(
                        t -> {
                            Node h = t.previous("h", 20);
                            Node c = t.previous("c", 20);
                            Node gate = Operations.sigmoid(t.affine("f", 20, t.input(), h));
                            t.next("c", gate.times(c).plus(Operations.tanh(t.affine("g", 20, t.input(), h))));
                            t.next("h", Operations.tanh(t.next("c")));
                            t.output(t.next("h"));
                        },
                        x))
                .precision(precision)
                .seed(seed)
                .build();
    }

    static float[] input(int t) {
        return new float[] {(float) Math.sin(t), (float) Math.cos(3 * t), 0.25f * t};
    }

    /** Steps from one time to before another. */
    static String run(Session session, int from, int to) {
        StringBuilder text = new StringBuilder();
        float[] y = new float[20];
        for (int t = from; t < to; t++) {
            session.step(input(t), y);
            for (float number : y)
                text.append(Integer.toHexString(Float.floatToRawIntBits(number)))
                        .append(' ');
        }
        return text.toString();
    }

    /** Arguments: precision, file, first step, last step. */
    public static void main(String[] args) {
        Network network = network(Precision.valueOf(args[0]), 8);
        Session session = network.newSession().restore(SessionFile.read(Path.of(args[1])));
        System.out.println(run(session, Integer.parseInt(args[2]), Integer.parseInt(args[3])));
    }
}
