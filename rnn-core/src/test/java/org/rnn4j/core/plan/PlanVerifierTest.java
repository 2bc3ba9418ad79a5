package org.rnn4j.core.plan;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rnn4j.api.expr.Operations.exp;
import static org.rnn4j.api.expr.Operations.sigmoid;
import static org.rnn4j.api.expr.Operations.softmax;
import static org.rnn4j.api.expr.Operations.tanh;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rnn4j.api.expr.Node;
import org.rnn4j.api.expr.Operation;
import org.rnn4j.api.expr.Source;
import org.rnn4j.core.grad.Adjoint;
import org.rnn4j.core.trace.StepGraph;
import org.rnn4j.core.trace.TracedStep;

/** A plan that would compute something else is refused, whatever pass made it. */
final class PlanVerifierTest {
    /** a = exp(x), b = softmax(a), h' = tanh(b + h). */
    private static Draft sound() {
        StepGraph graph = TracedStep.trace(
                t -> {
                    Node h = t.previous("h", 4);
                    Node a = exp(t.input()).named("a");
                    Node b = softmax(a).named("b");
                    t.next("h", tanh(b.plus(h).named("c")).named("d"));
                    t.output(a.times(t.next("h")).named("e"));
                },
                "cell",
                List.of(new TracedStep.Input(4, false)));
        Draft draft = Draft.of(graph, Set.of(), Optional.empty());
        for (Pipeline.Named each : Pipeline.PASSES) draft = each.pass().apply(draft);
        return draft;
    }

    private static Item item(Draft draft, String name) {
        return draft.items().stream()
                .filter(i -> i.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void refused(Draft draft, String message) {
        AssertionError e = assertThrows(AssertionError.class, () -> PlanVerifier.verify(draft, "Broken"));
        assertEquals("after pass Broken: " + message, e.getMessage());
    }

    @Test
    void aSoundPlanPasses() {
        assertDoesNotThrow(() -> PlanVerifier.verify(sound(), "all"));
    }

    @Test
    void anItemBeforeItsOperand() {
        Draft draft = sound();
        List<Item> items = new ArrayList<>(draft.items());
        Collections.swap(items, items.indexOf(item(draft, "a")), items.indexOf(item(draft, "b")));
        refused(draft.withItems(items, draft.roots()), "b before its operand a");
    }

    @Test
    void anItemThatRunsEarlierThanItsOperand() {
        Draft draft = sound();
        Item c = item(draft, "c");
        Item early = Item.of(Item.Kind.ROW, Phase.BEFORE, c.origin(), "early", List.of(c));
        List<Item> items = new ArrayList<>(draft.items());
        items.add(early);
        refused(draft.withItems(items, draft.roots()), "early runs earlier than c");
    }

    @Test
    void workInTheWrongOrder() {
        Draft draft = sound();
        List<Work> work = new ArrayList<>(draft.work());
        work.add(work.get(0));
        refused(draft.withWork(work), "work of phase BEFORE after AFTER");
    }

    @Test
    void workThatIsLeftOut() {
        Draft draft = sound();
        List<Work> work = draft.work().stream()
                .filter(w -> !w.makes().contains(item(draft, "b")))
                .toList();
        refused(draft.withWork(work), "c runs before b is made");
    }

    @Test
    void workThatIsDoneTwice() {
        Draft draft = sound();
        List<Work> work = new ArrayList<>(draft.work());
        work.add(0, work.get(0));
        refused(draft.withWork(work), "a is made twice");
    }

    @Test
    void aValueThatIsReplacedBeforeItIsRead() {
        Draft draft = sound();
        Map<Item, Place> places = new IdentityHashMap<>(draft.places());
        places.put(item(draft, "b"), draft.places().get(item(draft, "a")));
        refused(draft.withPlaces(places, draft.slots()), "a has been replaced by b, but is read by e");
    }

    @Test
    void aResultThatIsReplaced() {
        Draft draft = sound();
        Map<Item, Place> places = new IdentityHashMap<>(draft.places());
        places.put(item(draft, "e"), draft.places().get(item(draft, "d")));
        refused(draft.withPlaces(places, draft.slots()), "d has been replaced by e, but is needed outside");
    }

    @Test
    void productsThatDoNotStandSideBySide() {
        StepGraph graph = TracedStep.trace(
                t -> t.output(t.linear("a", 4, t.input()).times(t.linear("b", 4, t.input()))),
                "cell",
                List.of(new TracedStep.Input(4, false)));
        Draft draft = Draft.of(graph, Set.of(), Optional.empty());
        for (Pipeline.Named each : Pipeline.PASSES) draft = each.pass().apply(draft);
        List<Item> gates = draft.merged().get(0);
        Map<Item, Place> places = new IdentityHashMap<>(draft.places());
        Place first = places.get(gates.get(0));
        places.put(gates.get(1), new Place(first.slot() + 7, 0));
        refused(draft.withPlaces(places, draft.slots()), gates.get(1).name() + " does not stand beside its neighbours");
    }

    /** The backward draft of h' = sigmoid(p) ∘ tanh(q) + h, which is also the output. */
    private static Draft backward() {
        StepGraph graph = TracedStep.trace(
                t -> {
                    Node h = t.previous("h", 4);
                    Node a = sigmoid(t.affine("a", 4, t.input(), h).named("p"));
                    Node b = tanh(t.affine("b", 4, t.input(), h).named("q"));
                    t.next("h", a.times(b).plus(h).named("next"));
                    t.output(exp(t.next("h")).named("handedOut"));
                },
                "cell",
                List.of(new TracedStep.Input(4, false)));
        StepGraph gradients = Adjoint.of(graph, Set.of(0));
        Set<Node> saved = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Node node : gradients.nodes()) {
            if (!HoistInputs.isSource(node, Source.Kind.SAVED)) continue;
            saved.add(Adjoint.savedValue(graph, node.detail(Source.class)));
        }
        return Pipeline.backward(gradients, Pipeline.forward(graph, saved)).draft();
    }

    private static Item given(Draft draft, Operation operation) {
        return draft.items().stream()
                .filter(i -> i.kind() == Item.Kind.GIVEN && HoistInputs.isSource(i.origin(), Source.Kind.SAVED))
                .filter(i -> SavedValues.item(draft, i.origin()).origin().operation() == operation)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aSoundBackwardPlanPasses() {
        Draft draft = backward();
        assertDoesNotThrow(() -> PlanVerifier.verify(draft, "all"));
    }

    @Test
    void aSavedValueThatIsReplacedBeforeItIsRead() {
        Draft draft = backward();
        Item first = draft.work().stream()
                .filter(w -> w.phase() == Phase.LOOP)
                .flatMap(w -> w.makes().stream())
                .findFirst()
                .orElseThrow();
        Item a = given(draft, Operation.SIGMOID);
        Map<Item, Place> places = new IdentityHashMap<>(draft.places());
        places.put(first, draft.places().get(a));
        AssertionError e = assertThrows(
                AssertionError.class, () -> PlanVerifier.verify(draft.withPlaces(places, draft.slots()), "Broken"));
        assertTrue(e.getMessage().contains(a + " has been replaced by " + first + ", but is read by"), e.getMessage());
    }

    @Test
    void aProductOnTheWayThatSomethingElseReads() {
        Draft draft = backward();
        List<Work> work = new ArrayList<>(draft.work());
        for (int k = 0; k < work.size(); k++) {
            if (!(work.get(k) instanceof Work.Fused fused) || fused.products().isEmpty()) continue;
            Item read = fused.points().get(0);
            work.set(
                    k,
                    fused.withProducts(
                            Map.of(fused.products().keySet().iterator().next(), read)));
            AssertionError e =
                    assertThrows(AssertionError.class, () -> PlanVerifier.verify(draft.withWork(work), "Broken"));
            assertTrue(e.getMessage().contains(read + " stands nowhere, but is read by "), e.getMessage());
            return;
        }
        throw new AssertionError("no product is folded in\n" + new StepPlan(draft));
    }

    @Test
    void aResultOfTheForwardPassThatIsReplaced() {
        Draft draft = backward();
        Item out = given(draft, Operation.EXP);
        Item gradient = item(draft, "grad_p");
        Map<Item, Place> places = new IdentityHashMap<>(draft.places());
        places.put(gradient, draft.places().get(out));
        AssertionError e = assertThrows(
                AssertionError.class, () -> PlanVerifier.verify(draft.withPlaces(places, draft.slots()), "Broken"));
        assertTrue(
                e.getMessage().contains("grad_p replaces handedOut, which the forward pass hands out"), e.getMessage());
    }
}
