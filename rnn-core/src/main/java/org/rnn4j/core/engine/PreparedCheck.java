package org.rnn4j.core.engine;

import java.util.Set;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.RnnException;
import org.rnn4j.api.ShapeException;
import org.rnn4j.core.trace.Preparation;
import org.rnn4j.core.trace.SequenceGraph;
import org.rnn4j.core.trace.SequenceGraph.Value;

/** Checks that what was made of sources is of this network, and of as many examples. */
public final class PreparedCheck {
    private PreparedCheck() {}

    /**
     * Checks what was made of sources.
     *
     * @throws ShapeException if it is of another network, or of another number of examples
     */
    public static void check(SequenceGraph graph, Prepared prepared, int batchSize) {
        Set<Value> needed = Preparation.of(graph).values();
        if (!prepared.values().keySet().equals(needed)) {
            throw new ShapeException(ErrorMessage.of("Sources that another network has read")
                    .fact("given", prepared.values().keySet())
                    .fact("needed", needed)
                    .fix("go on with states of the same network")
                    .toString());
        }
        prepared.values().forEach((value, tensor) -> {
            int examples = tensor.extent(tensor.rank() - 2);
            if (examples == batchSize) return;
            throw new ShapeException(ErrorMessage.of("Not one source for each example")
                    .fact("examples", batchSize)
                    .fact("sources", examples)
                    .fix("select as many of the states")
                    .toString());
        });
    }

    /** The error of a run for a backward one that begins with what was made of sources. */
    public static RnnException notBackward() {
        return new RnnException(ErrorMessage.of("A run that does not read its sources cannot be run backward")
                .fix("give the sources in the batch, and begin with States.initial()")
                .toString());
    }
}
