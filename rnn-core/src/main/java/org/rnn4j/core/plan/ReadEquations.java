package org.rnn4j.core.plan;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rnn4j.api.expr.Matrix;
import org.rnn4j.api.expr.Node;
import org.rnn4j.api.expr.Operation;
import org.rnn4j.api.expr.Parameter;
import org.rnn4j.api.expr.Source;
import org.rnn4j.core.trace.Graphs;
import org.rnn4j.core.trace.StepGraph;

/**
 * Turns nodes into items: sums of products become one item each, products of inputs apart from those of states; a few
 * patterns become one function.
 */
final class ReadEquations implements Pass {
    @Override
    public Draft apply(Draft draft) {
        return new Reader(draft).read();
    }

    private static final class Reader {
        private final Draft draft;
        private final StepGraph graph;
        private final Uses uses;
        private final Map<Node, String> names;
        private final Map<Node, Item> built = new IdentityHashMap<>();
        private final Map<Node, Item> indices = new IdentityHashMap<>();
        private final List<Item> items = new ArrayList<>();
        private final Map<Node, Item> roots = new IdentityHashMap<>();
        private final Map<Node, Phase> phases;

        Reader(Draft draft) {
            this.draft = draft;
            this.graph = draft.graph();
            this.uses = new Uses(graph, draft.saved());
            this.names = graph.names();
            this.phases = new IdentityHashMap<>(draft.phases());
        }

        Draft read() {
            for (Node node : graph.nodes()) {
                if (draft.saved().contains(node)) roots.put(node, node.isOneHot() ? ids(node) : build(node));
            }
            List<Draft.GradientWork> gradients = new ArrayList<>();
            for (StepGraph.Gradient gradient : graph.gradients()) {
                Optional<Item> input = gradient.input().map(n -> n.isOneHot() ? ids(n) : materialised(n, false));
                gradients.add(new Draft.GradientWork(
                        gradient.parameter(), gradient.transposed(), materialised(gradient.output(), false), input));
            }
            for (StepGraph.State state : graph.states()) {
                if (phases.containsKey(state.previous())) roots.put(state.previous(), build(state.previous()));
                roots.put(state.next(), materialised(state.next(), true));
            }
            for (StepGraph.Result result : graph.results()) {
                Item item = materialised(result.value(), true);
                roots.put(result.value(), item);
            }
            return draft.withItems(items, roots).withGradients(gradients);
        }

        private Phase phase(Node node) {
            Phase phase = phases.get(node);
            if (phase == null) throw new AssertionError("no phase for " + node);
            return phase;
        }

        private String name(Node node) {
            return names.getOrDefault(node, node.operation().word());
        }

        private Item add(Item item) {
            items.add(item);
            return item;
        }

        /** A value with rows of its own; {@code owned} if it must not be one that comes from outside either. */
        private Item materialised(Node node, boolean owned) {
            Item item = build(node);
            Item known = roots.get(node);
            if (known != null && known != item) return known;
            boolean given = item.kind() == Item.Kind.GIVEN;
            if (item.phase() != Phase.ONCE && !(owned && given)) return item;
            Phase phase = item.phase() == Phase.ONCE ? Phase.BEFORE : item.phase();
            return add(Item.point(PointOp.COPY, phase, node, item.name() + "°", List.of(item)));
        }

        private Item build(Node node) {
            Item item = built.get(node);
            if (item == null) {
                item = make(node);
                built.put(node, item);
            }
            return item;
        }

        private Item ids(Node node) {
            return indices.computeIfAbsent(
                    node, n -> add(Item.of(Item.Kind.GIVEN, Phase.BEFORE, n, name(n), List.of())));
        }

        private Item make(Node node) {
            if (Uniforms.isUniform(node)) {
                return add(Item.of(Item.Kind.UNIFORM, Phase.ONCE, node, name(node), List.of()));
            }
            return switch (node.operation()) {
                case SOURCE ->
                    node.isOneHot()
                            ? add(Item.of(Item.Kind.ROW, Phase.BEFORE, node, name(node), List.of(ids(node))))
                            : source(node);
                case PARAMETER, CONSTANT -> add(Item.of(Item.Kind.GIVEN, Phase.ONCE, node, name(node), List.of()));
                case DROPOUT_MASK -> add(Item.of(Item.Kind.MASK, Phase.BEFORE, node, name(node), List.of()));
                case MATMUL -> sum(node);
                case ADD -> uses.hasProduct(node) ? sum(node) : point(node);
                case SPREAD -> segment(node, operand(node.operand(0)));
                case SEGMENT_SUM, SEGMENT_SOFTMAX -> segment(node, rows(node.operand(0)));
                case SUM, SOFTMAX, LOG_SOFTMAX -> row(node, List.of(build(node.operand(0))));
                case PICK -> row(node, List.of(ids(node.operand(0)), build(node.operand(1))));
                case ERF -> expanded(node, Expansions.erf(node.operand(0)));
                case CONCAT, SLICE ->
                    add(Item.of(
                            Item.Kind.COPY,
                            phase(node),
                            node,
                            name(node),
                            node.operands().stream().map(this::build).toList()));
                default -> scaledOneHot(node).orElseGet(() -> point(node));
            };
        }

        /** A function that the kernels lack, written in those that they have. */
        private Item expanded(Node node, Node expansion) {
            for (Node each : Graphs.inOrder(List.of(expansion))) phases.putIfAbsent(each, phase(node));
            return build(expansion);
        }

        private Item source(Node node) {
            if (HoistInputs.isSource(node, Source.Kind.SAVED)) {
                Item forward = SavedValues.item(draft, node);
                Item.Kind kind = forward.kind() == Item.Kind.UNIFORM ? Item.Kind.UNIFORM : Item.Kind.GIVEN;
                Node origin = kind == Item.Kind.UNIFORM ? forward.origin() : node;
                return add(Item.of(kind, phase(node), origin, name(node), List.of()));
            }
            return add(Item.of(Item.Kind.GIVEN, phase(node), node, name(node), List.of()));
        }

        private Item segment(Node node, Item operand) {
            return add(Item.of(Item.Kind.SEGMENT, phase(node), node, name(node), List.of(operand)));
        }

        private Item row(Node node, List<Item> operands) {
            return add(Item.of(Item.Kind.ROW, phase(node), node, name(node), operands));
        }

        /** A one-hot vector times a number: written without a dense one-hot. */
        private Optional<Item> scaledOneHot(Node node) {
            if (node.operation() != Operation.MULTIPLY) return Optional.empty();
            for (int k = 0; k < 2; k++) {
                Node oneHot = node.operand(k);
                Node scale = node.operand(1 - k);
                if (oneHot.isOneHot() && scale.operation() == Operation.BROADCAST) {
                    return Optional.of(row(node, List.of(ids(oneHot), build(scale.operand(0)))));
                }
            }
            return Optional.empty();
        }

        private Item point(Node node) {
            Pattern pattern = Pattern.of(node, uses);
            List<Item> operands = pattern.operands().stream().map(this::operand).toList();
            return add(Item.point(pattern.op(), phase(node), node, name(node), operands));
        }

        /** A repeated number is read where it stands. */
        private Item operand(Node node) {
            if (node.operation() == Operation.BROADCAST) return operand(node.operand(0));
            boolean fixed = node.operation() == Operation.SPREAD && phase(node.operand(0)) == Phase.ONCE;
            return fixed ? operand(node.operand(0)) : build(node);
        }

        // ---- sums of products

        private Item sum(Node node) {
            List<Item.Term> terms = new ArrayList<>();
            List<Node> addends = new ArrayList<>();
            collect(node, node, terms, addends);
            Optional<Parameter> bias = Optional.empty();
            List<Node> rest = new ArrayList<>();
            for (Node addend : addends) {
                Node fixed = addend.operation() == Operation.SPREAD ? addend.operand(0) : addend;
                boolean vector = fixed.operation() == Operation.PARAMETER && fixed.size() == node.size();
                if (vector && bias.isEmpty()) bias = Optional.of(fixed.detail(Parameter.class));
                else rest.add(addend);
            }
            Item result = linear(node, terms, bias);
            for (Node addend : rest) {
                Phase phase = later(result.phase(), phase(addend));
                boolean product = Pattern.isProduct(addend, uses);
                List<Item> operands = product
                        ? List.of(operand(addend.operand(0)), operand(addend.operand(1)), result)
                        : List.of(result, operand(addend));
                result = add(
                        Item.point(product ? PointOp.MULTIPLY_ADD : PointOp.ADD, phase, node, name(node), operands));
            }
            return result;
        }

        private static Phase later(Phase a, Phase b) {
            return a.compareTo(b) >= 0 ? a : b;
        }

        private void collect(Node node, Node root, List<Item.Term> terms, List<Node> addends) {
            boolean inner = node == root || uses.isInner(node);
            if (inner && node.operation() == Operation.ADD) {
                node.operands().forEach(o -> collect(o, root, terms, addends));
            } else if (inner && node.operation() == Operation.MATMUL) {
                Node operand = node.operand(0);
                Item item =
                        operand.isOneHot() && !node.detail(Matrix.class).transposed() ? ids(operand) : rows(operand);
                terms.add(new Item.Term(node.detail(Matrix.class), item));
            } else {
                addends.add(node);
            }
        }

        private Item rows(Node operand) {
            Item item = build(operand);
            return item.kind() == Item.Kind.UNIFORM ? materialised(operand, false) : item;
        }

        private Item linear(Node node, List<Item.Term> terms, Optional<Parameter> bias) {
            terms.sort(java.util.Comparator.comparingInt(t -> items.indexOf(t.operand())));
            Phase phase = Phase.ONCE;
            for (Item.Term term : terms) phase = later(phase, term.operand().phase());
            if (phase == Phase.LOOP && phase(node) == Phase.AFTER) phase = Phase.AFTER;
            List<Item.Term> hoisted = terms.stream()
                    .filter(t -> t.operand().phase().compareTo(Phase.LOOP) < 0)
                    .toList();
            if (phase != Phase.LOOP || hoisted.isEmpty()) {
                return add(Item.linear(phase, node, name(node), terms, bias, Optional.empty()));
            }
            Item base = add(Item.linear(Phase.BEFORE, node, name(node), hoisted, bias, Optional.empty()));
            List<Item.Term> rest =
                    terms.stream().filter(t -> !hoisted.contains(t)).toList();
            return add(Item.linear(phase, node, name(node), rest, Optional.empty(), Optional.of(base)));
        }
    }
}
