package org.rnn4j.core.trace;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rnn4j.api.CellDefinitionException;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.Initializer;
import org.rnn4j.api.expr.Matrix;
import org.rnn4j.api.expr.Names;
import org.rnn4j.api.expr.Node;
import org.rnn4j.api.expr.Operation;
import org.rnn4j.api.expr.Parameter;
import org.rnn4j.api.expr.Source;

/**
 * The parameters of a step, and those of the layers below that it may share.
 *
 * <p>Belongs to one {@link TracedStep}, and grows until {@link #close}; then {@link #resolve} decides what was left open.
 */
final class DeclaredParameters {
    private final DefinitionProblems problems;
    private final Map<String, Parameter> below;
    private final Map<String, Declared> declared = new LinkedHashMap<>();
    private final Map<String, Parameter> resolved = new LinkedHashMap<>();
    private boolean closed;

    private record Declared(Parameter parameter, boolean roleGiven, boolean initializerGiven) {}

    /**
     * The parameters of a step.
     *
     * @param below the parameters of the layers below, by full name
     */
    DeclaredParameters(DefinitionProblems problems, Map<String, Parameter> below) {
        this.problems = problems;
        this.below = below;
    }

    /** Declares a parameter whose role its author gave. */
    Parameter declare(String name, int rows, int columns, Parameter.Role role) {
        return declare(name, rows, columns, role, true);
    }

    /** Declares a matrix whose role follows from what it is multiplied with. */
    Parameter declare(String name, int rows, int columns) {
        return declare(name, rows, columns, Parameter.Role.INPUT, false);
    }

    private Parameter declare(String name, int rows, int columns, Parameter.Role role, boolean roleGiven) {
        Names.checked(name, "parameter");
        problems.check(
                !closed,
                "The parameter '" + name + "' is declared after the end of the step",
                "declare parameters within step(...)");
        problems.check(
                !declared.containsKey(name),
                "The parameter '" + name + "' is declared twice",
                "keep what the first call gave, or use another name");
        problems.check(
                rows > 0 && columns > 0,
                "The parameter '" + name + "' has the shape [" + rows + ", " + columns + "]",
                "sizes are at least 1");
        Parameter.Structure structure =
                role == Parameter.Role.PEEPHOLE ? Parameter.Structure.DIAGONAL : Parameter.Structure.DENSE;
        Parameter parameter = new Parameter(name, rows, columns, role, structure, Initializer.zeros());
        declared.put(name, new Declared(parameter, roleGiven, false));
        return parameter;
    }

    /** A parameter of the layers below. */
    Parameter shared(String fullName) {
        Parameter parameter = below.get(fullName);
        if (parameter != null) return parameter;
        throw new CellDefinitionException(ErrorMessage.of("No layer below has the matrix '" + fullName + "'")
                .fact("where", problems.path())
                .choices(fullName, below.keySet())
                .fix("give the full name of a parameter that a layer below declares")
                .toString());
    }

    /** Says how a parameter begins. */
    void initialize(String name, Initializer initializer) {
        Declared known = declared.get(name);
        if (known == null) {
            throw new CellDefinitionException(ErrorMessage.of("initialize of an unknown parameter '" + name + "'")
                    .fact("where", problems.path())
                    .choices(name, declared.keySet())
                    .toString());
        }
        Parameter parameter = known.parameter().withInitializer(initializer);
        declared.put(name, new Declared(parameter, known.roleGiven(), true));
    }

    /** Ends the step: nothing can be declared any more. */
    void close() {
        closed = true;
    }

    /** Decides roles and initial values where the author left them open. */
    void resolve(List<Node> nodes) {
        Set<String> recurrent = recurrentMatrices(nodes);
        declared.forEach((name, known) -> {
            Parameter parameter = known.parameter();
            if (!known.roleGiven() && recurrent.contains(name))
                parameter = parameter.withRole(Parameter.Role.RECURRENT);
            if (!known.initializerGiven()) parameter = parameter.withInitializer(usual(parameter));
            resolved.put(name, parameter.withName(qualified(name)));
        });
    }

    private static Set<String> recurrentMatrices(List<Node> nodes) {
        Set<Node> fromState = Graphs.dependents(nodes, DeclaredParameters::isPrevious);
        Set<String> names = new HashSet<>();
        for (Node node : nodes) {
            if (node.operation() == Operation.MATMUL && fromState.contains(node.operand(0))) {
                names.add(node.detail(Matrix.class).parameter().name());
            }
        }
        return names;
    }

    private static boolean isPrevious(Node node) {
        return node.operation() == Operation.SOURCE && node.detail(Source.class).kind() == Source.Kind.PREVIOUS;
    }

    private static Initializer usual(Parameter parameter) {
        return switch (parameter.role()) {
            case INPUT, PROJECTION -> Initializer.glorotUniform();
            case RECURRENT -> Initializer.orthogonal();
            case GAIN -> Initializer.constant(1);
            case BIAS, PEEPHOLE, INITIAL_STATE -> Initializer.zeros();
        };
    }

    /** The step's own parameters, resolved. */
    Collection<Parameter> resolved() {
        return resolved.values();
    }

    /** A parameter that a node names, with its full name. */
    Parameter full(Parameter named) {
        if (named.equals(below.get(named.name()))) return named;
        Parameter parameter = resolved.get(named.name());
        if (parameter == null) {
            throw problems.problem(
                    "The parameter '" + named.name() + "' belongs to another step",
                    "declare it with matrix(...) or vector(...) of the step that uses it");
        }
        return parameter;
    }

    /** The full name of a parameter of the step. */
    String qualified(String name) {
        return problems.path().isEmpty() ? name : problems.path() + "." + name;
    }
}
