package org.rnn4j.core.network;

import java.util.LinkedHashMap;
import java.util.Map;
import org.rnn4j.api.CellDefinitionException;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.Layer;
import org.rnn4j.core.engine.Precision;
import org.rnn4j.core.trace.FlowTracer;
import org.rnn4j.core.trace.SequenceGraph;

/** Puts a {@link Network} together. Mutable, for one thread. */
public final class NetworkBuilder {
    private final Map<String, Layer> layers = new LinkedHashMap<>();
    private int inputSize;
    private boolean oneHot;
    private Precision precision = Precision.FLOAT32;
    private long seed;
    private int threads = 1;

    NetworkBuilder() {}

    /** The network reads indices into a vocabulary of this size. */
    public NetworkBuilder oneHotInput(int vocabularySize) {
        return input(vocabularySize, true);
    }

    /** The network reads vectors of this size. */
    public NetworkBuilder vectorInput(int size) {
        return input(size, false);
    }

    private NetworkBuilder input(int size, boolean indices) {
        check(inputSize == 0, "The input of the network is set twice", "call oneHotInput or vectorInput once");
        check(size > 0, "An input of size " + size, "sizes are at least 1");
        inputSize = size;
        oneHot = indices;
        return this;
    }

    /** Adds a layer on top, called {@code layers.0}, {@code layers.1}, … by its place. */
    public NetworkBuilder layer(Layer layer) {
        return layer("layers." + layers.size(), layer);
    }

    /** Adds a layer on top. */
    public NetworkBuilder layer(String name, Layer layer) {
        check(layers.putIfAbsent(name, layer) == null, "Two layers are called '" + name + "'", "rename one of them");
        return this;
    }

    /** In which kind of numbers to compute; {@code float32} unless said. */
    public NetworkBuilder precision(Precision kind) {
        precision = kind;
        return this;
    }

    /** From what the first weights are drawn; 0 unless said. */
    public NetworkBuilder seed(long value) {
        seed = value;
        return this;
    }

    /** Most threads that work on one batch while predicting; 1 unless said. Results do not depend on it. */
    public NetworkBuilder threads(int most) {
        check(most > 0, "A network with " + most + " threads", "give it at least one");
        threads = most;
        return this;
    }

    /** The network, with its weights drawn. */
    public Network build() {
        check(inputSize > 0, "A network without input", "call oneHotInput(vocabularySize) or vectorInput(size)");
        check(!layers.isEmpty(), "A network without layers", "add one with layer(...)");
        SequenceGraph graph = FlowTracer.trace(layers, inputSize, oneHot);
        Network network = new Network(graph, precision, threads);
        Initialization.draw(network.weights(), seed);
        return network;
    }

    private static void check(boolean condition, String problem, String fix) {
        if (condition) return;
        throw new CellDefinitionException(ErrorMessage.of(problem).fix(fix).toString());
    }
}
