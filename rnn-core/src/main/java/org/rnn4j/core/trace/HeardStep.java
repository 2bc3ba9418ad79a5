package org.rnn4j.core.trace;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rnn4j.api.expr.Matrix;
import org.rnn4j.api.expr.Node;
import org.rnn4j.api.expr.Operation;
import org.rnn4j.api.expr.Parameter;

/** All that was heard of a step, when it has ended; checked, and made a graph of. */
record HeardStep(
        DefinitionProblems problems,
        StepSources sources,
        DeclaredStates states,
        DeclaredParameters parameters,
        Optional<Node> output) {
    /**
     * The graph of the step.
     *
     * @param described the step, for a message
     */
    StepGraph graph(String described) {
        if (output.isEmpty()) {
            throw problems.problem(described + " has no output", "call output(value) in step(...)");
        }
        states.checkAllSet(described);
        List<Node> nodes = Graphs.inOrder(roots());
        checkOwnSources(nodes);
        parameters.resolve(nodes);
        Interner interner = new Interner(parameters::full);
        List<StepGraph.State> internedStates = states.interned(interner, parameters);
        List<Node> inputs = new ArrayList<>();
        sources.all().forEach(n -> inputs.add(interner.intern(n)));
        Node result = interner.internDense(output.orElseThrow());
        checkUnusedParameters(result, internedStates);
        return new StepGraph(
                problems.path(),
                inputs,
                internedStates,
                List.of(new StepGraph.Result(StepGraph.OUTPUT, result)),
                withLearned(internedStates),
                List.of(),
                interner.labels());
    }

    private List<Node> roots() {
        List<Node> roots = new ArrayList<>(states.after());
        roots.add(output.orElseThrow());
        return roots;
    }

    private List<Parameter> withLearned(List<StepGraph.State> internedStates) {
        List<Parameter> all = new ArrayList<>(parameters.resolved());
        internedStates.forEach(s -> s.learned().ifPresent(all::add));
        return all;
    }

    private void checkOwnSources(List<Node> nodes) {
        Set<Object> own = new HashSet<>();
        sources.all().forEach(n -> own.add(n.detail()));
        states.before().forEach(n -> own.add(n.detail()));
        for (Node node : nodes) {
            problems.check(
                    node.operation() != Operation.SOURCE || own.contains(node.detail()),
                    "The value '" + node + "' belongs to another step",
                    "use only what the step gives that is being written");
        }
    }

    private void checkUnusedParameters(Node result, List<StepGraph.State> states) {
        List<Node> roots = new ArrayList<>(List.of(result));
        states.forEach(s -> roots.add(s.next()));
        Set<String> used = new HashSet<>();
        for (Node node : Graphs.inOrder(roots)) {
            if (node.detail() instanceof Matrix matrix)
                used.add(matrix.parameter().name());
            if (node.detail() instanceof Parameter parameter) used.add(parameter.name());
        }
        for (Parameter parameter : parameters.resolved()) {
            problems.check(
                    used.contains(parameter.name()),
                    "The parameter '" + parameter.name() + "' has no influence on the output",
                    "use it in an equation, or do not declare it");
        }
    }
}
