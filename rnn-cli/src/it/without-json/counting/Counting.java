package counting;

import static org.rnn4j.api.expr.Operations.tanh;

import java.util.Optional;
import org.rnn4j.api.Cell;
import org.rnn4j.api.Step;
import org.rnn4j.api.expr.Node;
import org.rnn4j.core.component.layer.DenseLayer;
import org.rnn4j.core.component.loss.MeanSquaredErrorLoss;
import org.rnn4j.core.component.optimizer.Adam;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.Engine;
import org.rnn4j.core.engine.Execution;
import org.rnn4j.core.engine.States;
import org.rnn4j.core.engine.Tensor;
import org.rnn4j.core.engine.Updater;
import org.rnn4j.core.network.Network;
import org.rnn4j.core.network.Session;

/** Depends on rnn-core, writes a cell of its own, and trains it step by step; no configuration anywhere. */
public final class Counting {
    private static final int STEPS = 8;
    private static final int EXAMPLES = 16;

    private Counting() {}

    /** A sum that leaks: s' = s + tanh(W_xs x + b_s) / 4. */
    static final class LeakySum implements Cell {
        @Override
        public void step(Step t) {
            Node s = t.previous("s", 4);
            t.next("s", s.plus(tanh(t.affine("s", 4, t.input())).times(0.25)));
            t.output(t.next("s"));
        }
    }

    /** Learns how many of the numbers so far were ones. */
    public static void main(String[] args) {
        Network network = Network.builder()
                .vectorInput(1)
                .layer((flow, x) -> flow.scan(new LeakySum(), x))
                .layer(DenseLayer.of(1))
                .seed(1)
                .build();
        Execution execution = network.newExecution(new Engine.Options(Optional.of(MeanSquaredErrorLoss.of()), false, 2));
        Updater updater = network.newUpdater(Adam.of());
        Batch batch = batch();
        double first = 0;
        double last = 0;
        for (int update = 0; update < 500; update++) {
            execution.forward(batch, States.initial(), Execution.Mode.training(1, update));
            last = execution.loss().mean();
            if (update == 0) first = last;
            execution.gradients().clear();
            execution.backward();
            execution.gradients().scale(1.0 / (STEPS * EXAMPLES));
            updater.update(execution.gradients(), 0.02);
        }
        System.out.println("first loss above 1: " + (first > 1));
        System.out.println("last loss below 0.01: " + (last < 0.01));

        Session session = network.newSession();
        double count = 0;
        for (float bit : new float[] {1, 0, 1, 1}) count = session.step(Tensor.of(new float[] {bit}, 1, 1)).get(0);
        System.out.println("ones in 1011: " + Math.round(count));
    }

    /** All bits of the numbers 37 k, and how many of them were ones so far. */
    private static Batch batch() {
        float[] bits = new float[STEPS * EXAMPLES];
        float[] counts = new float[STEPS * EXAMPLES];
        for (int b = 0; b < EXAMPLES; b++) {
            int count = 0;
            for (int t = 0; t < STEPS; t++) {
                int bit = (37 * b >> t) & 1;
                count += bit;
                bits[t * EXAMPLES + b] = bit;
                counts[t * EXAMPLES + b] = count;
            }
        }
        return Batch.of(Tensor.of(bits, STEPS, EXAMPLES, 1)).withTarget(Tensor.of(counts, STEPS, EXAMPLES, 1));
    }
}
