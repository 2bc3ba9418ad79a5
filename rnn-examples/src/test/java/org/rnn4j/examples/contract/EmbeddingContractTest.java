package org.rnn4j.examples.contract;

import java.util.Map;
import org.rnn4j.api.Layer;
import org.rnn4j.core.component.layer.DenseLayer;
import org.rnn4j.core.component.layer.EmbeddingLayer;
import org.rnn4j.testkit.LayerContract;

class EmbeddingContractTest implements LayerContract {
    @Override
    public Map<String, Layer> layers() {
        return Map.of("embedding", EmbeddingLayer.of(3), "dense on indices", DenseLayer.of(2));
    }

    @Override
    public int inputSize() {
        return 6;
    }

    @Override
    public boolean readsIndices() {
        return true;
    }
}
