package org.rnn4j.core.run;

import java.util.List;
import java.util.Optional;
import org.rnn4j.core.data.Dataset;
import org.rnn4j.core.io.TrainedModel;
import org.rnn4j.core.train.Experiment;

/** Lets a model say something while it learns. */
interface SampleMaker {
    /** What it says after an epoch, from 1; nothing after those that are left out. */
    List<String> make(int epoch);

    /**
     * A maker of samples; empty if the model says no texts, or none are wanted.
     *
     * @throws org.rnn4j.api.RnnException if samples are asked for, and the network cannot make them
     */
    static Optional<SampleMaker> of(TrainedModel model, Dataset dataset) {
        Experiment experiment = model.experiment();
        if (model.encoding().source().isPresent()) {
            return Answers.of(model.network(), dataset, experiment.samples(), experiment.seed());
        }
        return InventedTexts.of(model.network(), model.encoding(), experiment.samples(), experiment.seed());
    }
}
