package org.rnn4j.core.decode;

import java.util.LinkedHashMap;
import java.util.Map;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.ShapeException;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.States;
import org.rnn4j.core.engine.Tensor;
import org.rnn4j.core.network.Network;

/**
 * A network that reads symbols and gives logits of the next one, as decoding sees it.
 *
 * <p>Whatever its cells are: only the states move, by their names.
 */
public final class NetworkStepper implements Stepper<States> {
    private final Network network;

    private NetworkStepper(Network network) {
        this.network = network;
    }

    /**
     * A network for decoding.
     *
     * @throws org.rnn4j.api.RnnException if it cannot run step by step, or does not give a logit for each symbol it reads
     */
    public static NetworkStepper of(Network network) {
        if (!network.isOneHotInput() || network.outputSize() != network.inputSize()) {
            throw new ShapeException(ErrorMessage.of("The network does not predict the symbols that it reads")
                    .fact("reads", network.inputSize() + (network.isOneHotInput() ? " symbols" : " numbers"))
                    .fact("gives", network.outputSize() + " numbers")
                    .fix("decode with a language model: symbols in, a logit for each of them out")
                    .toString());
        }
        network.newSession(); // refuses what cannot run step by step
        return new NetworkStepper(network);
    }

    @Override
    public int symbols() {
        return network.outputSize();
    }

    @Override
    public States initial(int rows) {
        return States.initial();
    }

    @Override
    public Stepped<States> step(States states, int[] symbols) {
        Network.Run run = network.run(Batch.of(Tensor.ofIds(symbols, 1, symbols.length)), states);
        double[][] logits = new double[symbols.length][symbols()];
        for (int row = 0; row < symbols.length; row++) {
            for (int i = 0; i < symbols(); i++) logits[row][i] = run.output().get(row * symbols() + i);
        }
        return new Stepped<>(logits, run.finalStates());
    }

    @Override
    public States select(States states, int[] rows) {
        Map<String, Tensor> selected = new LinkedHashMap<>();
        states.values().forEach((name, state) -> selected.put(name, rows(state, rows)));
        return new States(selected);
    }

    private static Tensor rows(Tensor state, int[] rows) {
        int size = state.extent(1);
        if (state.isFloat()) {
            float[] selected = new float[rows.length * size];
            copy(state.floats(), rows, selected, size);
            return Tensor.of(selected, rows.length, size);
        }
        double[] selected = new double[rows.length * size];
        copy(state.doubles(), rows, selected, size);
        return Tensor.of(selected, rows.length, size);
    }

    // Object, because System.arraycopy takes float[] and double[] alike.
    private static void copy(Object from, int[] rows, Object to, int size) {
        for (int row = 0; row < rows.length; row++) System.arraycopy(from, rows[row] * size, to, row * size, size);
    }
}
