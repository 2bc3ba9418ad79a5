package org.rnn4j.core.plan;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rnn4j.api.expr.Node;
import org.rnn4j.api.expr.Operation;
import org.rnn4j.api.expr.Source;
import org.rnn4j.core.trace.Graphs;
import org.rnn4j.core.trace.StepGraph;

/** Decides what can leave the time loop: what no state leads to runs before it, what leads to no state after it. */
final class HoistInputs implements Pass {
    @Override
    public Draft apply(Draft draft) {
        StepGraph graph = draft.graph();
        List<Node> nodes = graph.nodes();
        Set<Node> fromState = Graphs.dependents(nodes, n -> isSource(n, Source.Kind.PREVIOUS));
        Set<Node> toState = Graphs.identitySet();
        toState.addAll(Graphs.inOrder(
                graph.states().stream().map(StepGraph.State::next).toList()));
        Map<Node, Phase> phases = new IdentityHashMap<>();
        for (Node node : nodes) {
            Phase phase = Phase.BEFORE;
            if (fromState.contains(node)) phase = toState.contains(node) ? Phase.LOOP : Phase.AFTER;
            if (isConstant(node, phases, draft)) phase = Phase.ONCE;
            phases.put(node, phase);
        }
        sinkLightWork(draft, nodes, phases);
        return draft.withPhases(phases);
    }

    /** Cheap functions of what is there already stay with the loop's work that needs them: storing them costs more. */
    private static void sinkLightWork(Draft draft, List<Node> nodes, Map<Node, Phase> phases) {
        Uses uses = new Uses(draft.graph(), draft.saved());
        Set<Node> neededEarly = Graphs.identitySet();
        for (int k = nodes.size() - 1; k >= 0; k--) {
            Node node = nodes.get(k);
            boolean candidate =
                    phases.get(node) == Phase.BEFORE && node.operation().isPointwise();
            if (candidate && !neededEarly.contains(node) && !uses.isPinned(node) && isLight(node, phases)) {
                phases.put(node, Phase.LOOP);
            }
            if (phases.get(node) != Phase.LOOP || !node.operation().isPointwise()) neededEarly.addAll(node.operands());
        }
    }

    private static boolean isLight(Node node, Map<Node, Phase> phases) {
        return switch (node.operation()) {
            case SOURCE -> !node.isOneHot();
            case PARAMETER, CONSTANT -> true;
            case ADD, SUBTRACT, MULTIPLY, MAXIMUM, MINIMUM, NEGATE, RELU, SQUARE, ABS, SELECT, BROADCAST ->
                node.operands().stream().allMatch(o -> phases.get(o) == Phase.ONCE || isLight(o, phases));
            default -> false;
        };
    }

    private static boolean isConstant(Node node, Map<Node, Phase> phases, Draft draft) {
        if (!node.axis().isEmpty()) return false;
        return switch (node.operation()) {
            case PARAMETER, CONSTANT -> true;
            case DROPOUT_MASK, SEGMENT_SUM -> false;
            case SOURCE ->
                isSource(node, Source.Kind.UNIFORM)
                        || isSource(node, Source.Kind.SAVED) && SavedValues.phase(draft, node) == Phase.ONCE;
            default -> node.operands().stream().allMatch(o -> phases.get(o) == Phase.ONCE);
        };
    }

    static boolean isSource(Node node, Source.Kind kind) {
        return node.operation() == Operation.SOURCE && node.detail(Source.class).kind() == kind;
    }
}
