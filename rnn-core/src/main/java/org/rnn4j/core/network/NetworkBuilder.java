package org.rnn4j.core.network;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rnn4j.api.CellDefinitionException;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.Layer;
import org.rnn4j.api.Loss;
import org.rnn4j.api.expr.Names;
import org.rnn4j.api.expr.Parameter;
import org.rnn4j.core.engine.Precision;
import org.rnn4j.core.trace.FlowTracer;
import org.rnn4j.core.trace.FlowTracer.SourceInput;
import org.rnn4j.core.trace.LossTracer;
import org.rnn4j.core.trace.SequenceGraph;

/** Puts a {@link Network} together. Mutable, for one thread. */
public final class NetworkBuilder {
    private final Map<String, Layer> layers = new LinkedHashMap<>();
    private final Map<String, SourceInput> sources = new LinkedHashMap<>();
    private int inputSize;
    private boolean oneHot;
    private Precision precision = Precision.FLOAT32;
    private long seed;
    private int threads = 1;
    private Optional<Loss> loss = Optional.empty();

    NetworkBuilder() {}

    /** The network reads indices into a vocabulary of this size. */
    public NetworkBuilder oneHotInput(int vocabularySize) {
        return input(vocabularySize, true);
    }

    /** The network reads vectors of this size. */
    public NetworkBuilder vectorInput(int size) {
        return input(size, false);
    }

    /**
     * The network also reads other sequences, of lengths of their own: indices into a vocabulary of this size.
     *
     * @param name by which layers ask for it, see {@link org.rnn4j.api.Flow#source}, and batches give it
     */
    public NetworkBuilder oneHotSource(String name, int vocabularySize) {
        return source(name, new SourceInput(vocabularySize, true, true));
    }

    /** The network also reads other sequences, of lengths of their own: vectors of this size. */
    public NetworkBuilder vectorSource(String name, int size) {
        return source(name, new SourceInput(size, false, true));
    }

    /** The network also reads one index for each example, such as a class. */
    public NetworkBuilder oneHotSeed(String name, int classes) {
        return source(name, new SourceInput(classes, true, false));
    }

    /** The network also reads one vector of this size for each example. */
    public NetworkBuilder vectorSeed(String name, int size) {
        return source(name, new SourceInput(size, false, false));
    }

    private NetworkBuilder source(String name, SourceInput source) {
        Names.checked(name, "source");
        check(!name.equals(SequenceGraph.TIME), "A source called '" + name + "'", "choose another name");
        check(source.size() > 0, "A source of size " + source.size(), "sizes are at least 1");
        check(sources.putIfAbsent(name, source) == null, "Two sources are called '" + name + "'", "rename one of them");
        return this;
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

    /** The whole network as one flow; its parts are called as they are named in it. */
    public NetworkBuilder flow(Layer whole) {
        return layer("", whole);
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

    /** The loss whose trained parameters the network keeps beside those of its layers; without them, no difference. */
    public NetworkBuilder loss(Loss trainedWith) {
        loss = Optional.of(trainedWith);
        return this;
    }

    /** The network, with its weights drawn. */
    public Network build() {
        check(inputSize > 0, "A network without input", "call oneHotInput(vocabularySize) or vectorInput(size)");
        check(!layers.isEmpty(), "A network without layers", "add one with layer(...)");
        SequenceGraph graph = FlowTracer.trace(layers, new SourceInput(inputSize, oneHot, true), sources);
        Network network = new Network(graph, lossParameters(graph), precision, threads);
        Initialization.draw(network.weights(), seed);
        return network;
    }

    private List<Parameter> lossParameters(SequenceGraph graph) {
        List<Parameter> parameters =
                loss.map(l -> LossTracer.parameters(l, graph.output().size())).orElse(List.of());
        for (Parameter parameter : graph.parameters()) {
            check(
                    parameters.stream().noneMatch(p -> p.name().equals(parameter.name())),
                    "The parameter '" + parameter.name() + "' is both a layer's and the loss's",
                    "give the layer another name");
        }
        return parameters;
    }

    private static void check(boolean condition, String problem, String fix) {
        if (condition) return;
        throw new CellDefinitionException(ErrorMessage.of(problem).fix(fix).toString());
    }
}
