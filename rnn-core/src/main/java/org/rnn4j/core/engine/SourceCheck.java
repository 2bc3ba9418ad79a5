package org.rnn4j.core.engine;

import org.rnn4j.api.DataException;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.ShapeException;
import org.rnn4j.core.trace.SequenceGraph.Value;

/** Checks what a network reads besides its input; padding may hold anything. */
final class SourceCheck {
    private final String name;
    private final Value value;
    private final Tensor tensor;
    private final int[] lengths;
    private final int batchSize;

    private SourceCheck(String name, Value value, Batch.Source source, int batchSize) {
        this.name = name;
        this.value = value;
        this.tensor = source.tensor();
        this.lengths = source.lengths();
        this.batchSize = batchSize;
    }

    /**
     * Checks one source.
     *
     * @throws DataException if it is missing, an index is outside the vocabulary, or a number is not finite
     * @throws ShapeException if it is of another kind or size than the network reads
     */
    static void check(String name, Value value, Batch batch) {
        Batch.Source source = batch.sources().get(name);
        if (source == null) {
            throw new DataException(ErrorMessage.of("The source '" + name + "' is missing")
                    .fact("given", batch.sources().keySet())
                    .fact("needed", needed(value))
                    .fix("add it with batch.withSource(\"" + name + "\", tensor"
                            + (value.hasTime() ? ", lengths)" : ")"))
                    .toString());
        }
        SourceCheck check = new SourceCheck(name, value, source, batch.batchSize());
        check.shape(source.hasTime());
        int steps = value.hasTime() ? source.tensor().extent(0) : 1;
        for (int t = 0; t < steps; t++) {
            for (int b = 0; b < check.batchSize; b++) {
                if (!value.hasTime() || t < check.lengths[b]) check.step(t, b);
            }
        }
    }

    private void shape(boolean hasTime) {
        boolean fits = hasTime == value.hasTime()
                && tensor.isIds() == value.isOneHot()
                && (tensor.isIds() || tensor.extent(tensor.rank() - 1) == value.size());
        if (fits) return;
        throw new ShapeException(ErrorMessage.of("The source '" + name + "' does not fit")
                .fact("given", tensor)
                .fact("needed", needed(value))
                .toString());
    }

    private void step(int t, int b) {
        int place = t * batchSize + b;
        if (value.isOneHot()) {
            int id = tensor.ids()[place];
            if (id >= 0 && id < value.size()) return;
            throw new DataException(at("The source '" + name + "' has an index outside the vocabulary: " + id, t, b)
                    .fact("range", "0 to " + (value.size() - 1))
                    .fix("encode the data with the vocabulary that the network was built for")
                    .toString());
        }
        int from = place * value.size();
        if (tensor.isFinite(from, from + value.size())) return;
        for (int j = from; j < from + value.size(); j++) {
            if (Double.isFinite(tensor.get(j))) continue;
            throw new DataException(at("The source '" + name + "' holds " + tensor.get(j), t, b)
                    .fact("element", j - from)
                    .fix("clean the data, or shorten the example's length if the step is padding")
                    .toString());
        }
    }

    private ErrorMessage at(String headline, int t, int b) {
        ErrorMessage message = ErrorMessage.of(headline).fact("example", b);
        return value.hasTime() ? message.fact("step", t) : message;
    }

    private static String needed(Value value) {
        String steps = value.hasTime() ? "S, " : "";
        return value.isOneHot()
                ? "indices [" + steps + "B] below " + value.size()
                : "numbers [" + steps + "B, " + value.size() + "]";
    }
}
