package org.rnn4j.core.network;

import static org.rnn4j.api.expr.Operations.concat;
import static org.rnn4j.api.expr.Operations.tanh;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rnn4j.api.Flow;
import org.rnn4j.api.Layer;
import org.rnn4j.api.Sequence;
import org.rnn4j.api.Step;
import org.rnn4j.api.expr.Node;

/** Networks that read sequences of other lengths than their input, or single vectors. */
final class SourceLayers {
    private static final int SIZE = 3;

    private SourceLayers() {}

    /** Layers of a network of {@link PairBatches#builder}, by name. */
    static Map<String, Layer> layers() {
        Map<String, Layer> layers = new LinkedHashMap<>();
        layers.put("finalState", SourceLayers::finalState);
        layers.put("bothDirections", SourceLayers::bothDirections);
        layers.put("pools", SourceLayers::pools);
        layers.put("symbols", SourceLayers::symbols);
        layers.put("twoSources", SourceLayers::twoSources);
        layers.put("seeds", SourceLayers::seeds);
        layers.put("backIntoTheSource", SourceLayers::backIntoTheSource);
        layers.put("reversedDecoder", SourceLayers::reversedDecoder);
        layers.put("vectorOnly", (flow, x) -> flow.concat(flow.last(x), encoded(flow, "e", flow.source("source"))));
        return layers;
    }

    /** A layer of this or of {@link MemoryLayers}. */
    static Layer named(String name) {
        Layer layer = layers().get(name);
        return layer == null ? MemoryLayers.layers().get(name) : layer;
    }

    private static Flow.Scan scan(Flow flow, String name, Map<String, Sequence> initial, Sequence... inputs) {
        return flow.scan(name, SourceLayers::equations, initial, List.of(inputs));
    }

    private static void equations(Step t) {
        Node h = t.previous("h", SIZE);
        Node read = t.input(0);
        if (t.inputs() > 1) read = concat(read, t.input(1)).named("both");
        t.next("h", tanh(t.affine("h", SIZE, t.dropout(read, 0.2).named("read"), h)));
        t.output(t.next("h"));
    }

    private static Sequence encoded(Flow flow, String name, Sequence x) {
        return scan(flow, name, Map.of(), x).finalState("h");
    }

    private static Sequence finalState(Flow flow, Sequence x) {
        return scan(flow, "decoder", Map.of("h", encoded(flow, "encoder", flow.source("source"))), x)
                .output();
    }

    private static Sequence bothDirections(Flow flow, Sequence x) {
        Sequence source = flow.source("source");
        Sequence ahead = encoded(flow, "ahead", source);
        Sequence back = encoded(flow, "back", flow.reverse(source));
        Sequence start = flow.map(List.of(ahead, back).get(0), t -> t.output(t.affine("a", SIZE, t.input())));
        Sequence both =
                flow.map(t -> t.output(tanh(t.linear("both", SIZE, t.input(0), t.input(1)))), List.of(start, back));
        return scan(flow, "decoder", Map.of("h", both), x).output();
    }

    private static Sequence pools(Flow flow, Sequence x) {
        Sequence read = scan(flow, "encoder", Map.of(), flow.source("source")).output();
        Sequence turned = scan(flow, "turned", Map.of(), flow.reverse(read)).output();
        Sequence gist = flow.plus(flow.mean(read), flow.times(flow.last(read), flow.maximum(turned)));
        return scan(flow, "decoder", Map.of("h", flow.last(turned)), x, gist).output();
    }

    private static Sequence symbols(Flow flow, Sequence x) {
        Sequence letters = flow.source("letters");
        Sequence ahead = encoded(flow, "ahead", letters);
        Sequence back = encoded(flow, "back", flow.reverse(letters));
        return scan(flow, "decoder", Map.of("h", flow.plus(ahead, back)), x).output();
    }

    private static Sequence twoSources(Flow flow, Sequence x) {
        Sequence gist = encoded(flow, "sourceEncoder", flow.source("source"));
        Flow.Scan letters = scan(flow, "letterEncoder", Map.of("h", gist), flow.source("letters"));
        return scan(flow, "decoder", Map.of("h", letters.finalState("h")), x, flow.mean(letters.output()))
                .output();
    }

    private static Sequence seeds(Flow flow, Sequence x) {
        Sequence kind = flow.map(flow.source("kind"), t -> t.output(t.affine("k", SIZE, t.input())));
        return scan(flow, "decoder", Map.of("h", kind), x, flow.source("gist")).output();
    }

    /** A vector of the input goes along the source, and what comes of it back along the input. */
    private static Sequence backIntoTheSource(Flow flow, Sequence x) {
        Sequence asked = flow.mean(scan(flow, "question", Map.of(), x).output());
        Flow.Scan read = scan(flow, "reader", Map.of("h", asked), flow.source("source"), asked);
        return scan(flow, "decoder", Map.of(), x, flow.plus(read.finalState("h"), flow.mean(read.output())))
                .output();
    }

    private static Sequence reversedDecoder(Flow flow, Sequence x) {
        Sequence start = encoded(flow, "encoder", flow.reverse(flow.source("source")));
        return flow.reverse(
                scan(flow, "decoder", Map.of("h", start), flow.reverse(x)).output());
    }
}
