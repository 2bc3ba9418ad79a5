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
 * alpha_s = softmax_s(score(y, m_s))      see {@link Score}; with coverage score(y, m_s, coverage_s)
 * context = Σ_s alpha_s m_s
 * coverage_s = coverage_s + alpha_s       if it is wanted
 * a_t     = tanh(W_ca context + W_ya y + b_ya)    or context, where no size is given
 * output  = a_t                           or [context; y], where no size is given
 * </pre>
 *
 * <p>Variant: the query is the cell's output of the same step, as in Luong et al. With input feeding, what the cell reads at
 * the next step is the context of the state before it, as in Bahdanau et al.; at the first step it is zeros. With coverage,
 * the sum of all earlier weights of a position enters its score, as in See et al.: so the cell can learn to go on where it has
 * not looked yet, and not to say the same again.
 *
 * <p>Shapes: x [inputSize], memory [memorySize] at each of S positions, output [size] or [memorySize + size of y].
 *
 * <p>Parameters: those of the wrapped cell, under its own names; W_ma, W_qa, v_a, b_a of the score; W_ka [attentionSize, 1]
 * Glorot uniform, or w_ka [1] at first 0, of coverage; W_ca, W_ya Glorot uniform, b_ya 0.
 *
 * <p>Values to look at: {@code alpha} [T, B, S, 1], {@code coverage} [T, B, S, 1] before each step, {@code context}.
 *
 * <p>Edge cases: positions past a source's length have no weight; an empty source has the context 0. The states {@code fed}
 * and {@code coverage} begin as zeros, whatever a bridge says.
 *
 * <p>Source: Bahdanau, Cho and Bengio 2015, arXiv:1409.0473 (additive); Luong, Pham and Manning 2015, arXiv:1508.04025 (dot,
 * general, input feeding: section 3.3); Vaswani et al. 2017, arXiv:1706.03762 (scaled dot); coverage: Tu et al. 2016,
 * arXiv:1601.04811; See, Liu and Manning 2017, arXiv:1704.04368, equations 10 and 11.
 */
public final class AttentionCell implements Cell {
    private static final String FED = "fed";
    private static final String COVERAGE = "coverage";

    private final Cell cell;
    private final Score score;
    private final Choices choices;

    /** What a user may choose beside the score. */
    private record Choices(
            Optional<Integer> size, int attentionSize, boolean inputFeeding, boolean coverage, String memory) {
        Choices {
            size.ifPresent(AttentionCellProvider.SIZE_RANGE::checked);
            AttentionCellProvider.ATTENTION_SIZE.checked(attentionSize);
        }
    }

    private AttentionCell(Cell cell, Score score, Choices choices) {
        this.cell = cell;
        this.score = score;
        this.choices = choices;
    }

    /** A cell with attention to the memory called {@code memory}, with input feeding, that gives context and output. */
    public static AttentionCell of(Cell cell, Score score) {
        int usual = AttentionCellProvider.ATTENTION_SIZE.defaultValue().orElseThrow();
        String memory = AttentionCellProvider.USUAL_MEMORY;
        return new AttentionCell(cell, score, new Choices(Optional.empty(), usual, true, false, memory));
    }

    /** The same that gives a vector of a size, made of context and output. */
    public AttentionCell withSize(int newSize) {
        return with(new Choices(
                Optional.of(newSize), choices.attentionSize, choices.inputFeeding, choices.coverage, choices.memory));
    }

    /** The same with another size of the space in which {@link Score#ADDITIVE} compares. */
    public AttentionCell withAttentionSize(int newSize) {
        return with(new Choices(choices.size, newSize, choices.inputFeeding, choices.coverage, choices.memory));
    }

    /** The same with or without input feeding. */
    public AttentionCell withInputFeeding(boolean fed) {
        return with(new Choices(choices.size, choices.attentionSize, fed, choices.coverage, choices.memory));
    }

    /** The same with or without coverage: whether it counts in the score what was attended to before. */
    public AttentionCell withCoverage(boolean covered) {
        return with(new Choices(choices.size, choices.attentionSize, choices.inputFeeding, covered, choices.memory));
    }

    /** The same with attention to a memory of another name. */
    public AttentionCell withMemory(String name) {
        return with(new Choices(choices.size, choices.attentionSize, choices.inputFeeding, choices.coverage, name));
    }

    private AttentionCell with(Choices others) {
        return new AttentionCell(cell, score, others);
    }

    @Override
    public void step(Step t) {
        Node m = t.memory(choices.memory);
        Optional<Node> fed =
                choices.inputFeeding ? Optional.of(t.previous(FED, choices.size.orElse(m.size()))) : Optional.empty();
        Optional<Node> coverage = choices.coverage ? Optional.of(t.previous(COVERAGE, 1, m)) : Optional.empty();
        FedStep inner = new FedStep(t, fed);
        cell.step(inner);
        Node y = inner.given();

        Node alpha = segmentSoftmax(score.of(t, y, m, coverage, choices.attentionSize))
                .named("alpha");
        Node context = segmentSum(alpha.times(m)).named("context");
        Optional<Node> attended = choices.size.map(n -> tanh(matmul(t.matrix("W_ca", Role.INPUT, n, m.size()), context)
                .plus(matmul(t.matrix("W_ya", Role.INPUT, n, y.size()), y))
                .plus(t.vector("b_ya", n))));
        coverage.ifPresent(c -> t.next(COVERAGE, c.plus(alpha)));
        if (choices.inputFeeding) {
            t.internal(FED);
            t.next(FED, attended.orElse(context));
        }
        t.output(attended.orElseGet(() -> concat(context, y)));
    }
}
