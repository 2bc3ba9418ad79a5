package org.rnn4j.core.trace;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.rnn4j.api.expr.Matrix;
import org.rnn4j.api.expr.Node;
import org.rnn4j.api.expr.Operation;
import org.rnn4j.api.expr.Operations;
import org.rnn4j.api.expr.Parameter;

/**
 * Rebuilds nodes so that equal expressions become one object, and trivial ones vanish (see {@link Simplifier}).
 *
 * <p>Labels are taken off the nodes and kept beside them, so that a name does not make two values of one. Mutable, for one
 * trace.
 */
public final class Interner {
    private record Key(Operation operation, List<Integer> operands, int size, Object detail) {}

    private final Map<Key, Node> unique = new HashMap<>();
    private final Map<Node, Integer> numbers = new IdentityHashMap<>();
    private final Map<Node, Node> interned = new IdentityHashMap<>();
    private final Map<Node, String> labels = new IdentityHashMap<>();
    private final UnaryOperator<Parameter> parameters;

    /** An interner that keeps parameters as they are. */
    public Interner() {
        this(UnaryOperator.identity());
    }

    /** An interner that replaces parameters, for example by ones with their full names. */
    public Interner(UnaryOperator<Parameter> parameters) {
        this.parameters = parameters;
    }

    /** The one node that stands for this expression. */
    public Node intern(Node node) {
        for (Node each : Graphs.inOrder(List.of(node))) {
            if (!interned.containsKey(each)) interned.put(each, rebuild(each));
        }
        Node result = interned.get(node);
        if (result == null) throw new AssertionError("not interned: " + node);
        return result;
    }

    /** The same for a state or an output: indices as numbers; no gradient reaches an index anyway. */
    Node internDense(Node node) {
        Node known = intern(node);
        return known.isOneHot() ? intern(Operations.stopGradient(known)) : known;
    }

    /** Names of interned nodes. */
    public Map<Node, String> labels() {
        return labels;
    }

    private Node rebuild(Node node) {
        List<Node> operands = node.operands().stream().map(this::known).toList();
        Object detail = node.detail();
        if (detail instanceof Matrix matrix) {
            detail = new Matrix(parameters.apply(matrix.parameter()), matrix.transposed());
        } else if (detail instanceof Parameter parameter) {
            detail = parameters.apply(parameter);
        }
        Node simple = Simplifier.simplify(Node.of(node.operation(), operands, node.size(), detail, ""));
        Node result = numbers.containsKey(simple) ? simple : uniqueDeep(simple);
        if (!node.label().isEmpty()) labels.putIfAbsent(result, node.label());
        return result;
    }

    private Node known(Node operand) {
        Node result = interned.get(operand);
        if (result == null) throw new AssertionError("operand after its use: " + operand);
        return result;
    }

    /** A simplified node may have new operands below it. */
    private Node uniqueDeep(Node node) {
        if (numbers.containsKey(node)) return node;
        List<Node> operands = node.operands().stream().map(this::uniqueDeep).toList();
        List<Integer> ids = operands.stream().map(this::number).toList();
        Key key = new Key(node.operation(), ids, node.size(), node.detail());
        Node existing = unique.get(key);
        if (existing != null) return existing;
        Node fresh = Node.of(node.operation(), operands, node.size(), node.detail(), "");
        unique.put(key, fresh);
        numbers.put(fresh, numbers.size());
        interned.put(fresh, fresh);
        return fresh;
    }

    private int number(Node node) {
        Integer number = numbers.get(node);
        if (number == null) throw new AssertionError("no number for " + node);
        return number;
    }
}
