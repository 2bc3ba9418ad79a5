package minimal;

import static org.rnn4j.api.expr.Operations.constant;
import static org.rnn4j.api.expr.Operations.sigmoid;
import static org.rnn4j.api.expr.Operations.tanh;

import org.rnn4j.api.Cell;
import org.rnn4j.api.CellOptions;
import org.rnn4j.api.Step;
import org.rnn4j.api.expr.Node;

/** Minimal gated unit, Zhou et al. 2016, arXiv:1603.09420; depends on rnn-api. */
final class MinimalGatedUnit implements Cell {
    private final CellOptions options;

    MinimalGatedUnit(CellOptions options) {
        this.options = options;
    }

    @Override
    public void step(Step step) {
        Step t = options.on(step);
        int size = options.hiddenSize();
        Node x = t.input();
        Node h = t.previous("h", size);
        Node f = sigmoid(t.affine("f", size, x, h));
        Node n = tanh(t.affine("n", size, x, f.times(h).named("h")));
        t.next("h", f.times(n).plus(constant(1).minus(f).times(h)));
        t.output(t.next("h"));
    }
}
