package org.rnn4j.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What most cells let their user choose: size, bias, initial state, initializers.
 *
 * <p>A cell that keeps a {@code CellOptions} writes its equations as if there was no choice:
 * <pre>
 * public void step(Step step) {
 *   Step t = options.on(step);
 *   Node h = t.previous("h", options.hiddenSize());       // begins as the user wants
 *   t.next("h", tanh(t.affine("h", h.size(), t.input(), h)));   // without b_h if the user wants no bias
 *   t.output(t.next("h"));
 * }
 * </pre>
 *
 * <p>Its provider declares {@link #with} and reads {@link #of(Config)}.
 *
 * @param hiddenSize size of the state h
 * @param bias false leaves out the biases of {@link Step#affine}
 * @param initialState of every state
 * @param inputInitializer of matrices that multiply inputs; Glorot uniform if empty
 * @param recurrentInitializer of matrices that multiply states; orthogonal if empty
 */
public record CellOptions(
        int hiddenSize,
        boolean bias,
        InitialState initialState,
        Optional<Initializer> inputInitializer,
        Optional<Initializer> recurrentInitializer) {

    /** Size of the state h. */
    public static final Option<Integer> HIDDEN_SIZE =
            Option.integer("hiddenSize", "size of the state h").atLeast(1);
    /** Whether affine equations have a bias. */
    public static final Option<Boolean> BIAS =
            Option.bool("bias", "whether the equations have biases").orElse(true);
    /** How states begin. */
    public static final Option<InitialState.Kind> INITIAL_STATE = Option.choice(
                    "initialState", "what states are before the first step", InitialState.Kind.class)
            .orElse(InitialState.Kind.ZEROS);
    /** The number in states that begin constant or learned. */
    public static final Option<Double> INITIAL_VALUE = Option.number(
                    "initialValue", "the number that constant states begin with, and learned ones before training")
            .orElse(0.0);
    /** How matrices that multiply inputs are drawn. */
    public static final Option<Optional<Initializer>> INPUT_INITIALIZER = Option.component(
                    "inputInitializer", "how W_x* are drawn; glorotUniform if absent", Initializer.class)
            .maybe();
    /** How matrices that multiply states are drawn. */
    public static final Option<Optional<Initializer>> RECURRENT_INITIALIZER = Option.component(
                    "recurrentInitializer", "how W_h* are drawn; orthogonal if absent", Initializer.class)
            .maybe();

    private static final List<Option<?>> SHARED =
            List.of(HIDDEN_SIZE, BIAS, INITIAL_STATE, INITIAL_VALUE, INPUT_INITIALIZER, RECURRENT_INITIALIZER);

    /** Checks the size. */
    public CellOptions {
        HIDDEN_SIZE.checked(hiddenSize);
    }

    /** These options and a cell's own ones. */
    public static List<Option<?>> with(Option<?>... own) {
        List<Option<?>> all = new ArrayList<>(SHARED);
        all.addAll(List.of(own));
        return List.copyOf(all);
    }

    /** A size, and the usual choice for all else. */
    public static CellOptions of(int hiddenSize) {
        return new CellOptions(hiddenSize, true, InitialState.zeros(), Optional.empty(), Optional.empty());
    }

    /** The choices in a configuration. */
    public static CellOptions of(Config config) {
        InitialState.Kind kind = config.get(INITIAL_STATE);
        if (kind == InitialState.Kind.ZEROS && config.get(INITIAL_VALUE) != 0) {
            throw config.error(INITIAL_VALUE, "contradicts initialState zeros", "add \"initialState\": \"constant\"");
        }
        return new CellOptions(
                config.get(HIDDEN_SIZE),
                config.get(BIAS),
                new InitialState(kind, config.get(INITIAL_VALUE)),
                config.get(INPUT_INITIALIZER),
                config.get(RECURRENT_INITIALIZER));
    }

    /** The same with or without biases. */
    public CellOptions withBias(boolean newBias) {
        return new CellOptions(hiddenSize, newBias, initialState, inputInitializer, recurrentInitializer);
    }

    /** The same with another beginning of every state. */
    public CellOptions withInitialState(InitialState newState) {
        return new CellOptions(hiddenSize, bias, newState, inputInitializer, recurrentInitializer);
    }

    /** The same with other first values of matrices that multiply inputs. */
    public CellOptions withInputInitializer(Initializer initializer) {
        return new CellOptions(hiddenSize, bias, initialState, Optional.of(initializer), recurrentInitializer);
    }

    /** The same with other first values of matrices that multiply states. */
    public CellOptions withRecurrentInitializer(Initializer initializer) {
        return new CellOptions(hiddenSize, bias, initialState, inputInitializer, Optional.of(initializer));
    }

    /** The step, seen through these choices. */
    public Step on(Step step) {
        return new ConfiguredStep(step, this);
    }
}
