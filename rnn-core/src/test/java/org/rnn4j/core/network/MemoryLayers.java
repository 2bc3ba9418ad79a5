package org.rnn4j.core.network;

import static org.rnn4j.api.expr.Operations.concat;
import static org.rnn4j.api.expr.Operations.constant;
import static org.rnn4j.api.expr.Operations.dot;
import static org.rnn4j.api.expr.Operations.exp;
import static org.rnn4j.api.expr.Operations.matmul;
import static org.rnn4j.api.expr.Operations.maximum;
import static org.rnn4j.api.expr.Operations.segmentSoftmax;
import static org.rnn4j.api.expr.Operations.segmentSum;
import static org.rnn4j.api.expr.Operations.select;
import static org.rnn4j.api.expr.Operations.sigmoid;
import static org.rnn4j.api.expr.Operations.spread;
import static org.rnn4j.api.expr.Operations.sum;
import static org.rnn4j.api.expr.Operations.tanh;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rnn4j.api.Cell;
import org.rnn4j.api.Flow;
import org.rnn4j.api.InitialState;
import org.rnn4j.api.Layer;
import org.rnn4j.api.Sequence;
import org.rnn4j.api.Step;
import org.rnn4j.api.expr.Node;

/** Cells that look at a memory at every step. */
final class MemoryLayers {
    private static final int SIZE = 3;

    private MemoryLayers() {}

    /** Layers of a network of {@link PairBatches#builder}, by name. */
    static Map<String, Layer> layers() {
        Map<String, Layer> layers = new LinkedHashMap<>();
        layers.put("dot", (flow, x) -> attending(flow, x, MemoryLayers::dotAttention));
        layers.put("additive", (flow, x) -> attending(flow, x, MemoryLayers::additiveAttention));
        layers.put("general", (flow, x) -> attending(flow, x, MemoryLayers::generalAttention));
        layers.put("everything", (flow, x) -> attending(flow, x, MemoryLayers::everything));
        layers.put("withoutState", (flow, x) -> attending(flow, x, MemoryLayers::withoutState));
        layers.put("rawSource", MemoryLayers::rawSource);
        layers.put("twoMemories", MemoryLayers::twoMemories);
        layers.put("ownInput", MemoryLayers::ownInput);
        layers.put("twoReaders", MemoryLayers::twoReaders);
        layers.put("coverage", (flow, x) -> attending(flow, x, MemoryLayers::coverage));
        layers.put("positions", (flow, x) -> attending(flow, x, MemoryLayers::statesAtPositions));
        layers.put("onlyPositions", (flow, x) -> attending(flow, x, MemoryLayers::onlyPositions));
        layers.put("ownPositions", MemoryLayers::ownPositions);
        layers.put("alongSource", MemoryLayers::alongSource);
        layers.put("backward", (flow, x) -> flow.reverse(attending(flow, flow.reverse(x), MemoryLayers::dotAttention)));
        return layers;
    }

    private static Sequence encoded(Flow flow, String name, Sequence x) {
        return flow.scan(
                        name,
                        t -> {
                            Node h = t.previous("h", SIZE);
                            t.next("h", tanh(t.affine("h", SIZE, t.input(), h)));
                            t.output(t.next("h"));
                        },
                        Map.of(),
                        List.of(x))
                .output();
    }

    private static Sequence attending(Flow flow, Sequence x, Cell cell) {
        Sequence memory = encoded(flow, "encoder", flow.source("source"));
        return flow.withMemory("memory", memory)
                .scan("decoder", cell, Map.of(), List.of(x))
                .output();
    }

    private static Sequence rawSource(Flow flow, Sequence x) {
        return flow.withMemory("memory", flow.reverse(flow.source("source")))
                .scan("decoder", MemoryLayers::additiveAttention, Map.of(), List.of(x))
                .output();
    }

    private static Sequence twoMemories(Flow flow, Sequence x) {
        Flow seeing = flow.withMemory("memory", encoded(flow, "encoder", flow.source("source")))
                .withMemory("letters", encoded(flow, "speller", flow.source("letters")));
        Cell cell = t -> {
            Node h = t.previous("h", SIZE);
            Node context = attended(t.memory("memory"), h).plus(attended(t.memory("letters"), t.linear("q", SIZE, h)));
            t.next("h", tanh(t.affine("h", SIZE, t.input(), context.named("context"))));
            t.output(t.next("h"));
        };
        return seeing.scan("decoder", cell, Map.of(), List.of(x)).output();
    }

    /** The input itself, seen from every step. */
    private static Sequence ownInput(Flow flow, Sequence x) {
        Sequence read = encoded(flow, "reader", x);
        return flow.withMemory("memory", read)
                .scan("again", MemoryLayers::dotAttention, Map.of(), List.of(read))
                .output();
    }

    private static Sequence twoReaders(Flow flow, Sequence x) {
        Flow seeing = flow.withMemory("memory", encoded(flow, "encoder", flow.source("source")));
        Sequence first = seeing.scan("one", MemoryLayers::dotAttention, Map.of(), List.of(x))
                .output();
        return seeing.scan("two", MemoryLayers::additiveAttention, Map.of(), List.of(first))
                .output();
    }

    private static Node attended(Node memory, Node query) {
        return segmentSum(segmentSoftmax(dot(memory, query)).times(memory));
    }

    private static void finish(Step t, Node context) {
        Node h = t.previous("h", SIZE);
        t.next("h", tanh(t.affine("h", SIZE, t.input(), h, context.named("context"))));
        t.output(t.next("h"));
    }

    private static void dotAttention(Step t) {
        Node h = t.previous("h", SIZE);
        Node alpha = segmentSoftmax(dot(t.memory("memory"), h)).named("alpha");
        Node context = segmentSum(alpha.times(t.memory("memory"))).named("context");
        t.next("h", tanh(t.affine("h", SIZE, t.input(), h, context)));
        t.output(concat(t.next("h"), context));
    }

    private static void additiveAttention(Step t) {
        Node h = t.previous("h", SIZE);
        Node m = t.memory("memory");
        Node keys = matmul(t.matrix("W_mk", 4, m.size()), m)
                .plus(t.vector("b_k", 4))
                .named("keys");
        Node hidden = tanh(keys.plus(t.linear("q", 4, h)));
        Node score = matmul(t.matrix("v", 1, 4), hidden);
        Node context = segmentSum(segmentSoftmax(score).named("alpha").times(m)).named("context");
        t.next("h", tanh(t.affine("h", SIZE, t.input(), h, context)));
        t.output(t.next("h"));
    }

    private static void generalAttention(Step t) {
        Node h = t.previous("h", SIZE);
        Node m = t.memory("memory");
        t.next("h", tanh(t.affine("h", SIZE, t.input(), h)));
        Node score = dot(matmul(t.matrix("W", SIZE, m.size()), m), t.next("h"));
        Node context = segmentSum(segmentSoftmax(score).times(m)).named("context");
        t.output(tanh(t.affine("o", 4, context, t.next("h").named("hidden"))));
    }

    /** No state leads to the attention: all steps at once, before the loop. */
    private static void withoutState(Step t) {
        Node x = t.input();
        Node context = attended(t.memory("memory"), t.linear("q", SIZE, x));
        finish(t, context);
    }

    private static void everything(Step t) {
        Node h = t.previous("h", SIZE);
        Node m = t.memory("memory");
        Node gate = sigmoid(m.times(h).plus(m.times(2).plus(0.5)));
        Node chosen = select(h, maximum(gate, h.times(0.3)), m.minus(t.vector("b", SIZE)));
        Node wide = concat(chosen, spread(h, m), exp(m.negate()));
        Node weights = segmentSoftmax(wide.slice(1, SIZE + 2)).slice(0, SIZE);
        Node count = segmentSum(spread(constant(1), m));
        Node mean = segmentSum(m).divide(count.plus(1));
        Node norm = sum(weights.times(m));
        Node mixed = matmul(
                t.matrix("W_mix", SIZE, SIZE), weights.divide(norm.plus(3)).plus(h));
        Node context = segmentSum(mixed.times(norm)).plus(mean).named("context");
        t.next("h", tanh(t.affine("h", SIZE, t.input(), h, context)));
        t.output(concat(t.next("h"), context, count));
    }

    /** What was attended to so far enters the score. */
    private static void coverage(Step t) {
        Node h = t.previous("h", SIZE);
        Node m = t.memory("memory");
        Node seen = t.previous("seen", 1, m);
        Node keys = matmul(t.matrix("W_mk", 4, m.size()), m).plus(matmul(t.matrix("W_sk", 4, 1), seen));
        Node score = matmul(t.matrix("v", 1, 4), tanh(keys.plus(t.linear("q", 4, h))));
        Node alpha = segmentSoftmax(score).named("alpha");
        t.next("seen", seen.plus(alpha));
        Node context = segmentSum(alpha.times(m)).named("context");
        t.next("h", tanh(t.affine("h", SIZE, t.input(), h, context)));
        t.output(t.next("h"));
    }

    /** States at every position that run through products, that begin as learned, and that nothing changes. */
    private static void statesAtPositions(Step t) {
        Node x = t.input();
        Node m = t.memory("memory");
        Node kept = t.previous("kept", 4, m);
        Node fixed = t.previous("fixed", 2, m);
        Node wide = t.previous("wide", 18, m);
        t.initialState("kept", InitialState.learned());
        t.initialState("fixed", InitialState.constant(0.5));
        t.next("kept", tanh(t.affine("k", 4, m, kept, x)));
        t.next("fixed", t.linear("f", 2, x));
        t.next("wide", tanh(t.linear("w", 18, wide).plus(concat(m, x, fixed).slice(0, 1))));
        finish(t, segmentSum(concat(kept, fixed.times(m.slice(0, 2)), wide.slice(3, 15))));
    }

    /** Of the memory itself nothing is used but how long it is. */
    private static void onlyPositions(Step t) {
        Node turns = t.previous("turns", 1, t.memory("memory"));
        t.next("turns", turns.plus(t.linear("t", 1, t.input())));
        finish(t, segmentSum(sigmoid(turns)));
    }

    private static Sequence ownPositions(Flow flow, Sequence x) {
        Sequence read = encoded(flow, "reader", x);
        return flow.withMemory("memory", read)
                .scan("again", MemoryLayers::coverage, Map.of(), List.of(read))
                .output();
    }

    /** A cell that runs along one source and looks at another. */
    private static Sequence alongSource(Flow flow, Sequence x) {
        Sequence memory = encoded(flow, "encoder", flow.source("source"));
        Flow.Scan scan = flow.withMemory("memory", memory)
                .scan(
                        "reader",
                        MemoryLayers::coverage,
                        Map.of(),
                        List.of(encoded(flow, "speller", flow.source("letters"))));
        return flow.concat(x, flow.repeat(flow.mean(scan.output()), x), flow.repeat(scan.finalState("h"), x));
    }
}
