package org.rnn4j.core.trace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rnn4j.api.CellDefinitionException;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.expr.Names;
import org.rnn4j.api.expr.Node;
import org.rnn4j.api.expr.Operation;
import org.rnn4j.api.expr.Source;
import org.rnn4j.core.trace.SequenceGraph.Value;

/**
 * What a step reads from outside: inputs, side inputs, memories.
 *
 * <p>Belongs to one {@link TracedStep}, and grows with what it asks for.
 */
final class StepSources {
    private final DefinitionProblems problems;
    private final List<Node> inputs;
    private final Map<String, Value> memories;
    private final Map<String, Node> sides = new LinkedHashMap<>();
    private final Map<String, Node> seen = new LinkedHashMap<>();

    /**
     * The sources of a step.
     *
     * @param memories the sequences that it may see as a whole, by name
     */
    StepSources(DefinitionProblems problems, List<TracedStep.Input> inputs, Map<String, Value> memories) {
        this.problems = problems;
        this.memories = memories;
        List<Node> sources = new ArrayList<>();
        for (int k = 0; k < inputs.size(); k++) {
            Source source = new Source(
                    Source.Kind.INPUT, k == 0 ? "x" : "x" + k, k, inputs.get(k).oneHot());
            sources.add(Node.of(Operation.SOURCE, List.of(), inputs.get(k).size(), source, source.name()));
        }
        this.inputs = List.copyOf(sources);
    }

    /** How many inputs there are. */
    int inputs() {
        return inputs.size();
    }

    /** An input, counted from 0. */
    Node input(int index) {
        problems.check(
                index >= 0 && index < inputs.size(),
                "input(" + index + ") of a step that has " + inputs.size(),
                "inputs are counted from 0");
        return inputs.get(index);
    }

    /** A side input, of one size. */
    Node side(String name, int size) {
        Names.checked(name, "side input");
        Node side = sides.computeIfAbsent(name, n -> named(Source.Kind.SIDE, "side input", name, size, ""));
        problems.check(
                side.size() == size,
                "The side input '" + name + "' has two sizes, " + side.size() + " and " + size,
                "declare it with one size");
        return side;
    }

    /** A sequence that can be seen as a whole. */
    Node memory(String name) {
        Value memory = memories.get(name);
        if (memory == null) {
            throw new CellDefinitionException(ErrorMessage.of("No memory '" + name + "' here")
                    .fact("where", problems.where())
                    .choices(name, memories.keySet())
                    .fix(
                            "use the cell where there is one: in the decoder of a model of type encoderDecoder, or in a flow"
                                    + " from withMemory(...)")
                    .toString());
        }
        Source source = new Source(Source.Kind.MEMORY, name, 0, false, memory.time());
        return seen.computeIfAbsent(name, n -> Node.of(Operation.SOURCE, List.of(), memory.size(), source, name));
    }

    /** A source that has a name; at the positions of a memory if the axis is not empty. */
    Node named(Source.Kind kind, String what, String name, int size, String axis) {
        problems.check(size > 0, "The " + what + " '" + name + "' has the size " + size, "sizes are at least 1");
        return Node.of(Operation.SOURCE, List.of(), size, new Source(kind, name, 0, false, axis), name);
    }

    /** All that was asked for, and all inputs. */
    List<Node> all() {
        List<Node> all = new ArrayList<>(inputs);
        all.addAll(sides.values());
        all.addAll(seen.values());
        return all;
    }
}
