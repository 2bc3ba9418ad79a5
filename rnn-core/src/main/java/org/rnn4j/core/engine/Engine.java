package org.rnn4j.core.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rnn4j.api.Loss;
import org.rnn4j.api.Optimizer;
import org.rnn4j.api.expr.Parameter;
import org.rnn4j.core.trace.SequenceGraph;

/** A way to run a network: {@code reference} in float64, or {@code simd} in float32. Thread-safe. */
public interface Engine {
    /** Its name: {@code reference} or {@code simd}. */
    String name();

    /** Storage for the parameters of a network, at first zero. */
    default Weights newWeights(SequenceGraph graph) {
        return newWeights(graph, List.of());
    }

    /**
     * Storage for the parameters of a network and some more, at first zero.
     *
     * @param more such as those of a loss
     */
    Weights newWeights(SequenceGraph graph, List<Parameter> more);

    /** The parameters of a network, and then some more. */
    static List<Parameter> all(SequenceGraph graph, List<Parameter> more) {
        List<Parameter> all = new ArrayList<>(graph.parameters());
        all.addAll(more);
        return List.copyOf(all);
    }

    /** Prepares a network for running; what it makes shares this preparation. */
    Compiled compile(SequenceGraph graph, Options options);

    /** Prepares updates of weights by an optimizer. */
    Updater newUpdater(Optimizer optimizer, Weights weights);

    /**
     * What is prepared.
     *
     * @param loss the loss to train with or to evaluate, if any
     * @param inputGradient true if the gradient of the network's input is wanted
     * @param threads most threads that work on one batch; the result does not depend on it
     * @param recompute true to keep less for the backward run and compute it again, which takes longer; the result does not
     *     depend on it
     */
    record Options(Optional<Loss> loss, boolean inputGradient, int threads, boolean recompute) {
        /** What is prepared, to keep everything that the backward run reads. */
        public Options(Optional<Loss> loss, boolean inputGradient, int threads) {
            this(loss, inputGradient, threads, false);
        }

        /** The same, with or without recomputation. */
        public Options withRecompute(boolean newRecompute) {
            return new Options(loss, inputGradient, threads, newRecompute);
        }

        /** The same without a loss. */
        public Options withoutLoss() {
            return new Options(Optional.empty(), inputGradient, threads, recompute);
        }

        /** Inference only, on one thread. */
        public static Options inference() {
            return new Options(Optional.empty(), false, 1);
        }
    }

    /** A network prepared for running. Thread-safe. */
    interface Compiled {
        /** Buffers in which one thread at a time runs the network. */
        Execution newExecution(Weights weights);

        /** The plan as text; of the reference engine, the equations. */
        String describe();
    }
}
