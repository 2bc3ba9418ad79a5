package org.rnn4j.core.io;

import java.util.Optional;
import org.rnn4j.api.Loss;
import org.rnn4j.core.data.Encoding;
import org.rnn4j.core.data.Vocabulary;
import org.rnn4j.core.network.Network;
import org.rnn4j.core.train.Experiment;

/**
 * A network with all that one must know to use it, or to train it further.
 *
 * @param experiment the configuration that it comes from
 * @param encoding what its numbers mean
 * @param network with its weights
 */
public record TrainedModel(Experiment experiment, Encoding encoding, Network network) {
    /** The vocabulary of what it reads, if it reads symbols. */
    public Optional<Vocabulary> vocabulary() {
        return encoding.vocabulary();
    }

    /** The loss that it was trained with. */
    public Loss loss() {
        return experiment.loss(encoding);
    }
}
