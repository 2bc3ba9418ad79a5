package org.rnn4j.examples.contract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rnn4j.api.Layer;
import org.rnn4j.api.Returns;
import org.rnn4j.api.expr.Activation;
import org.rnn4j.bidirectional.BidirectionalLayer;
import org.rnn4j.bidirectional.DeepLayer;
import org.rnn4j.bidirectional.Merge;
import org.rnn4j.cells.gru.GruCell;
import org.rnn4j.cells.lstm.LstmCell;
import org.rnn4j.core.component.cell.ElmanCell;
import org.rnn4j.core.component.layer.DenseLayer;
import org.rnn4j.core.component.layer.DropoutLayer;
import org.rnn4j.core.component.layer.LayerNormLayer;
import org.rnn4j.core.component.layer.PoolLayer;
import org.rnn4j.core.component.layer.RecurrentLayer;
import org.rnn4j.core.component.layer.RepeatLayer;
import org.rnn4j.core.component.layer.ReverseLayer;
import org.rnn4j.testkit.LayerContract;

class LayersContractTest implements LayerContract {
    @Override
    public Map<String, Layer> layers() {
        Map<String, Layer> layers = new LinkedHashMap<>();
        layers.put("dense", DenseLayer.of(2).withActivation(Activation.GELU));
        layers.put("dropout", DropoutLayer.of(0.4));
        layers.put("dropout per sequence", DropoutLayer.of(0.4).withPerSequence(true));
        layers.put("layerNorm", LayerNormLayer.of());
        layers.put("reverse", ReverseLayer.of());
        layers.put("repeat", RepeatLayer.of(RecurrentLayer.of(ElmanCell.of(2)).withReturns(Returns.LAST)));
        for (PoolLayer.Kind kind : PoolLayer.Kind.values()) layers.put("pool " + kind, pooled(kind));
        for (Merge merge : Merge.values()) {
            layers.put(
                    "bidirectional " + merge,
                    BidirectionalLayer.of(LstmCell.of(2)).withMerge(merge));
        }
        BidirectionalLayer both = BidirectionalLayer.of(GruCell.of(2));
        layers.put("bidirectional, last", both.withReturns(Returns.LAST));
        layers.put("bidirectional, other backward", both.withBackward(RecurrentLayer.of(ElmanCell.of(4))));
        layers.put("bidirectional of bidirectional", BidirectionalLayer.of(BidirectionalLayer.of(ElmanCell.of(2))));
        DeepLayer deep = DeepLayer.of(LstmCell.of(3), 2);
        layers.put("deep", deep);
        layers.put("deep, residual, dropout", deep.withResidual(true).withDropout(0.3));
        layers.put(
                "deep, dropout per sequence, last",
                deep.withDropout(0.3).withDropoutPerSequence(true).withReturns(Returns.LAST));
        layers.put(
                "deep of all kinds", DeepLayer.of(List.of(both, RecurrentLayer.of(GruCell.of(3)), DenseLayer.of(2))));
        return layers;
    }

    private static Layer pooled(PoolLayer.Kind kind) {
        Layer below = RecurrentLayer.of(ElmanCell.of(2));
        return (flow, x) -> flow.layer("pool", PoolLayer.of(kind), flow.layer("cell", below, x));
    }
}
