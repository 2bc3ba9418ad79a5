package org.rnn4j.core.engine.reference;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.rnn4j.api.Loss;
import org.rnn4j.api.expr.Node;
import org.rnn4j.api.expr.Source;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.Execution.LossSum;
import org.rnn4j.core.engine.TargetCheck;
import org.rnn4j.core.engine.Tensor;
import org.rnn4j.core.grad.Adjoint;
import org.rnn4j.core.trace.LossTracer;

/** The loss of one run's output, and its gradient: time step by time step, over the examples that count there. */
final class LossRun implements LossWork {
    private static final int OUTPUT = 0;

    private final LossGraph loss;
    private final Forward forward;
    private final Tensor target;
    private final Numbers gradient;
    private LossSum sum = LossSum.NONE;

    LossRun(LossGraph loss, Forward forward) {
        this.loss = loss;
        this.forward = forward;
        Batch batch = forward.batch();
        boolean[] counted = TargetCheck.counted(batch, loss.output(), loss.targets());
        this.target = batch.target().orElseThrow();
        this.gradient = Numbers.zeros(loss.output(), forward.lengths(loss.output()));
        int batchSize = batch.batchSize();
        for (int t = 0; t * batchSize < counted.length; t++) {
            int first = t * batchSize;
            int[] examples = IntStream.range(0, batchSize)
                    .filter(b -> counted[first + b])
                    .toArray();
            if (examples.length > 0) add(t, examples);
        }
    }

    private void add(int time, int[] examples) {
        Rows output = forward.of(loss.output()).get(time, examples);
        Rows targets = targets(time, examples);
        Map<Node, Rows> values = new Interpreter(loss.forward().nodes(), forward.weights())
                .run(examples.length, node -> node.detail(Source.class).index() == OUTPUT ? output : targets);
        Rows losses = Interpreter.value(values, loss.forward().result(LossTracer.LOSS));
        Rows weights = Interpreter.value(values, loss.forward().result(LossTracer.WEIGHT));
        for (int k = 0; k < examples.length; k++) {
            sum = sum.plus(new LossSum(
                    losses.numbers().getEntry(k, 0), weights.numbers().getEntry(k, 0), 1));
        }
        Map<Node, Rows> back = new Interpreter(loss.backward().nodes(), forward.weights())
                .run(examples.length, node -> Interpreter.value(values, saved(node)));
        String result = Adjoint.PREFIX
                + loss.forward().inputs().get(OUTPUT).detail(Source.class).name();
        if (loss.backward().hasResult(result)) {
            gradient.put(time, examples, Interpreter.value(back, loss.backward().result(result)));
        }
    }

    private Node saved(Node node) {
        return Adjoint.savedValue(loss.forward(), node.detail(Source.class));
    }

    private Rows targets(int time, int[] examples) {
        int first = time * forward.batch().batchSize();
        int size = loss.targets().size();
        if (loss.targets().kind() == Loss.Target.CLASS) {
            return new Rows.OneHot(
                    Arrays.stream(examples).map(b -> target.ids()[first + b]).toArray(), size);
        }
        double[][] rows = new double[examples.length][size];
        for (int k = 0; k < rows.length; k++) {
            for (int j = 0; j < size; j++) rows[k][j] = target.get((first + examples[k]) * size + j);
        }
        return Rows.of(rows);
    }

    @Override
    public LossSum sum() {
        return sum;
    }

    @Override
    public Numbers gradient(ReferenceWeights gradients) {
        return gradient;
    }
}
