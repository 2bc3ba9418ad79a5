package org.rnn4j.core.engine.reference;

import org.rnn4j.api.SequenceLoss;
import org.rnn4j.core.engine.Execution.LossSum;
import org.rnn4j.core.engine.SequenceLossRun;
import org.rnn4j.core.trace.SequenceGraph.Value;

/** A loss of whole sequences: example after example. */
final class SequenceLossWork implements LossWork {
    private final Forward forward;
    private final Value output;
    private final SequenceLossRun run;
    private final LossSum sum;

    SequenceLossWork(SequenceLoss loss, Forward forward) {
        this.forward = forward;
        this.output = forward.network().graph().output();
        this.run = new SequenceLossRun(loss, output, forward.weights());
        this.sum = run.run(
                forward.batch(), forward.weights(), this::read, forward.mode().backward(), (count, task) -> {
                    for (int k = 0; k < count; k++) task.accept(k);
                });
    }

    private void read(int example, int step, double[] into) {
        Rows row = forward.of(output).get(step, new int[] {example});
        System.arraycopy(row.numbers().getDataRef()[0], 0, into, 0, into.length);
    }

    @Override
    public LossSum sum() {
        return sum;
    }

    @Override
    public Numbers gradient(ReferenceWeights gradients) {
        Numbers gradient = Numbers.zeros(output, forward.lengths(output));
        run.outputGradients(
                (example, step, row) -> gradient.put(step, new int[] {example}, Rows.of(new double[][] {row.clone()})));
        run.addParameterGradients(gradients);
        return gradient;
    }
}
