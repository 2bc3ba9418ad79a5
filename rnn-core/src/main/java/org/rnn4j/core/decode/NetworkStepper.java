package org.rnn4j.core.decode;

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
    private final States start;

    private NetworkStepper(Network network, States start) {
        this.network = network;
        this.start = start;
    }

    /**
     * A network for decoding.
     *
     * @throws org.rnn4j.api.RnnException if it cannot run step by step, or does not give a logit for each symbol it reads
     */
    public static NetworkStepper of(Network network) {
        if (!network.graph().sources().isEmpty()) {
            throw new ShapeException(ErrorMessage.of("The network answers to something that it has to read first")
                    .fact("reads", network.graph().sources().keySet())
                    .fix("give it: NetworkStepper.of(network, network.read(sources))")
                    .toString());
        }
        return of(network, States.initial());
    }

    /**
     * A network for decoding that begins with given states, such as after it has read a source.
     *
     * @param start of one example
     * @throws org.rnn4j.api.RnnException if it cannot run step by step, or does not give a logit for each symbol it reads
     */
    public static NetworkStepper of(Network network, States start) {
        if (!network.isOneHotInput() || network.outputSize() != network.inputSize()) {
            throw new ShapeException(ErrorMessage.of("The network does not predict the symbols that it reads")
                    .fact("reads", network.inputSize() + (network.isOneHotInput() ? " symbols" : " numbers"))
                    .fact("gives", network.outputSize() + " numbers")
                    .fix("decode with a language model: symbols in, a logit for each of them out")
                    .toString());
        }
        network.requireCausal();
        return new NetworkStepper(network, start);
    }

    @Override
    public int symbols() {
        return network.outputSize();
    }

    @Override
    public States initial(int rows) {
        return start.select(new int[rows]);
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
        return states.select(rows);
    }
}
