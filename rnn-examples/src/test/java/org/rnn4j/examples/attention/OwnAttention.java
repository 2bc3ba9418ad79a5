package org.rnn4j.examples.attention;

import static org.rnn4j.api.expr.Operations.concat;
import static org.rnn4j.api.expr.Operations.dot;
import static org.rnn4j.api.expr.Operations.segmentSoftmax;
import static org.rnn4j.api.expr.Operations.segmentSum;
import static org.rnn4j.api.expr.Operations.tanh;

import org.rnn4j.api.Cell;
import org.rnn4j.api.Step;
import org.rnn4j.api.expr.Node;

/** A decoder with dot-product attention as a user writes it: sees rnn-api only. */
record OwnAttention(int size) implements Cell {
    @Override
    public void step(Step t) {
        Node m = t.memory("memory");
        Node fed = t.previous("fed", m.size());
        Node x = concat(t.input(), fed).named("x");
        Node h = t.previous("h", size);
        t.next("h", tanh(t.affine("h", size, x, h)));
        Node alpha = segmentSoftmax(dot(m, t.next("h"))).named("alpha");
        Node context = segmentSum(alpha.times(m)).named("context");
        t.internal("fed");
        t.next("fed", context);
        t.output(concat(context, t.next("h")));
    }
}
