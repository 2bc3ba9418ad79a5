package org.rnn4j.benchmarks.deeplearning4j;

import java.util.Optional;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.rnn4j.benchmarks.Peer;
import org.rnn4j.benchmarks.PeerCommand;
import org.rnn4j.cli.bench.BenchRow;

/**
 * Deeplearning4j: LSTM and simple recurrent layers; it has no GRU. How many threads work is said by OMP_NUM_THREADS before the
 * process starts.
 */
public final class Deeplearning4jPeer implements Peer {
    /** Runs the rows. */
    public static void main(String[] args) {
        PeerCommand.main(new Deeplearning4jPeer(), args);
    }

    @Override
    public String engine() {
        return "deeplearning4j";
    }

    @Override
    public Optional<Runnable> prepare(String cell, String mode, BenchRow row, int threads) {
        if (cell.equals("gru") || mode.equals("stream")) return Optional.empty();
        MultiLayerNetwork network = network(cell, row);
        INDArray x = Nd4j.rand(row.batchSize(), row.inputSize(), row.timeSteps())
                .muli(2)
                .subi(1);
        if (mode.equals("infer")) return Optional.of(() -> network.output(x));
        INDArray ones = Nd4j.ones(row.batchSize(), row.hiddenSize(), row.timeSteps());
        return Optional.of(() -> {
            network.setInput(x);
            network.feedForward(true, false);
            network.backpropGradient(ones, LayerWorkspaceMgr.noWorkspaces());
        });
    }

    private static MultiLayerNetwork network(String cell, BenchRow row) {
        NeuralNetConfiguration.ListBuilder layers =
                new NeuralNetConfiguration.Builder().seed(1).list();
        for (int k = 0; k < row.layers(); k++) {
            BaseRecurrentLayer.Builder<?> layer = cell.equals("lstm") ? new LSTM.Builder() : new SimpleRnn.Builder();
            layer.nOut(row.hiddenSize());
            layer.activation(Activation.TANH);
            layers.layer(layer.build());
        }
        MultiLayerConfiguration configuration = layers.setInputType(
                        InputType.recurrent(row.inputSize(), row.timeSteps()))
                .build();
        MultiLayerNetwork network = new MultiLayerNetwork(configuration);
        network.init();
        return network;
    }
}
