package org.rnn4j.examples.engines;

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
import org.rnn4j.api.Step;
import org.rnn4j.api.expr.Matrix;
import org.rnn4j.api.expr.Node;
import org.rnn4j.api.expr.Parameter.Role;

/** Cells as third parties may write them: together they use every operation, in places where a planner may stumble. */
final class OwnCells {
    private interface Equations {
        void of(Step t, int size);
    }

    private OwnCells() {}

    /** Cells of a size that read vectors or indices, by name. */
    static Map<String, Cell> ofSize(int size) {
        Map<String, Equations> all = new LinkedHashMap<>();
        all.put("arithmetic", OwnCells::arithmetic);
        all.put("functions", OwnCells::functions);
        all.put("choices", OwnCells::choices);
        all.put("pieces", OwnCells::pieces);
        all.put("piecesAcrossPanels", OwnCells::piecesAcrossPanels);
        all.put("softmaxes", OwnCells::softmaxes);
        all.put("transposed", OwnCells::transposed);
        all.put("oneNumber", OwnCells::oneNumber);
        all.put("delayLine", OwnCells::delayLine);
        all.put("delayedSymbols", OwnCells::delayedSymbols);
        all.put("lastInput", OwnCells::lastInput);
        all.put("echo", OwnCells::echo);
        all.put("exchange", OwnCells::exchange);
        all.put("sameValue", OwnCells::sameValue);
        all.put("stateAsOutput", OwnCells::stateAsOutput);
        all.put("vectorAsOutput", OwnCells::vectorAsOutput);
        all.put("constants", OwnCells::constants);
        all.put("stateWithoutUse", OwnCells::stateWithoutUse);
        all.put("frozen", OwnCells::frozen);
        all.put("dropout", OwnCells::dropout);
        all.put("sharedMatrix", OwnCells::sharedMatrix);
        all.put("deep", OwnCells::deep);
        all.put("side", OwnCells::side);
        return bound(all, size);
    }

    /** Cells of a size that read indices only. */
    static Map<String, Cell> onIndices(int size) {
        return bound(Map.of("lookUps", OwnCells::lookUps), size);
    }

    private static Map<String, Cell> bound(Map<String, Equations> all, int size) {
        Map<String, Cell> cells = new LinkedHashMap<>();
        all.forEach((name, equations) -> cells.put(name, t -> equations.of(t, size)));
        return cells;
    }

    private static void arithmetic(Step t, int size) {
        double[] numbers = new double[size];
        for (int k = 0; k < size; k++) numbers[k] = 0.5 - (k % 3) * 0.75;
        Node h = t.previous("h", size);
        Node a = t.affine("a", size, t.input(), h).named("a");
        Node b = t.linear("b", size, t.input()).named("b");
        Node gain = t.vector("gain", Role.GAIN, size);
        Node peephole = t.vector("w_h", Role.PEEPHOLE, size);
        t.next("h", a.minus(b).times(gain).divide(square(b).plus(1.5)).negate().plus(peephole.times(h)));
        t.output(t.next("h")
                .plus(constant(2).minus(a))
                .times(constant(numbers))
                .minus(0.25)
                .divide(3));
    }

    private static void functions(Step t, int size) {
        Node h = t.previous("h", size);
        Node a = t.affine("a", size, t.input(), h);
        Node positive = exp(a.times(0.3)).plus(0.5).named("positive");
        Node sums = sigmoid(a).plus(relu(a)).plus(softplus(a)).plus(abs(a.minus(0.1)));
        t.next(
                "h",
                tanh(log(positive)
                        .plus(sqrt(positive))
                        .plus(square(a).times(0.1))
                        .plus(erf(a))));
        t.output(sums.times(t.next("h")));
    }

    private static void choices(Step t, int size) {
        Node h = t.previous("h", size);
        Node a = t.linear("a", size, t.input(), h);
        Node b = t.linear("b", size, t.input());
        Node chosen = select(stopGradient(a), a.times(b), b.minus(h));
        Node zero = select(b, h, constant(0)).plus(select(h, constant(1), a));
        t.next(
                "h",
                tanh(maximum(a, b).plus(minimum(a, constant(0.2))).plus(chosen).plus(zero)));
        t.output(maximum(t.next("h"), constant(0.1)).minus(minimum(constant(0.2), h)));
    }

    private static void pieces(Step t, int size) {
        Node h = t.previous("h", size);
        Node a = t.affine("a", size + 2, t.input(), h).named("a");
        Node first = a.slice(0, 1);
        Node norm = sqrt(sum(square(a)).plus(1)).named("norm");
        Node joined = concat(a.slice(2, size), first, broadcast(mean(a), 2));
        t.next("h", tanh(joined.slice(1, size).divide(norm).plus(first)));
        t.output(concat(dot(joined.slice(0, size), h), t.next("h"), a));
    }

    private static void piecesAcrossPanels(Step t, int size) {
        Node h = t.previous("h", size + 20);
        Node a = t.affine("a", size + 40, t.input(), h.slice(5, 11).named("piece"));
        Node middle = a.slice(9, size + 20);
        Node joined = concat(h.slice(size + 3, 17), a, t.input());
        t.next("h", tanh(middle.plus(joined.slice(13, size + 20))));
        t.output(concat(joined.slice(1, 14), middle.slice(0, 15), h));
    }

    private static void softmaxes(Step t, int size) {
        Node h = t.previous("h", size);
        Node a = t.affine("a", size, t.input(), h);
        t.next("h", softmax(a).named("p").times(a).plus(softmax(h)));
        t.output(logSoftmax(a.plus(h)).plus(softmax(t.vector("v", size))));
    }

    private static void transposed(Step t, int size) {
        Node x = t.input();
        Matrix w = t.matrix("W", size, x.size());
        Node h = t.previous("h", size);
        Node up = matmul(w.transpose(), h).named("up");
        t.next("h", tanh(matmul(w, x.plus(up))));
        t.output(up.plus(t.vector("b", x.size())));
    }

    private static void oneNumber(Step t, int size) {
        Node s = t.previous("s", 1);
        Node h = t.previous("h", size);
        t.initialState("s", InitialState.learned());
        Node gate = sigmoid(t.affine("g", 1, t.input(), h, s)).named("gate");
        Node b = t.vector("scale", Role.GAIN, 1);
        t.next("s", s.times(0.5).plus(gate).minus(mean(h)));
        t.next("h", tanh(t.affine("h", size, t.input(), h, s)).times(gate).plus(b.times(s)));
        t.output(gate.times(b).plus(t.next("s")));
    }

    /** Two steps late: states that are others' previous values, and inputs. */
    private static void delayLine(Step t, int size) {
        Node x = t.input();
        Node first = t.previous("h1", x.size());
        Node second = t.previous("h2", x.size());
        Node third = t.previous("h3", x.size());
        t.next("h3", second);
        t.next("h2", first);
        t.next("h1", x.plus(0));
        t.output(concat(third, t.linear("y", size, x), x));
    }

    /** The input itself is a state and a part of the sum. */
    private static void delayedSymbols(Step t, int size) {
        Node x = t.input();
        Node before = t.previous("before", x.size());
        t.next("before", x);
        t.output(t.affine("y", size, x, before));
    }

    /** A state that nobody reads before the end. */
    private static void lastInput(Step t, int size) {
        t.previous("last", t.input().size());
        t.next("last", t.input());
        t.output(tanh(t.affine("y", size, t.input())));
    }

    /** The output is the input. */
    private static void echo(Step t, int size) {
        Node h = t.previous("h", size);
        t.next("h", tanh(t.affine("h", size, t.input(), h)));
        t.output(t.input());
    }

    private static void exchange(Step t, int size) {
        Node a = t.previous("a", size);
        Node b = t.previous("b", size);
        t.initialState("a", InitialState.constant(0.4));
        t.next("a", b);
        t.next("b", tanh(t.affine("b", size, t.input(), a)));
        t.output(a.minus(b));
    }

    private static void sameValue(Step t, int size) {
        Node a = t.previous("a", size);
        Node b = t.previous("b", size);
        Node value = tanh(t.affine("v", size, t.input(), a, b));
        t.next("a", value);
        t.next("b", value);
        t.output(value);
    }

    private static void stateAsOutput(Step t, int size) {
        Node h = t.previous("h", size);
        t.initialState("h", InitialState.learned());
        t.next("h", tanh(t.affine("h", size, t.input(), h)));
        t.output(h);
    }

    private static void vectorAsOutput(Step t, int size) {
        Node h = t.previous("h", size);
        Node v = t.vector("v", size);
        t.next("h", v.times(2));
        Node late = tanh(t.affine("y", size, t.input(), h)).times(0.1);
        t.output(v.plus(late));
    }

    private static void constants(Step t, int size) {
        Node h = t.previous("h", size);
        Node k = t.previous("k", size);
        t.next("h", constant(0.5, size));
        t.next("k", constant(new double[size]).plus(0.25).plus(k.times(0.5)));
        t.output(t.affine("y", size, t.input())
                .times(h)
                .plus(k)
                .plus(constant(3, size).named("three")));
    }

    /** A state that nothing reads but itself, and one that keeps its value. */
    private static void stateWithoutUse(Step t, int size) {
        Node count = t.previous("count", 1);
        Node kept = t.previous("kept", size);
        Node h = t.previous("h", size);
        t.next("count", count.plus(1));
        t.next("kept", kept);
        t.next("h", tanh(t.linear("h", size, t.input(), h)));
        t.output(t.next("h"));
    }

    private static void frozen(Step t, int size) {
        Node h = t.previous("h", size);
        Node a = tanh(t.affine("a", size, t.input(), h));
        t.next("h", stopGradient(a).plus(h.times(0.5)));
        t.output(stopGradient(t.next("h")).times(a));
    }

    private static void dropout(Step t, int size) {
        Node h = t.previous("h", size);
        Node kept = t.dropout(h, 0.3, true).named("kept");
        t.next("h", tanh(t.affine("h", size, t.dropout(t.input(), 0.2).named("x"), kept)));
        t.output(t.dropout(t.next("h"), 0.5).plus(t.dropout(t.next("h"), 0.2, true)));
    }

    private static void sharedMatrix(Step t, int size) {
        Node h = t.previous("h", size);
        Node c = t.previous("c", size);
        Matrix w = t.matrix("W", size, size);
        Node x = t.linear("x", size, t.input());
        t.next("h", tanh(matmul(w, h).plus(x)));
        t.next(
                "c",
                tanh(matmul(w, c).plus(matmul(w, t.next("h"))))
                        .plus(matmul(w.transpose(), x).times(0.5)));
        t.output(t.next("c"));
    }

    /** Several products one after the other in one step. */
    private static void deep(Step t, int size) {
        Node h = t.previous("h", size);
        Node a = tanh(t.affine("a", size + 5, t.input(), h)).named("a");
        Node b = relu(t.affine("b", 2 * size, a, h)).named("b");
        Node gate = sigmoid(t.affine("g", size, b)).named("g");
        t.next("h", gate.times(h).plus(constant(1).minus(gate).times(t.affine("d", size, b, a))));
        t.output(t.affine("y", size + 1, b, gate));
    }

    private static void side(Step t, int size) {
        Node h = t.previous("h", size);
        Node gap = t.side("gap", 1);
        Node extra = t.side("extra", 3);
        Node decay = exp(relu(t.affine("d", size, gap)).negate()).named("decay");
        Node faded = h.times(decay).named("faded");
        t.next("h", tanh(t.affine("h", size, t.input(), faded, extra)));
        t.output(t.next("h").times(gap));
    }

    private static void lookUps(Step t, int size) {
        Node x = t.input();
        Node h = t.previous("h", x.size());
        Node looked = matmul(t.matrix("E", size, x.size()), x).named("e");
        Node row = matmul(t.matrix("F", x.size(), size).transpose(), x);
        Node picked = dot(x, h);
        t.next("h", tanh(t.affine("h", h.size(), looked).plus(h.times(x)).plus(picked)));
        t.output(concat(row.plus(looked), picked, x.minus(h), dot(t.vector("v", x.size()), x)));
    }
}
