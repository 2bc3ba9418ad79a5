package org.rnn4j.core.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rnn4j.api.expr.Operations.concat;
import static org.rnn4j.api.expr.Operations.constant;
import static org.rnn4j.api.expr.Operations.exp;
import static org.rnn4j.api.expr.Operations.matmul;
import static org.rnn4j.api.expr.Operations.sigmoid;
import static org.rnn4j.api.expr.Operations.softmax;
import static org.rnn4j.api.expr.Operations.tanh;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.rnn4j.api.Cell;
import org.rnn4j.api.expr.Matrix;
import org.rnn4j.api.expr.Node;
import org.rnn4j.api.expr.Parameter.Role;
import org.rnn4j.api.expr.Source;
import org.rnn4j.core.grad.Adjoint;
import org.rnn4j.core.trace.StepGraph;
import org.rnn4j.core.trace.TracedStep;

/** What each pass of the planner does, on equations small enough to read; plans are printed as people see them. */
final class PassPlanTest {
    private static StepGraph trace(Cell cell) {
        return TracedStep.trace(cell, "cell", List.of(new TracedStep.Input(4, false)));
    }

    private static StepPlan forward(Cell cell) {
        return Pipeline.forward(trace(cell), Set.of());
    }

    private static StepPlan backward(Cell cell) {
        StepGraph graph = trace(cell);
        StepGraph adjoint = Adjoint.of(graph, Set.of(0));
        Set<Node> saved = new HashSet<>();
        for (Node node : adjoint.nodes()) {
            if (HoistInputs.isSource(node, Source.Kind.SAVED)) {
                saved.add(Adjoint.savedValue(graph, node.detail(Source.class)));
            }
        }
        return Pipeline.backward(adjoint, Pipeline.forward(graph, saved));
    }

    /** The plan without its storage, and without the places of values. */
    private static String work(StepPlan plan) {
        String text = plan.toString();
        int storage = text.indexOf("storage\n");
        return (storage < 0 ? text : text.substring(0, storage)).replaceAll("  @\\d+(\\+\\d+)?", "");
    }

    /** The phases of the named values of a graph. */
    private static Map<String, Phase> phases(Cell cell) {
        StepGraph graph = trace(cell);
        Draft draft = new HoistInputs().apply(Draft.of(graph, Set.of(), Optional.empty()));
        return graph.labels().entrySet().stream()
                .filter(e -> draft.phases().containsKey(e.getKey()))
                .collect(Collectors.toMap(
                        Map.Entry::getValue, e -> draft.phases().get(e.getKey())));
    }

    // ---- HoistInputs

    @Test
    void whatNoStateLeadsToLeavesTheLoopToTheFront() {
        Map<String, Phase> phases = phases(t -> {
            Node h = t.previous("h", 4);
            Node early = exp(t.input()).named("early");
            Node late = softmax(h).named("late");
            t.next("h", tanh(h.plus(early)).named("inside"));
            t.output(late);
        });
        assertEquals(Phase.BEFORE, phases.get("early"));
        assertEquals(Phase.LOOP, phases.get("inside"));
        assertEquals(Phase.AFTER, phases.get("late"));
    }

    @Test
    void whatFollowsFromConstantsIsWorkedOutOnce() {
        Map<String, Phase> phases = phases(t -> {
            Node gate = sigmoid(t.vector("b", 4)).named("gate");
            t.output(t.input().times(gate));
        });
        assertEquals(Phase.ONCE, phases.get("gate"));
    }

    @Test
    void cheapFunctionsStayWithTheLoopThatNeedsThem() {
        Map<String, Phase> phases = phases(t -> {
            Node h = t.previous("h", 4);
            Node light = t.input().times(2).plus(1).named("light");
            Node heavy = exp(t.input()).named("heavy");
            t.next("h", h.plus(light).plus(heavy));
            t.output(h);
        });
        assertEquals(Phase.LOOP, phases.get("light"));
        assertEquals(Phase.BEFORE, phases.get("heavy"));
    }

    @Test
    void cheapFunctionsThatSomethingEarlyNeedsRunEarly() {
        Map<String, Phase> phases = phases(t -> {
            Node h = t.previous("h", 4);
            Node light = t.input().times(2).named("light");
            t.next("h", h.plus(light).plus(exp(light)));
            t.output(h);
        });
        assertEquals(Phase.BEFORE, phases.get("light"));
    }

    // ---- ReadEquations

    @Test
    void aSumOfProductsIsSplitIntoWhatIsHoistedAndWhatIsAdded() {
        assertEquals("""
                before
                  in one panel
                    pre_h[3] = W_xh x + b_h
                loop over time, h ← h'
                  in one panel
                    pre_h[3] = pre_h here + W_hh h
                    h'[3] = tanh(pre_h)
                """, work(forward(t -> {
            t.next("h", tanh(t.affine("h", 3, t.input(), t.previous("h", 3))));
            t.output(t.next("h"));
        })));
    }

    @Test
    void patternsBecomeOneFunction() {
        assertEquals(
                """
                before
                  in one panel
                    y[4] = tanh(x)
                    z[4] = x ∘ y + y
                    w[4] = y - x ∘ z
                    %4[4] = 1 - w
                """,
                work(forward(t -> {
                    Node x = t.input();
                    Node y = tanh(x).named("y");
                    Node z = x.times(y).plus(y).named("z");
                    Node w = y.minus(x.times(z)).named("w");
                    t.output(constant(1).minus(w));
                })));
    }

    // ---- MergeGates

    @Test
    void productsOfTheSameOperandsRunSideBySide() {
        assertEquals(
                """
                before
                  in one panel
                  ┌ b[3] = W_xb x
                  └ a[3] = W_xa x
                loop over time, h ← h'
                  in one panel
                  ┌ b[3] = b here + W_hb h
                  └ a[3] = a here + W_ha h
                    %5[3] = sigmoid(b)
                    h'[3] = a ∘ %5
                """,
                work(forward(t -> {
                    Node h = t.previous("h", 3);
                    Node a = t.linear("a", 3, t.input(), h).named("a");
                    Node b = t.linear("b", 3, t.input(), h).named("b");
                    t.next("h", a.times(sigmoid(b)));
                    t.output(t.next("h"));
                })));
    }

    @Test
    void productsOfOtherSizesRunApart() {
        StepPlan plan = forward(t -> t.output(concat(t.linear("a", 3, t.input()), t.linear("b", 5, t.input()))));
        assertEquals(
                List.of(1, 1), plan.draft().merged().stream().map(List::size).toList());
    }

    @Test
    void gradientsThatOneProductReadsStandSideBySide() {
        StepPlan plan = backward(t -> {
            Node h = t.previous("h", 3);
            Node a = tanh(t.affine("a", 3, t.input(), h));
            Node b = sigmoid(t.affine("b", 3, t.input(), h));
            t.next("h", a.times(b));
            t.output(t.next("h"));
        });
        List<List<Item>> bundles = plan.draft().bundles();
        assertEquals(
                List.of(List.of("grad_pre_a", "grad_pre_b")),
                bundles.stream()
                        .map(b -> b.stream().map(Item::name).sorted().toList())
                        .toList());
        Place first = plan.place(bundles.get(0).get(0));
        assertEquals(
                new Place(first.slot(), first.panel() + 1),
                plan.place(bundles.get(0).get(1)));
    }

    // ---- FusePointwise

    @Test
    void workOnOnePanelIsDoneTogetherAndARowFunctionParts() {
        assertEquals(
                """
                before
                  in one panel
                    a[4] = exp(x)
                    b[4] = a ∘ x
                  c[4] = softmax(b)
                  in one panel
                    %1[4] = tanh(c)
                """,
                work(forward(t -> {
                    Node a = exp(t.input()).named("a");
                    Node b = a.times(t.input()).named("b");
                    t.output(tanh(softmax(b).named("c")));
                })));
    }

    @Test
    void aProductWaitsForAllPanelsOfItsOperand() {
        assertEquals(
                """
                before
                  in one panel
                    a[4] = exp(x)
                  in one panel
                    %1[2] = W a
                    %2[2] = tanh(%1)
                """,
                work(forward(t -> {
                    Node a = exp(t.input()).named("a");
                    t.output(tanh(matmul(t.matrix("W", 2, 4), a)));
                })));
    }

    @Test
    void contributionsToParametersComeAfterTheLoop() {
        String text = work(backward(t -> {
            t.next("h", tanh(t.affine("h", 3, t.input(), t.previous("h", 3))));
            t.output(t.next("h"));
        }));
        assertEquals("""
                after
                  in one panel
                    grad_x[4] = W_xhᵀ grad_pre_h
                  gradient b_h += Σ grad_pre_h
                  gradient W_hh += Σ grad_pre_h ⊗ h
                  gradient W_xh += Σ grad_pre_h ⊗ x
                """, text.substring(text.indexOf("after")));
    }

    // ---- AssignBuffers

    @Test
    void aResultTakesThePlaceOfAnOperandThatNobodyNeedsAnyMore() {
        StepPlan plan = forward(t -> t.output(tanh(exp(t.input()).named("a")).named("b")));
        assertEquals(plan.place(item(plan, "a")), plan.place(item(plan, "b")));
    }

    @Test
    void aResultDoesNotTakeThePlaceOfWhatIsNeededLater() {
        StepPlan plan = forward(t -> {
            Node a = exp(t.input()).named("a");
            t.output(a.times(tanh(a).named("b")));
        });
        assertEquals(false, plan.place(item(plan, "a")).equals(plan.place(item(plan, "b"))));
    }

    @Test
    void aResultDoesNotTakeThePlaceOfItsProductsOperand() {
        StepPlan plan = forward(t -> {
            Node a = exp(t.input()).named("a");
            Matrix w = t.matrix("W", Role.INPUT, 4, 4);
            t.output(matmul(w, a).named("b"));
        });
        assertEquals(false, plan.place(item(plan, "a")).equals(plan.place(item(plan, "b"))));
    }

    @Test
    void whatOnlyAStepNeedsHasRowsThatAreUsedAgain() {
        StepPlan plan = forward(t -> {
            Node h = t.previous("h", 4);
            Node a = softmax(h).named("a");
            Node b = softmax(a).named("b");
            Node c = softmax(b).named("c");
            t.next("h", c.plus(t.input()).named("d"));
            t.output(t.input());
        });
        assertEquals(Slot.Rows.STEP, slot(plan, "a").rows());
        assertEquals(slot(plan, "a"), slot(plan, "c"));
        assertEquals(false, slot(plan, "a").equals(slot(plan, "b")));
    }

    @Test
    void aNextStateInATakenPlaceIsNotReplacedByLaterWork() {
        StepPlan plan = backward(t -> {
            Node h = t.previous("h", 2);
            Node c = t.previous("c", 2);
            Node k = t.previous("k", 1);
            t.next("h", tanh(t.affine("h", 2, t.input(), h).plus(c)));
            t.next("c", c.times(0.9).plus(h.times(k)));
            t.next("k", k.times(0.5));
            t.output(t.next("h").times(k));
        });
        assertEquals(3, plan.graph().states().size()); // what is wrong is found by the verifier
    }

    @Test
    void resultsHaveRowsForAllSteps() {
        StepPlan plan = forward(t -> {
            Node h = t.previous("h", 4);
            t.next("h", tanh(h.plus(t.input())).named("d"));
            t.output(t.next("h"));
        });
        assertEquals(Slot.Rows.SEQUENCE, slot(plan, "d").rows());
    }

    // ---- places of others

    private static StepPlan gates() {
        return backward(t -> {
            Node h = t.previous("h", 20);
            Node a = sigmoid(t.affine("a", 20, t.input(), h).named("p"));
            Node b = tanh(t.affine("b", 20, t.input(), h).named("q"));
            t.next("h", a.times(b).plus(h));
            t.output(t.next("h"));
        });
    }

    @Test
    void theGradientsOfGatesStandSideBySideWhereTheGatesStood() {
        StepPlan plan = gates();
        assertInstanceOf(Slot.Forward.class, slot(plan, "grad_p").owner());
        assertEquals(slot(plan, "grad_p"), slot(plan, "grad_q"));
        assertEquals(
                Set.of(0, 2),
                Set.of(
                        plan.place(item(plan, "grad_p")).panel(),
                        plan.place(item(plan, "grad_q")).panel()));
        assertTrue(plan.slots().stream().noneMatch(s -> s.isOwn() && s.rows() == Slot.Rows.SEQUENCE && s.panels() > 1));
    }

    @Test
    void whatTheForwardPassHandsOutStays() {
        StepPlan plan = backward(t -> {
            Node h = t.previous("h", 20);
            t.next("h", tanh(t.affine("h", 20, t.input(), h).named("p")));
            t.output(t.next("h"));
        });
        assertInstanceOf(Slot.OutputGradient.class, slot(plan, "grad_p").owner());
    }

    // ---- products on the way

    @Test
    void aGradientThroughAGateTakesTheFactorsWhereBothStillStand() {
        String text = gates().toString();
        // Each gate's gradient takes the gate's place: when the second one comes, the first gate is gone.
        assertTrue(text.contains("= tanhGradient(grad_h' ∘ %4, %8)"), text);
        assertTrue(text.contains("= sigmoidGradient(grad_%4, %4)"), text);
    }

    @Test
    void aProductThatTwoGradientsTakeIsMadeOnce() {
        StepPlan plan = backward(t -> {
            Node h = t.previous("h", 20);
            Node a = sigmoid(t.affine("a", 20, t.input(), h));
            Node b = tanh(t.affine("b", 20, t.input(), h));
            t.next("h", a.plus(b).times(h));
            t.output(t.next("h"));
        });
        String text = plan.toString();
        assertTrue(text.contains("sigmoidGradient(") && text.contains("tanhGradient("), text);
        assertFalse(text.contains("Gradient(grad_h' ∘"), text);
    }

    private static Item item(StepPlan plan, String name) {
        return plan.items().stream()
                .filter(i -> i.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Slot slot(StepPlan plan, String name) {
        return plan.slots().get(plan.place(item(plan, name)).slot());
    }

    // ---- all

    @Test
    void thePipelineReadsAsATableOfContents() {
        assertEquals(
                List.of(
                        "HoistInputs",
                        "ReadEquations",
                        "MergeGates",
                        "FusePointwise",
                        "TakeOverSaved",
                        "FoldProducts",
                        "AssignBuffers"),
                Pipeline.PASSES.stream().map(Pipeline.Named::name).toList());
    }
}
