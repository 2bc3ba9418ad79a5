package org.rnn4j.core.trace;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.rnn4j.api.expr.Node;

/** Walks over graphs of nodes. */
public final class Graphs {
    private Graphs() {}

    /** The distinct nodes that the roots depend on, operands before what uses them; without recursion. */
    public static List<Node> inOrder(Collection<Node> roots) {
        Set<Node> done = identitySet();
        List<Node> order = new ArrayList<>();
        Deque<Node> open = new ArrayDeque<>();
        List<Node> reversed = new ArrayList<>(roots);
        Collections.reverse(reversed);
        reversed.forEach(open::push);
        while (!open.isEmpty()) {
            Node node = open.peek();
            if (done.contains(node)) {
                open.pop();
                continue;
            }
            boolean ready = true;
            for (int k = node.operands().size() - 1; k >= 0; k--) {
                if (!done.contains(node.operand(k))) {
                    open.push(node.operand(k));
                    ready = false;
                }
            }
            if (ready) {
                open.pop();
                done.add(node);
                order.add(node);
            }
        }
        return order;
    }

    /** The nodes of an ordered list that are, or depend on, one that fulfils the condition. */
    public static Set<Node> dependents(List<Node> ordered, Predicate<Node> condition) {
        Set<Node> found = identitySet();
        for (Node node : ordered) {
            if (condition.test(node) || node.operands().stream().anyMatch(found::contains)) found.add(node);
        }
        return found;
    }

    /** A set that knows nodes by identity, in no order. */
    public static Set<Node> identitySet() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }
}
