package org.rnn4j.attention;

import static org.rnn4j.api.expr.Operations.concat;
import static org.rnn4j.api.expr.Operations.matmul;
import static org.rnn4j.api.expr.Operations.segmentSoftmax;
import static org.rnn4j.api.expr.Operations.segmentSum;
import static org.rnn4j.api.expr.Operations.tanh;

import java.util.Optional;
import org.rnn4j.api.Cell;
import org.rnn4j.api.Step;
import org.rnn4j.api.expr.Node;
import org.rnn4j.api.expr.Parameter.Role;

/**
 * Any cell, with attention to a memory m_1 … m_S: what an encoder left at every step of the source.
 *
 * <p>One step, y being the output of the wrapped cell:
 * <pre>
 * y       = cell([x; a_{t-1}])            input feeding; without it cell(x)
 * alpha_s = softmax_s(score(y, m_s))      see {@link Score}
 * context = Σ_s alpha_s m_s
 * a_t     = tanh(W_ca context + W_ya y + b_ya)    or context, where no size is given
 * output  = a_t                           or [context; y], where no size is given
 * </pre>
 *
 * <p>Variant: the query is the cell's output of the same step, as in Luong et al. With input feeding, what the cell reads at
 * the next step is the context of the state before it, as in Bahdanau et al.; at the first step it is zeros.
 *
 * <p>Shapes: x [inputSize], memory [memorySize] at each of S positions, output [size] or [memorySize + size of y].
 *
 * <p>Parameters: those of the wrapped cell, under its own names; W_ma, W_qa, v_a, b_a of the score; W_ca, W_ya Glorot uniform,
 * b_ya 0.
 *
 * <p>Values to look at: {@code alpha} [T, B, S, 1], {@code context}.
 *
 * <p>Edge cases: positions past a source's length have no weight; an empty source has the context 0. The state {@code fed}
 * begins as zeros, whatever a bridge says.
 *
 * <p>Source: Bahdanau, Cho and Bengio 2015, arXiv:1409.0473 (additive); Luong, Pham and Manning 2015, arXiv:1508.04025 (dot,
 * general, input feeding: section 3.3); Vaswani et al. 2017, arXiv:1706.03762 (scaled dot).
 */
public final class AttentionCell implements Cell {
    private static final String FED = "fed";

    private final Cell cell;
    private final Score score;
    private final Optional<Integer> size;
    private final int attentionSize;
    private final boolean inputFeeding;
    private final String memory;

    private AttentionCell(
            Cell cell, Score score, Optional<Integer> size, int attentionSize, boolean inputFeeding, String memory) {
        this.cell = cell;
        this.score = score;
        size.ifPresent(AttentionCellProvider.SIZE_RANGE::checked);
        this.size = size;
        this.attentionSize = AttentionCellProvider.ATTENTION_SIZE.checked(attentionSize);
        this.inputFeeding = inputFeeding;
        this.memory = memory;
    }

    /** A cell with attention to the memory called {@code memory}, with input feeding, that gives context and output. */
    public static AttentionCell of(Cell cell, Score score) {
        int usual = AttentionCellProvider.ATTENTION_SIZE.defaultValue().orElseThrow();
        return new AttentionCell(cell, score, Optional.empty(), usual, true, AttentionCellProvider.USUAL_MEMORY);
    }

    /** The same that gives a vector of a size, made of context and output. */
    public AttentionCell withSize(int newSize) {
        return new AttentionCell(cell, score, Optional.of(newSize), attentionSize, inputFeeding, memory);
    }

    /** The same with another size of the space in which {@link Score#ADDITIVE} compares. */
    public AttentionCell withAttentionSize(int newSize) {
        return new AttentionCell(cell, score, size, newSize, inputFeeding, memory);
    }

    /** The same with or without input feeding. */
    public AttentionCell withInputFeeding(boolean fed) {
        return new AttentionCell(cell, score, size, attentionSize, fed, memory);
    }

    /** The same with attention to a memory of another name. */
    public AttentionCell withMemory(String name) {
        return new AttentionCell(cell, score, size, attentionSize, inputFeeding, name);
    }

    @Override
    public void step(Step t) {
        Node m = t.memory(memory);
        Optional<Node> fed = inputFeeding ? Optional.of(t.previous(FED, size.orElse(m.size()))) : Optional.empty();
        FedStep inner = new FedStep(t, fed);
        cell.step(inner);
        Node y = inner.given();

        Node alpha = segmentSoftmax(score.of(t, y, m, attentionSize)).named("alpha");
        Node context = segmentSum(alpha.times(m)).named("context");
        Optional<Node> attended = size.map(n -> tanh(matmul(t.matrix("W_ca", Role.INPUT, n, m.size()), context)
                .plus(matmul(t.matrix("W_ya", Role.INPUT, n, y.size()), y))
                .plus(t.vector("b_ya", n))));
        if (inputFeeding) {
            t.internal(FED);
            t.next(FED, attended.orElse(context));
        }
        t.output(attended.orElseGet(() -> concat(context, y)));
    }
}
