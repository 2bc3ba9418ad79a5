package org.rnn4j.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.rnn4j.api.expr.Operations;

/**
 * The words in which a {@link Layer} is written. Every word honours the lengths of the examples.
 *
 * <p>Names given here become part of parameter names: a cell scanned as {@code cell} in layer {@code layers.0} has
 * {@code layers.0.cell.W_xi}. A name is used once in a layer.
 */
public interface Flow {
    /**
     * Runs a cell along time.
     *
     * @param name of the cell within this layer
     * @param cell the equations
     * @param initialStates states to begin with, vectors by state name; states that are not in it begin as the cell says
     * @param inputs sequences of the same lengths; the cell sees them as {@code t.input(0)}, {@code t.input(1)}, …; a
     *     vector among them is the same at every step
     */
    Scan scan(String name, Cell cell, Map<String, Sequence> initialStates, List<Sequence> inputs);

    /** Runs a cell along time, called {@code cell}, and gives its outputs [T, B, outputSize]. */
    default Sequence scan(Cell cell, Sequence x) {
        return scan("cell", cell, Map.of(), List.of(x)).output();
    }

    /**
     * Computes the same equations at every step (time-distributed); the step has no state.
     *
     * @param equations sets only an output; its parameters belong to this layer directly
     * @param inputs of the same lengths, or vectors, which are the same at every step; all vectors give a vector
     */
    Sequence map(Cell equations, List<Sequence> inputs);

    /** Computes the same equations at every step of one sequence. */
    default Sequence map(Sequence x, Cell equations) {
        return map(equations, List.of(x));
    }

    /** The steps of every example in the opposite order: its last step becomes its first. */
    Sequence reverse(Sequence x);

    /** The vector at each example's last step; zeros for an example of length 0. */
    Sequence last(Sequence x);

    /** The mean over each example's steps; zeros for an example of length 0. */
    Sequence mean(Sequence x);

    /** The element-wise maximum over each example's steps; zeros for an example of length 0. */
    Sequence maximum(Sequence x);

    /**
     * What the network reads besides its input: a sequence of lengths of its own, such as the sentence to translate, or one
     * vector an example, such as what to invent an example of.
     *
     * @param name as the network declares it
     */
    Sequence source(String name);

    /** A vector at every time step of another sequence. */
    Sequence repeat(Sequence vector, Sequence like);

    /**
     * Applies another layer.
     *
     * @param name of the inner layer within this one
     */
    Sequence layer(String name, Layer layer, Sequence x);

    /**
     * The same words; what runs along time begins as is said here, where its layer says nothing.
     *
     * <p>So a decoder of any layers begins where an encoder of any layers ended.
     */
    Flow withInitialStates(InitialStates states);

    /**
     * The same words; cells see a sequence as a whole at every step, see {@link Step#memory}.
     *
     * @param name by which cells ask for it
     * @param memory of any lengths
     */
    Flow withMemory(String name, Sequence memory);

    /** The same words; tells of everything that runs along time, in order. */
    Flow withListener(Consumer<Scan> listener);

    /** x and y side by side. */
    default Sequence concat(Sequence... parts) {
        return map(
                t -> t.output(Operations.concat(java.util.stream.IntStream.range(0, t.inputs())
                        .mapToObj(t::input)
                        .toList())),
                List.of(parts));
    }

    /** x + y. */
    default Sequence plus(Sequence x, Sequence y) {
        return map(t -> t.output(t.input(0).plus(t.input(1))), List.of(x, y));
    }

    /** x ∘ y. */
    default Sequence times(Sequence x, Sequence y) {
        return map(t -> t.output(t.input(0).times(t.input(1))), List.of(x, y));
    }

    /** (x + y) / 2. */
    default Sequence average(Sequence x, Sequence y) {
        return map(t -> t.output(t.input(0).plus(t.input(1)).times(0.5)), List.of(x, y));
    }

    /** With what states begin. */
    @FunctionalInterface
    interface InitialStates {
        /**
         * With what a state begins; empty for what its cell says.
         *
         * @param scan number of the scan with states, from 0, in the order in which they are written
         * @param state name of the state
         * @param size of the vector that is needed
         */
        Optional<Sequence> of(int scan, String state, int size);
    }

    /** What a cell leaves behind. */
    interface Scan {
        /** The outputs [T, B, outputSize]. */
        Sequence output();

        /** A state after each example's last step [B, size]. */
        Sequence finalState(String name);

        /** The names of the cell's states. */
        List<String> states();
    }
}
