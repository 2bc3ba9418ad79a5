package org.rnn4j.core.plan;

import java.util.List;
import java.util.Optional;
import org.rnn4j.api.expr.Matrix;
import org.rnn4j.api.expr.Node;
import org.rnn4j.api.expr.Parameter;
import org.rnn4j.core.kernel.PanelLayout;

/**
 * A value of a plan in the making, with what it is computed from. Items are compared by identity.
 */
public final class Item {
    /** How a value comes about. */
    public enum Kind {
        /** It is there already: an input, a state before the step, a saved value, a trained or fixed vector. */
        GIVEN,
        /** The same number for all elements and rows, worked out in float64. */
        UNIFORM,
        /** Σ W x + b, onto a base if there is one. */
        LINEAR,
        /** An element-wise function. */
        POINT,
        /** A function that looks at a whole row: sum, softmax, logSoftmax, pick, one-hot. */
        ROW,
        /** A value at every position of a memory, or positions put together. */
        SEGMENT,
        /** Values joined, or a part of one. */
        COPY,
        /** A random mask. */
        MASK
    }

    /** One product of a sum. */
    public record Term(Matrix matrix, Item operand) {}

    private final Kind kind;
    private final Phase phase;
    private final int size;
    private final Node origin;
    private final String name;
    private final PointOp op;
    private final List<Item> operands;
    private final List<Term> terms;
    private final Optional<Parameter> bias;
    private final Optional<Item> base;

    private Item(
            Kind kind,
            Phase phase,
            Node origin,
            int size,
            String name,
            PointOp op,
            List<Item> operands,
            List<Term> terms,
            Optional<Parameter> bias,
            Optional<Item> base) {
        this.kind = kind;
        this.phase = phase;
        this.origin = origin;
        this.size = size;
        this.name = name;
        this.op = op;
        this.operands = List.copyOf(operands);
        this.terms = List.copyOf(terms);
        this.bias = bias;
        this.base = base;
    }

    /** A value of any kind but LINEAR and POINT. */
    static Item of(Kind kind, Phase phase, Node origin, String name, List<Item> operands) {
        return new Item(
                kind,
                phase,
                origin,
                origin.size(),
                name,
                PointOp.COPY,
                operands,
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    /** An element-wise function. */
    static Item point(PointOp op, Phase phase, Node origin, String name, List<Item> operands) {
        return new Item(
                Kind.POINT,
                phase,
                origin,
                origin.size(),
                name,
                op,
                operands,
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    /** A sum of products. */
    static Item linear(
            Phase phase, Node origin, String name, List<Term> terms, Optional<Parameter> bias, Optional<Item> base) {
        java.util.ArrayList<Item> operands =
                new java.util.ArrayList<>(terms.stream().map(Term::operand).toList());
        base.ifPresent(operands::add);
        return new Item(Kind.LINEAR, phase, origin, origin.size(), name, PointOp.COPY, operands, terms, bias, base);
    }

    /** How it comes about. */
    public Kind kind() {
        return kind;
    }

    /** When it is computed; of a GIVEN when it is there. */
    public Phase phase() {
        return phase;
    }

    /** Number of elements. */
    public int size() {
        return size;
    }

    /** The node that it computes. */
    public Node origin() {
        return origin;
    }

    /** A name for people. */
    public String name() {
        return name;
    }

    /** The element-wise function of a POINT. */
    public PointOp op() {
        return op;
    }

    /** What it is computed from; of a LINEAR the terms' operands and the base. */
    public List<Item> operands() {
        return operands;
    }

    /** The products of a LINEAR. */
    public List<Term> terms() {
        return terms;
    }

    /** The bias of a LINEAR. */
    public Optional<Parameter> bias() {
        return bias;
    }

    /** What a LINEAR adds to. */
    public Optional<Item> base() {
        return base;
    }

    /** Whose positions it has a row for; empty for one row an example. */
    public String axis() {
        return origin.axis();
    }

    /** Number of panels that it takes. */
    public int panels() {
        return PanelLayout.panels(size);
    }

    /** True if it stands for indices into a vocabulary. */
    public boolean isIds() {
        return kind == Kind.GIVEN && origin.isOneHot();
    }

    @Override
    public String toString() {
        return name;
    }
}
