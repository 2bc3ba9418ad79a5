package org.rnn4j.api.expr;

import java.util.List;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.ShapeException;

/**
 * An immutable symbolic vector: one value of an equation, for one example at one time step.
 *
 * <p>A node has no numbers in it. It says how a vector of a known size follows from others; the core reads the graph of
 * nodes, derives the gradient, and plans the work. Sizes are checked where the equation is written. Where one operand has
 * size 1, it counts for every element of the other.
 *
 * <p>The static functions of {@link Operations} and the fluent methods here are the same: {@code i.times(g)} is i ∘ g.
 */
public final class Node {
    private final Operation operation;
    private final List<Node> operands;
    private final int size;
    private final Object detail;
    private final String label;
    private final String axis;

    private Node(Operation operation, List<Node> operands, int size, Object detail, String label) {
        this.axis = axis(operation, operands, detail);
        this.operation = operation;
        this.operands = operands;
        this.size = size;
        this.detail = detail;
        this.label = label;
    }

    /**
     * A node as such, for code that transforms graphs; equations are written with {@link Operations}.
     *
     * @param detail what the operation needs beside its operands: {@link Source}, {@link Parameter}, {@link Matrix},
     *     {@link Constant}, {@link DropoutMask}, the start of a slice as {@link Integer}, the axis of a spread as {@link String}, else {@link Operation} itself
     * @param label a name, or the empty string
     */
    public static Node of(Operation operation, List<Node> operands, int size, Object detail, String label) {
        if (size < 1) {
            throw new ShapeException(ErrorMessage.of("A value of size " + size + " in " + operation.word())
                    .fix("sizes are at least 1")
                    .toString());
        }
        return new Node(operation, List.copyOf(operands), size, detail, label);
    }

    /** What is computed. */
    public Operation operation() {
        return operation;
    }

    /** What it is computed from. */
    public List<Node> operands() {
        return operands;
    }

    /** The operand at an index. */
    public Node operand(int index) {
        return operands.get(index);
    }

    /** Number of elements, at least 1. */
    public int size() {
        return size;
    }

    /** What the operation needs beside its operands, see {@link #of}. */
    public <D> D detail(Class<D> kind) {
        return kind.cast(detail);
    }

    /** The detail as it is, for comparing. */
    public Object detail() {
        return detail;
    }

    /**
     * Empty for one vector an example. Else the value has a vector at every position of an example's memory, and the axis says
     * of which: two values of one axis have the same positions.
     */
    public String axis() {
        return axis;
    }

    private static String axis(Operation operation, List<Node> operands, Object detail) {
        return switch (operation) {
            case SOURCE -> detail instanceof Source source ? source.axis() : "";
            case SPREAD -> (String) detail;
            case SEGMENT_SUM -> "";
            default ->
                operands.stream()
                        .map(Node::axis)
                        .filter(a -> !a.isEmpty())
                        .findFirst()
                        .orElse("");
        };
    }

    /** The name, or the empty string. */
    public String label() {
        return label;
    }

    /** True for a source that is an index into a vocabulary; a product with it is a look-up. */
    public boolean isOneHot() {
        return operation == Operation.SOURCE && detail(Source.class).oneHot();
    }

    /**
     * The same value with a name: by it the value can be looked at, and {@code affine} names its matrix after it.
     *
     * @param name letters, digits and underscores
     */
    public Node named(String name) {
        return new Node(operation, operands, size, detail, Names.checked(name, "value"));
    }

    /** a + b. */
    public Node plus(Node other) {
        return Operations.binary(Operation.ADD, this, other);
    }

    /** a + b for every element. */
    public Node plus(double number) {
        return plus(Operations.constant(number));
    }

    /** a - b. */
    public Node minus(Node other) {
        return Operations.binary(Operation.SUBTRACT, this, other);
    }

    /** a - b for every element. */
    public Node minus(double number) {
        return minus(Operations.constant(number));
    }

    /** a ∘ b: the element-wise (Hadamard) product. */
    public Node times(Node other) {
        return Operations.binary(Operation.MULTIPLY, this, other);
    }

    /** The number times every element. */
    public Node times(double number) {
        return times(Operations.constant(number));
    }

    /** a / b, element-wise. */
    public Node divide(Node other) {
        return Operations.binary(Operation.DIVIDE, this, other);
    }

    /** Every element divided by the number. */
    public Node divide(double number) {
        return divide(Operations.constant(number));
    }

    /** -a. */
    public Node negate() {
        return Operations.unary(Operation.NEGATE, this);
    }

    /** The elements from {@code start} (from 0), as many as {@code length}. */
    public Node slice(int start, int length) {
        return Operations.slice(this, start, length);
    }

    /** The equation, as far as it is readable: names stand for what they name. */
    @Override
    public String toString() {
        return Equations.text(this);
    }
}
