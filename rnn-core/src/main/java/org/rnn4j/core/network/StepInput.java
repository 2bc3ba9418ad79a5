package org.rnn4j.core.network;

import java.util.Arrays;
import java.util.Map;
import org.rnn4j.api.DataException;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.ShapeException;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.InputCheck;
import org.rnn4j.core.engine.Tensor;

/** Checks what enters a single step. Allocates nothing unless it finds a mistake. */
final class StepInput {
    private final Network network;

    StepInput(Network network) {
        this.network = network;
    }

    /** One step of numbers, one example after the other. */
    void numbers(float[] x, int rows) {
        boolean fits = !network.isOneHotInput() && x.length == rows * network.inputSize();
        if (!fits || !network.graph().sides().isEmpty()) throw misfit(x.length + " numbers", rows);
        for (int k = 0; k < x.length; k++) {
            if (Float.isFinite(x[k])) continue;
            throw new DataException(ErrorMessage.of("The input holds " + x[k])
                    .fact("example", k / network.inputSize())
                    .fact("element", k % network.inputSize())
                    .fix("clean the data")
                    .toString());
        }
    }

    /** One index. */
    void index(int id, int rows) {
        if (!network.isOneHotInput() || rows != 1 || !network.graph().sides().isEmpty()) {
            throw misfit("one index", rows);
        }
        if (id >= 0 && id < network.inputSize()) return;
        throw new DataException(ErrorMessage.of("An index outside the vocabulary: " + id)
                .fact("range", "0 to " + (network.inputSize() - 1))
                .fix("encode the data with the vocabulary that the network was built for")
                .toString());
    }

    /** Room for the output. */
    void output(float[] output, int rows) {
        if (output.length == rows * network.outputSize()) return;
        throw new ShapeException(ErrorMessage.of("The room for the output does not fit")
                .fact("given", output.length + " numbers")
                .fact("needed", rows * network.outputSize())
                .toString());
    }

    /** Vectors [B, size] or indices [B], and side inputs. */
    void tensors(Tensor x, Map<String, Tensor> sides, int rows) {
        Batch batch = Batch.of(withTime(x));
        for (Map.Entry<String, Tensor> side : sides.entrySet()) {
            batch = batch.withSide(side.getKey(), withTime(side.getValue()));
        }
        if (batch.batchSize() != rows) throw misfit(x.toString(), rows);
        InputCheck.checkInput(network.graph(), batch);
    }

    /** A step as a sequence of one. */
    static Tensor withTime(Tensor x) {
        if (x.isIds() && x.rank() == 1) return Tensor.ofIds(x.ids(), 1, x.extent(0));
        if (x.isIds() || x.rank() != 2) {
            throw new ShapeException(ErrorMessage.of("An input of the wrong shape: " + x)
                    .fix("a step is [B, size], or indices [B]")
                    .toString());
        }
        int[] shape = {1, x.extent(0), x.extent(1)};
        return x.isFloat() ? Tensor.of(x.floats(), shape) : Tensor.of(x.doubles(), shape);
    }

    private ShapeException misfit(String given, int rows) {
        String each = network.isOneHotInput()
                ? "indices " + Arrays.toString(new int[] {rows})
                : "numbers " + Arrays.toString(new int[] {rows, network.inputSize()});
        ErrorMessage message = ErrorMessage.of("An input that does not fit a step of this session")
                .fact("given", given)
                .fact("needed", each);
        if (!network.graph().sides().isEmpty()) {
            message.fact("side inputs", network.graph().sides().keySet());
            message.fix("call step(x, sides) with tensors");
        } else if (rows > 1) {
            message.fix("newSession() is for one example, newSession(B) for several side by side");
        }
        return new ShapeException(message.toString());
    }
}
