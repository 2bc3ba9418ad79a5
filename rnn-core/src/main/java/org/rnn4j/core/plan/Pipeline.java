package org.rnn4j.core.plan;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rnn4j.api.expr.Node;
import org.rnn4j.core.trace.StepGraph;

/** From equations to a plan: the passes, in order. */
public final class Pipeline {
    /** One pass and its name. */
    record Named(String name, Pass pass) {}

    static final List<Named> PASSES = List.of(
            new Named("HoistInputs", new HoistInputs()),
            new Named("ReadEquations", new ReadEquations()),
            new Named("MergeGates", new MergeGates()),
            new Named("FusePointwise", new FusePointwise()),
            new Named("TakeOverSaved", new TakeOverSaved()),
            new Named("FoldProducts", new FoldProducts()),
            new Named("AssignBuffers", new AssignBuffers()));

    private Pipeline() {}

    /**
     * The plan of a forward pass.
     *
     * @param saved values that a backward pass will read
     */
    public static StepPlan forward(StepGraph graph, Set<Node> saved) {
        return new StepPlan(run(Draft.of(graph, saved, Optional.empty())));
    }

    /** The plan of a backward pass, which reads what the forward plan keeps. */
    public static StepPlan backward(StepGraph graph, StepPlan forward) {
        return new StepPlan(run(Draft.of(graph, Set.of(), Optional.of(forward.draft()))));
    }

    private static Draft run(Draft draft) {
        Draft current = draft;
        for (Named each : PASSES) {
            current = each.pass().apply(current);
            PlanVerifier.verify(current, each.name());
        }
        return current;
    }
}
