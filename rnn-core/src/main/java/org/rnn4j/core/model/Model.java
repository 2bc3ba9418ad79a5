package org.rnn4j.core.model;

import java.util.Optional;
import java.util.OptionalInt;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.Loss;
import org.rnn4j.api.ShapeException;
import org.rnn4j.core.component.loss.MeanSquaredErrorLoss;
import org.rnn4j.core.component.loss.SoftmaxCrossEntropyLoss;
import org.rnn4j.core.config.Family;
import org.rnn4j.core.data.Encoding;
import org.rnn4j.core.engine.Precision;
import org.rnn4j.core.network.Network;
import org.rnn4j.core.network.NetworkBuilder;

/** A topology: what a network is made of, before it is known what it reads. Immutable. */
public interface Model {
    /** All kinds of models. */
    Family<Model> FAMILY = new Family<>("model", Model.class, ModelProvider.class);

    /**
     * The network for some data, with its first weights drawn.
     *
     * @throws org.rnn4j.api.RnnException if this model is not for such data
     */
    Network network(Encoding data, Settings settings);

    /** How many steps a stream of this model looks ahead unless its user says otherwise; empty to look back only. */
    default OptionalInt lookahead() {
        return OptionalInt.empty();
    }

    /** The loss that is usual for some data. */
    default Loss usualLoss(Encoding data) {
        return data.target().isSymbols() ? SoftmaxCrossEntropyLoss.of() : MeanSquaredErrorLoss.of();
    }

    /**
     * What a network needs besides its layers.
     *
     * @param precision in which it computes
     * @param seed of its first weights
     * @param threads most threads that predict
     * @param loss that it is trained with, whose parameters the network keeps
     */
    record Settings(Precision precision, long seed, int threads, Optional<Loss> loss) {
        /** Without a loss that has parameters. */
        public Settings(Precision precision, long seed, int threads) {
            this(precision, seed, threads, Optional.empty());
        }

        /** A builder that knows these settings, and what the network reads. */
        public NetworkBuilder builder(Encoding data) {
            NetworkBuilder builder =
                    Network.builder().precision(precision).seed(seed).threads(threads);
            loss.ifPresent(builder::loss);
            int size = data.input().size();
            return data.input().isSymbols() ? builder.oneHotInput(size) : builder.vectorInput(size);
        }

        /**
         * The same for a network that reads the data's source as well.
         *
         * @throws ShapeException if the data has none
         */
        public NetworkBuilder pairBuilder(Encoding data) {
            Encoding.Source source = data.source()
                    .orElseThrow(() -> new ShapeException(ErrorMessage.of("This model is for data with a source")
                            .fact("data gives", data.input() + ", and no source")
                            .fix("use data of pairs, or a model of type languageModel or sequence")
                            .toString()));
            NetworkBuilder builder = builder(data);
            int size = source.feature().size();
            if (source.feature().isSymbols()) {
                return source.perStep()
                        ? builder.oneHotSource(Encoding.SOURCE, size)
                        : builder.oneHotSeed(Encoding.SOURCE, size);
            }
            return source.perStep()
                    ? builder.vectorSource(Encoding.SOURCE, size)
                    : builder.vectorSeed(Encoding.SOURCE, size);
        }
    }
}
