package org.rnn4j.testkit;

import java.util.Map;
import org.rnn4j.api.Layer;
import org.rnn4j.core.engine.Precision;
import org.rnn4j.core.network.Network;
import org.rnn4j.core.network.NetworkBuilder;

/**
 * Layers to check, each as a network of its own.
 *
 * @param layers by name
 * @param inputSize number of elements, or size of the vocabulary
 * @param oneHot true if they read indices
 */
record Subjects(Map<String, Layer> layers, int inputSize, boolean oneHot) {
    private static final long SEED = 8;

    /** The network of one layer. */
    Network network(String name, Precision precision) {
        Layer layer = layers.get(name);
        if (layer == null) throw new AssertionError("no layer " + name);
        NetworkBuilder builder =
                Network.builder().layer(layer).precision(precision).seed(SEED);
        return (oneHot ? builder.oneHotInput(inputSize) : builder.vectorInput(inputSize)).build();
    }
}
