package org.rnn4j.examples.engines;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rnn4j.api.Cell;
import org.rnn4j.api.Flow;
import org.rnn4j.api.Layer;
import org.rnn4j.api.Returns;
import org.rnn4j.api.Sequence;
import org.rnn4j.api.expr.Activation;
import org.rnn4j.bidirectional.BidirectionalLayer;
import org.rnn4j.bidirectional.DeepLayer;
import org.rnn4j.bidirectional.Merge;
import org.rnn4j.cells.gru.GruCell;
import org.rnn4j.cells.lstm.LstmCell;
import org.rnn4j.core.component.cell.ElmanCell;
import org.rnn4j.core.component.layer.DenseLayer;
import org.rnn4j.core.component.layer.DropoutLayer;
import org.rnn4j.core.component.layer.EmbeddingLayer;
import org.rnn4j.core.component.layer.LayerNormLayer;
import org.rnn4j.core.component.layer.PoolLayer;
import org.rnn4j.core.component.layer.RecurrentLayer;
import org.rnn4j.core.component.layer.RepeatLayer;
import org.rnn4j.core.component.layer.ReverseLayer;

/** Every layer that comes with RNN4J, alone and put together, and flows that nobody ships. */
final class Layers {
    private Layers() {}

    /** Stacks of layers of a size, by name. */
    static Map<String, List<Layer>> ofSize(int size) {
        Map<String, List<Layer>> all = new LinkedHashMap<>();
        recurrent(all, size);
        simple(all, size);
        flows(all, size);
        return all;
    }

    /** Stacks that need indices. */
    static Map<String, List<Layer>> onIndices(int size) {
        Map<String, List<Layer>> all = new LinkedHashMap<>();
        all.put("embedding", List.of(EmbeddingLayer.of(size)));
        all.put("embedding below lstm", List.of(EmbeddingLayer.of(size), RecurrentLayer.of(LstmCell.of(size))));
        return all;
    }

    private static void recurrent(Map<String, List<Layer>> all, int size) {
        Layer lstm = RecurrentLayer.of(LstmCell.of(size));
        all.put("recurrent last", List.of(RecurrentLayer.of(GruCell.of(size)).withReturns(Returns.LAST)));
        for (Merge merge : Merge.values()) {
            all.put(
                    "bidirectional " + merge,
                    List.of(BidirectionalLayer.of(LstmCell.of(size)).withMerge(merge)));
        }
        all.put(
                "bidirectional last",
                List.of(BidirectionalLayer.of(GruCell.of(size)).withReturns(Returns.LAST)));
        all.put(
                "bidirectional of two kinds",
                List.of(BidirectionalLayer.of(lstm).withBackward(RecurrentLayer.of(ElmanCell.of(size + 2)))));
        all.put(
                "bidirectional of deep",
                List.of(BidirectionalLayer.of(DeepLayer.of(GruCell.of(size), 2).withDropout(0.3))));
        all.put(
                "deep with dropout",
                List.of(DeepLayer.of(List.of(lstm, RecurrentLayer.of(GruCell.of(size + 1))))
                        .withDropout(0.4)));
        all.put(
                "deep, residual, one mask a sequence",
                List.of(
                        DenseLayer.of(size),
                        DeepLayer.of(LstmCell.of(size), 3)
                                .withResidual(true)
                                .withDropout(0.3)
                                .withDropoutPerSequence(true)));
        all.put(
                "deep of bidirectional",
                List.of(DeepLayer.of(List.of(
                                BidirectionalLayer.of(LstmCell.of(size)),
                                BidirectionalLayer.of(GruCell.of(size)).withMerge(Merge.SUM)))
                        .withReturns(Returns.LAST)));
    }

    private static void simple(Map<String, List<Layer>> all, int size) {
        Layer below = RecurrentLayer.of(ElmanCell.of(size));
        all.put("dense", List.of(DenseLayer.of(size)));
        all.put(
                "dense, no bias, gelu",
                List.of(below, DenseLayer.of(size + 3).withBias(false).withActivation(Activation.GELU)));
        all.put("dropout", List.of(below, DropoutLayer.of(0.5)));
        all.put("dropout per sequence", List.of(below, DropoutLayer.of(0.3).withPerSequence(true), below));
        all.put("layerNorm", List.of(below, LayerNormLayer.of()));
        all.put(
                "layerNorm alone",
                List.of(
                        below,
                        LayerNormLayer.of().withGain(false).withBias(false).withEpsilon(0.1)));
        for (PoolLayer.Kind kind : PoolLayer.Kind.values()) {
            all.put("pool " + kind, List.of(below, PoolLayer.of(kind), DenseLayer.of(3)));
        }
        all.put(
                "repeat",
                List.of(RepeatLayer.of(RecurrentLayer.of(GruCell.of(size)).withReturns(Returns.LAST)), below));
        all.put("reverse", List.of(ReverseLayer.of(), below));
        all.put("reverse twice", List.of(ReverseLayer.of(), below, ReverseLayer.of()));
        all.put("reverse of outputs", List.of(below, ReverseLayer.of()));
    }

    private static void flows(Map<String, List<Layer>> all, int size) {
        all.put("both orders side by side", List.of((flow, x) -> {
            Sequence y = flow.scan(ElmanCell.of(size), x);
            return flow.concat(y, flow.reverse(y));
        }));
        all.put("both orders, then backward", List.of((flow, x) -> {
            Sequence y =
                    flow.scan("a", ElmanCell.of(size), Map.of(), List.of(x)).output();
            Sequence both = flow.plus(flow.reverse(y), y);
            return flow.reverse(flow.scan("b", GruCell.of(size), Map.of(), List.of(flow.reverse(both)))
                    .output());
        }));
        all.put("all pools", List.of((flow, x) -> {
            Sequence y = flow.scan(LstmCell.of(size), x);
            return flow.concat(flow.mean(y), flow.maximum(y), flow.last(y), flow.last(flow.reverse(y)));
        }));
        all.put("encoder and decoder", List.of((flow, x) -> encoderAndDecoder(flow, x, size)));
        all.put("a vector at every step", List.of((flow, x) -> {
            Sequence y = flow.scan(GruCell.of(size), x);
            Cell second =
                    t -> t.output(t.affine("y", size, t.input(0), t.input(1)).times(t.input(1)));
            return flow.map(second, List.of(y, flow.mean(y)));
        }));
        all.put("used many times", List.of((flow, x) -> {
            Sequence y = flow.scan(ElmanCell.of(size), x);
            return flow.average(flow.times(y, y), flow.plus(y, flow.repeat(flow.maximum(y), y)));
        }));
        all.put(
                "side inputs in both directions",
                List.of(BidirectionalLayer.of(OwnCells.ofSize(size).get("side"))));
        all.put(
                "without parameters",
                List.of((flow, x) -> flow.scan(
                        t -> {
                            var h = t.previous("h", t.input().size());
                            t.next("h", h.times(0.5).plus(t.input()));
                            t.output(t.next("h"));
                        },
                        x)));
    }

    private static Sequence encoderAndDecoder(Flow flow, Sequence x, int size) {
        Flow.Scan encoder = flow.scan("encoder", LstmCell.of(size), Map.of(), List.of(x));
        Map<String, Sequence> start = Map.of("h", encoder.finalState("h"), "c", encoder.finalState("c"));
        Flow.Scan decoder = flow.scan("decoder", LstmCell.of(size), start, List.of(x));
        return flow.concat(decoder.output(), flow.repeat(decoder.finalState("c"), x));
    }
}
