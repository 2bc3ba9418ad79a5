package org.rnn4j.core.data.synthetic;

import java.util.function.IntFunction;
import org.rnn4j.core.data.DataPart;
import org.rnn4j.core.data.Epoch;
import org.rnn4j.core.data.Feeding;
import org.rnn4j.core.data.SequencePart;

/** A part whose examples are others in every epoch; only those of the epoch that is read exist. */
final class FreshPart implements DataPart {
    private final int count;
    private final IntFunction<SequencePart> parts;
    private final long firstSteps;

    /**
     * Examples by epoch.
     *
     * @param parts gives the same for the same epoch
     */
    FreshPart(int count, IntFunction<SequencePart> parts) {
        this.count = count;
        this.parts = parts;
        this.firstSteps = parts.apply(0).steps();
    }

    /** The examples of an epoch. */
    SequencePart part(int epoch) {
        return parts.apply(epoch);
    }

    @Override
    public long examples() {
        return count;
    }

    /** Those of the first epoch. */
    @Override
    public long steps() {
        return firstSteps;
    }

    @Override
    public Epoch epoch(Feeding feeding, int number) {
        return part(number).epoch(feeding, number);
    }

    @Override
    public Epoch inOrder(Feeding feeding) {
        return part(0).inOrder(feeding);
    }
}
