package org.rnn4j.core.network;

import static org.rnn4j.api.expr.Operations.abs;
import static org.rnn4j.api.expr.Operations.broadcast;
import static org.rnn4j.api.expr.Operations.concat;
import static org.rnn4j.api.expr.Operations.constant;
import static org.rnn4j.api.expr.Operations.dot;
import static org.rnn4j.api.expr.Operations.erf;
import static org.rnn4j.api.expr.Operations.exp;
import static org.rnn4j.api.expr.Operations.log;
import static org.rnn4j.api.expr.Operations.logSoftmax;
import static org.rnn4j.api.expr.Operations.matmul;
import static org.rnn4j.api.expr.Operations.maximum;
import static org.rnn4j.api.expr.Operations.mean;
import static org.rnn4j.api.expr.Operations.minimum;
import static org.rnn4j.api.expr.Operations.relu;
import static org.rnn4j.api.expr.Operations.select;
import static org.rnn4j.api.expr.Operations.sigmoid;
import static org.rnn4j.api.expr.Operations.softmax;
import static org.rnn4j.api.expr.Operations.softplus;
import static org.rnn4j.api.expr.Operations.sqrt;
import static org.rnn4j.api.expr.Operations.square;
import static org.rnn4j.api.expr.Operations.stopGradient;
import static org.rnn4j.api.expr.Operations.sum;
import static org.rnn4j.api.expr.Operations.tanh;

import java.util.LinkedHashMap;
import java.util.Map;
import org.rnn4j.api.Cell;
import org.rnn4j.api.InitialState;
import org.rnn4j.api.Initializer;
import org.rnn4j.api.Step;
import org.rnn4j.api.expr.Matrix;
import org.rnn4j.api.expr.Node;
import org.rnn4j.api.expr.Parameter.Role;

/** Small cells that together use every operation of the language. */
final class TestCells {
    private TestCells() {}

    /** Cells that read vectors, by name. */
    static Map<String, Cell> onVectors() {
        Map<String, Cell> cells = new LinkedHashMap<>();
        cells.put("elman", TestCells::elman);
        cells.put("lstm", TestCells::lstm);
        cells.put("arithmetic", TestCells::arithmetic);
        cells.put("functions", TestCells::functions);
        cells.put("choices", TestCells::choices);
        cells.put("pieces", TestCells::pieces);
        cells.put("softmaxes", TestCells::softmaxes);
        cells.put("transposed", TestCells::transposed);
        cells.put("learnedStates", TestCells::learnedStates);
        cells.put("dropout", TestCells::dropout);
        return cells;
    }

    /** Cells that read indices, by name. */
    static Map<String, Cell> onIndices() {
        Map<String, Cell> cells = new LinkedHashMap<>();
        cells.put("elmanOnIndices", TestCells::elman);
        cells.put("lookUps", TestCells::lookUps);
        return cells;
    }

    static void elman(Step t) {
        Node h = t.previous("h", 4);
        t.next("h", tanh(t.affine("h", 4, t.input(), h)));
        t.output(t.next("h"));
    }

    static void lstm(Step t) {
        Node x = t.input();
        Node h = t.previous("h", 2);
        Node c = t.previous("c", 3);
        Node i = sigmoid(
                t.affine("i", 3, x, h).plus(t.vector("w_ci", Role.PEEPHOLE, 3).times(c)));
        Node f = sigmoid(t.affine("f", 3, x, h));
        Node g = tanh(t.affine("g", 3, x, h));
        Node o = sigmoid(t.affine("o", 3, x, h));
        t.next("c", f.times(c).plus(i.times(g)));
        t.next("h", matmul(t.matrix("W_mh", Role.PROJECTION, 2, 3), o.times(tanh(t.next("c")))));
        t.output(concat(t.next("h"), i));
        t.initialize("w_ci", Initializer.uniform(-1, 1));
    }

    static void arithmetic(Step t) {
        Node h = t.previous("h", 3);
        Node a = t.affine("a", 3, t.input(), h).named("a");
        Node b = t.linear("b", 3, t.input());
        Node gain = t.vector("gain", Role.GAIN, 3);
        t.next("h", a.minus(b).times(gain).divide(square(b).plus(1.5)).negate());
        t.output(t.next("h").plus(constant(2).minus(a)).times(constant(new double[] {0.5, -1, 2})));
    }

    static void functions(Step t) {
        Node h = t.previous("h", 3);
        Node a = t.affine("a", 3, t.input(), h);
        Node positive = exp(a.times(0.3)).plus(0.5);
        Node sums = sigmoid(a).plus(relu(a)).plus(softplus(a)).plus(abs(a.minus(0.1)));
        t.next(
                "h",
                tanh(log(positive)
                        .plus(sqrt(positive))
                        .plus(square(a).times(0.1))
                        .plus(erf(a))));
        t.output(sums.times(t.next("h")));
    }

    static void choices(Step t) {
        Node h = t.previous("h", 3);
        Node a = t.linear("a", 3, t.input(), h);
        Node b = t.linear("b", 3, t.input());
        Node chosen = select(stopGradient(a), a.times(b), b.minus(h));
        t.next("h", tanh(maximum(a, b).plus(minimum(a, constant(0.2))).plus(chosen)));
        t.output(t.next("h"));
    }

    static void pieces(Step t) {
        Node h = t.previous("h", 4);
        Node a = t.affine("a", 4, t.input(), h);
        Node first = a.slice(0, 1);
        Node middle = a.slice(1, 2);
        Node norm = sqrt(sum(square(a)).plus(1));
        Node joined = concat(middle, first, broadcast(mean(a), 1));
        t.next("h", tanh(joined.divide(norm).plus(first)));
        t.output(concat(dot(a, h), t.next("h").slice(1, 3)));
    }

    static void softmaxes(Step t) {
        Node h = t.previous("h", 3);
        Node a = t.affine("a", 3, t.input(), h);
        t.next("h", softmax(a).times(a));
        t.output(logSoftmax(a.plus(h)));
    }

    static void transposed(Step t) {
        Matrix w = t.matrix("W", 2, 3);
        Node h = t.previous("h", 2);
        Node up = matmul(w.transpose(), h);
        t.next("h", tanh(matmul(w, t.input().plus(up))));
        t.output(up.plus(t.vector("b", 3)));
    }

    static void learnedStates(Step t) {
        Node h = t.previous("h", 2);
        Node c = t.previous("c", 2);
        Node k = t.previous("k", 1);
        t.initialState("h", InitialState.learned());
        t.initialState("c", new InitialState(InitialState.Kind.LEARNED, 0.3));
        t.initialState("k", InitialState.constant(0.7));
        t.next("h", tanh(t.affine("h", 2, t.input(), h).plus(c)));
        t.next("c", c.times(0.9).plus(h.times(k)));
        t.next("k", k.times(0.5));
        t.output(t.next("h").times(k));
    }

    static void dropout(Step t) {
        Node h = t.previous("h", 3);
        Node kept = t.dropout(h, 0.3, true);
        t.next("h", tanh(t.affine("h", 3, t.input(), kept.named("kept"))));
        t.output(t.dropout(t.next("h"), 0.5).plus(t.dropout(t.next("h"), 0.2)));
    }

    static void lookUps(Step t) {
        Node x = t.input();
        Node h = t.previous("h", x.size());
        Node looked = matmul(t.matrix("E", 3, x.size()), x).named("e");
        Node row = matmul(t.matrix("F", x.size(), 3).transpose(), x);
        Node picked = dot(x, h);
        t.next("h", tanh(t.affine("h", h.size(), looked).plus(h.times(x)).plus(picked)));
        t.output(concat(row.plus(looked), picked, x.minus(h)));
    }
}
