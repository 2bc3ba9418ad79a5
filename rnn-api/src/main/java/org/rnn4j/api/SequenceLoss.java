package org.rnn4j.api;

import java.util.List;
import java.util.Optional;
import org.rnn4j.api.expr.Node;
import org.rnn4j.api.expr.Parameter;

/**
 * A loss of whole sequences, whose value is no sum over steps: it sees all outputs of one example at once, and says its
 * value and its gradient.
 *
 * <p>It is written in float64 for one example; the core takes care of batches, lengths, masks, threads, reduction, and of
 * the trained parameters that such a loss may have. They are kept with the network, called {@code loss.} and their name.
 *
 * <p>A step that a mask leaves out is not there: the example that the loss sees has the steps that count, one after the
 * other. An example without any is not asked for.
 *
 * <p>Implementations are immutable; many threads may call them at the same time. The gradient is checked by the same
 * finite differences as everything else.
 */
public interface SequenceLoss extends Loss {
    /**
     * The trained parameters.
     *
     * @param outputSize elements of the network's output at a step
     */
    default List<Parameter> parameters(int outputSize) {
        return List.of();
    }

    /**
     * The loss of one example; where {@link Example#wantsGradient}, adds its gradient to what the example offers.
     *
     * @return before the reduction; may be infinite where the target cannot be
     */
    double loss(Example example);

    /** What an example counts in the mean; 1 unless overridden. */
    default double weight(Example example) {
        return 1;
    }

    /**
     * The labels that are the most likely ones of an example, without a look at its target: one for each step, or as many as
     * there are for {@link Loss.Target#LABELS}. The greatest output of each step unless overridden.
     */
    default int[] labels(Example example) {
        int[] labels = new int[example.steps()];
        for (int t = 0; t < labels.length; t++) {
            double[] y = example.output(t);
            for (int k = 1; k < y.length; k++) {
                if (y[k] > y[labels[t]]) labels[t] = k;
            }
        }
        return labels;
    }

    /** Nothing: such a loss has no equations of a step. */
    @Override
    default Node loss(Node prediction, Node target) {
        throw new CellDefinitionException(ErrorMessage.of("A loss of whole sequences has no equations of one step")
                .fact("loss", getClass().getSimpleName())
                .fix("call loss(Example), or ask ofSequences() first")
                .toString());
    }

    @Override
    default Optional<SequenceLoss> ofSequences() {
        return Optional.of(this);
    }

    /** One example as a loss sees it, and where its gradient goes. Used by one thread, for one call. */
    interface Example {
        /** Number of steps that count, at least 1. */
        int steps();

        /** The network's output at a step [outputSize]; not to be changed. */
        double[] output(int step);

        /** Number of labels: that of the steps for {@link Loss.Target#CLASS}, any for {@link Loss.Target#LABELS}. */
        int labels();

        /** One label of the target, at least 0 and below the target's size. */
        int label(int index);

        /** The target at a step, for {@link Loss.Target#VECTOR}; not to be changed. */
        double[] target(int step);

        /** The numbers of a trained parameter, row-major; not to be changed. */
        double[] parameter(String name);

        /** True if the gradient is wanted, too. */
        boolean wantsGradient();

        /** Where the gradient with respect to the output at a step is added [outputSize]; 0 at first. */
        double[] outputGradient(int step);

        /** Where the gradient with respect to a parameter is added, row-major; 0 at first. */
        double[] parameterGradient(String name);
    }
}
