package org.rnn4j.core.trace;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rnn4j.api.CellDefinitionException;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.InitialState;
import org.rnn4j.api.Initializer;
import org.rnn4j.api.expr.Names;
import org.rnn4j.api.expr.Node;
import org.rnn4j.api.expr.Operations;
import org.rnn4j.api.expr.Parameter;
import org.rnn4j.api.expr.Source;

/**
 * The states of a step: declared by their values before it, then set to those after it.
 *
 * <p>Belongs to one {@link TracedStep}, and grows with what it is told.
 */
final class DeclaredStates {
    private final DefinitionProblems problems;
    private final StepSources sources;
    private final Map<String, Node> previous = new LinkedHashMap<>();
    private final Map<String, Node> next = new LinkedHashMap<>();
    private final Map<String, InitialState> initial = new LinkedHashMap<>();
    private final Set<String> internal = new HashSet<>();

    DeclaredStates(DefinitionProblems problems, StepSources sources) {
        this.problems = problems;
        this.sources = sources;
    }

    /** Declares a state and gives its value before the step. */
    Node declare(String name, int size) {
        return declare(name, size, "");
    }

    /** Declares a state that has a value at every position that another value has. */
    Node declare(String name, int size, Node like) {
        problems.check(
                !like.axis().isEmpty(),
                "The state '" + name + "' at the positions of '" + like + "', which has none",
                "give a value that depends on a memory; see Step.memory");
        return declare(name, size, like.axis());
    }

    private Node declare(String name, int size, String axis) {
        Names.checked(name, "state");
        problems.check(
                !previous.containsKey(name),
                "The state '" + name + "' is declared twice",
                "keep the node of the first call");
        Node node = sources.named(Source.Kind.PREVIOUS, "state", name, size, axis);
        previous.put(name, node);
        return node;
    }

    /** Sets a state to its value after the step. */
    void set(String name, Node value) {
        Node state = declared(name);
        problems.check(
                !next.containsKey(name),
                "The state '" + name + "' is set twice; the second time to '" + value + "'",
                "set every state once");
        if (state.size() != value.size()) {
            throw new CellDefinitionException(ErrorMessage.of(
                            "The state '" + name + "' changes its size in '" + value + "'")
                    .fact("before", state.size())
                    .fact("after", value.size())
                    .fix("declare it with previous(\"" + name + "\", " + value.size() + "), or change the equation")
                    .toString());
        }
        problems.check(
                value.axis().isEmpty() || value.axis().equals(state.axis()),
                "The state '" + name + "' is set to '" + value + "', a value at every position of "
                        + (state.axis().isEmpty() ? "a memory" : "another memory"),
                "put the positions together: segmentSum(...), or declare the state with previous(name, size, memory)");
        next.put(name, Operations.spread(value, state));
    }

    /** The value after the step. */
    Node next(String name) {
        declared(name);
        Node value = next.get(name);
        if (value == null) {
            throw problems.problem(
                    "next(\"" + name + "\") is read before it is set", "call next(\"" + name + "\", value) first");
        }
        return value;
    }

    /** Says how a state begins. */
    void start(String name, InitialState value) {
        declared(name);
        initial.put(name, value);
    }

    /** Says that a state is of no interest outside. */
    void internal(String name) {
        declared(name);
        internal.add(name);
    }

    private Node declared(String name) {
        Node state = previous.get(name);
        if (state == null) {
            throw problems.problem(
                    "The state '" + name + "' is not declared",
                    "declare it with previous(\"" + name + "\", size) first");
        }
        return state;
    }

    /** The values before the step. */
    Collection<Node> before() {
        return previous.values();
    }

    /** The values after the step. */
    Collection<Node> after() {
        return next.values();
    }

    /** Refuses states that were declared and never set. */
    void checkAllSet(String step) {
        for (String name : previous.keySet()) {
            problems.check(
                    next.containsKey(name),
                    "The state '" + name + "' of " + step + " is declared by previous(\"" + name + "\", "
                            + declared(name).size() + ") but never set",
                    "call next(\"" + name + "\", value)");
        }
    }

    /** The states as a graph has them. */
    List<StepGraph.State> interned(Interner interner, DeclaredParameters parameters) {
        List<StepGraph.State> states = new ArrayList<>();
        for (String name : previous.keySet()) {
            InitialState start = initial.getOrDefault(name, InitialState.zeros());
            Node before = interner.intern(declared(name));
            Optional<Parameter> learned = learned(name, before.size(), start, parameters);
            Node after = interner.internDense(next(name));
            states.add(new StepGraph.State(name, before, after, start, learned, internal.contains(name)));
        }
        return states;
    }

    private static Optional<Parameter> learned(
            String name, int size, InitialState start, DeclaredParameters parameters) {
        if (start.kind() != InitialState.Kind.LEARNED) return Optional.empty();
        return Optional.of(new Parameter(
                parameters.qualified(name + "_0"),
                size,
                1,
                Parameter.Role.INITIAL_STATE,
                Parameter.Structure.DENSE,
                Initializer.constant(start.value())));
    }
}
