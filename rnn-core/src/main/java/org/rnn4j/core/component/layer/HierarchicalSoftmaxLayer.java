package org.rnn4j.core.component.layer;

import static org.rnn4j.api.expr.Operations.concat;
import static org.rnn4j.api.expr.Operations.constant;
import static org.rnn4j.api.expr.Operations.slice;
import static org.rnn4j.api.expr.Operations.softplus;

import java.util.ArrayList;
import java.util.List;
import org.rnn4j.api.ClassTree;
import org.rnn4j.api.Flow;
import org.rnn4j.api.Layer;
import org.rnn4j.api.Sequence;
import org.rnn4j.api.Step;
import org.rnn4j.api.expr.Node;

/**
 * The logarithm of the probability of each class, as that of all decisions on the way to it in a balanced binary tree.
 *
 * <p>One step:
 * <pre>
 * z      = W_xz x + b_z                          a number for each decision; left where it is large
 * log P  = Σ -softplus(-z_d) for left, -softplus(z_d) for right, over the decisions d on the way
 * </pre>
 *
 * <p>Variant: the tree is that of {@link ClassTree}: all ways are of log2(classes) decisions, whatever the classes' frequencies.
 * The outputs sum to 1 as they are, so softmax leaves them alone: whatever reads logits can read them. With the loss
 * {@code hierarchicalSoftmax} a training step computes the decisions on the way to the right classes only.
 *
 * <p>Shapes: x [inputSize], log P [classes]: [T, B, inputSize] to [T, B, classes].
 *
 * <p>Parameters: W_xz [classes - 1, inputSize] Glorot uniform; b_z [classes - 1] 0.
 *
 * <p>Edge cases: fewer than two classes are an error.
 *
 * <p>Source: Morin and Bengio 2005, AISTATS, p. 246; Mnih and Hinton 2008, NIPS 21.
 */
public final class HierarchicalSoftmaxLayer implements Layer {
    private final int classes;

    private HierarchicalSoftmaxLayer(int classes) {
        this.classes = HierarchicalSoftmaxLayerProvider.CLASSES.checked(classes);
    }

    /** Log probabilities of a number of classes. */
    public static HierarchicalSoftmaxLayer of(int classes) {
        return new HierarchicalSoftmaxLayer(classes);
    }

    @Override
    public Sequence apply(Flow flow, Sequence x) {
        Sequence z = flow.map(x, t -> t.output(t.affine("z", classes - 1, t.input())));
        return flow.map(z, this::logProbabilities);
    }

    private void logProbabilities(Step t) {
        ClassTree tree = ClassTree.of(classes);
        Node logP = constant(0);
        for (int level = 0; level < tree.levels(); level++) {
            int two = tree.decisions(level);
            int all = tree.nodes(level);
            Node z = slice(t.input(), tree.offset(level), two);
            Node deciding = slice(logP, 0, two);
            List<Node> next = new ArrayList<>(List.of(deciding.minus(softplus(z.negate()))));
            if (all > two) next.add(slice(logP, two, all - two));
            next.add(deciding.minus(softplus(z)));
            logP = concat(next);
        }
        t.output(logP);
    }
}
