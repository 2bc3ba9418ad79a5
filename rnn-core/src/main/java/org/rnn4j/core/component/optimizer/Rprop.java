package org.rnn4j.core.component.optimizer;

import static org.rnn4j.api.expr.Operations.constant;
import static org.rnn4j.api.expr.Operations.maximum;
import static org.rnn4j.api.expr.Operations.minimum;
import static org.rnn4j.api.expr.Operations.select;

import org.rnn4j.api.Optimizer;
import org.rnn4j.api.Update;
import org.rnn4j.api.expr.Node;

/**
 * Steps of a size of their own for each element, which grow while the gradient's sign stays and shrink when it changes.
 *
 * <p>One update:
 * <pre>
 * a  = g ∘ last
 * s' = min(max(s ∘ (a > 0 ? etaPlus : a < 0 ? etaMinus : 1), smallestStep), largestStep)
 * k  = a < 0 ? 0 : g
 * p' = p - sign(k) ∘ s'
 * last' = k
 * </pre>
 *
 * <p>Variant: as PyTorch's {@code Rprop}: after a change of sign the element stands still once (Rprop-). The learning rate
 * is the first s and says nothing later.
 *
 * <p>Shapes: p, g, a, s, k, last [length of the parameter].
 *
 * <p>Parameters: states last 0, s the learning rate. Usual learning rate 0.01; etaMinus 0.5; etaPlus 1.2; steps from 1e-6 to
 * 50.
 *
 * <p>Edge cases: made for whole-data gradients; with small batches signs change by chance. A gradient of 0 makes no step.
 *
 * <p>Source: Riedmiller and Braun 1993, doi:10.1109/ICNN.1993.298623; without taking steps back: Riedmiller 1994,
 * doi:10.1016/0920-5489(94)90017-5.
 */
public final class Rprop implements Optimizer {
    private final double etaMinus;
    private final double etaPlus;
    private final double smallestStep;
    private final double largestStep;

    private Rprop(double etaMinus, double etaPlus, double smallestStep, double largestStep) {
        this.etaMinus = RpropProvider.ETA_MINUS.checked(etaMinus);
        this.etaPlus = RpropProvider.ETA_PLUS.checked(etaPlus);
        this.smallestStep = RpropProvider.SMALLEST_STEP.checked(smallestStep);
        this.largestStep = RpropProvider.LARGEST_STEP.checked(largestStep);
    }

    /** With factors 0.5 and 1.2 and steps from 1e-6 to 50. */
    public static Rprop of() {
        return new Rprop(0.5, 1.2, 1e-6, 50);
    }

    /** The same with other factors of the step. */
    public Rprop withEtas(double minus, double plus) {
        return new Rprop(minus, plus, smallestStep, largestStep);
    }

    /** The same with other bounds of the step. */
    public Rprop withSteps(double smallest, double largest) {
        return new Rprop(etaMinus, etaPlus, smallest, largest);
    }

    @Override
    public void update(Update u) {
        Node g = u.gradient();
        Node agreement = g.times(u.state("last"));
        Node opposed = agreement.negate();

        Node later = u.stepNumber().minus(1);
        Node s = select(later, u.state("s"), u.learningRate());
        Node factor = select(agreement, constant(etaPlus), select(opposed, constant(etaMinus), constant(1)));
        Node sNext = minimum(maximum(s.times(factor), constant(smallestStep)), constant(largestStep));

        Node kept = select(opposed, constant(0), g);
        Node step = select(kept, sNext, select(kept.negate(), sNext.negate(), constant(0)));
        u.next("s", sNext);
        u.next("last", kept);
        u.nextParameter(u.parameter().minus(step));
    }
}
