package org.rnn4j.examples;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rnn4j.cells.lstm.LstmCell;
import org.rnn4j.core.component.clip.Clip;
import org.rnn4j.core.component.layer.DenseLayer;
import org.rnn4j.core.component.loss.SoftmaxCrossEntropyLoss;
import org.rnn4j.core.component.optimizer.Adam;
import org.rnn4j.core.config.Registry;
import org.rnn4j.core.data.DataSource;
import org.rnn4j.core.data.Dataset;
import org.rnn4j.core.data.DatasetProvider;
import org.rnn4j.core.data.Feeding;
import org.rnn4j.core.data.Vocabulary;
import org.rnn4j.core.decode.Sampler;
import org.rnn4j.core.decode.TextDecoder;
import org.rnn4j.core.math.Categorical;
import org.rnn4j.core.network.Network;
import org.rnn4j.core.train.Trainer;
import org.rnn4j.core.train.UpdateRule;

/** Learns names and invents new ones, without JSON. */
public final class NamesInJava {
    private NamesInJava() {}

    /** Learns the lines of the file that the first argument names. */
    public static void main(String[] args) {
        invent(Path.of(args[0]), 20).forEach(System.out::println);
    }

    static List<String> invent(Path file, int epochs) {
        Dataset names = Registry.load(List.of(DatasetProvider.FAMILY))
                .create(DataSource.class, "lines", Map.of("file", file))
                .read(7, Optional.empty());
        Vocabulary letters = names.encoding().vocabulary().orElseThrow();

        Network network = Network.builder()
                .oneHotInput(letters.size())
                .layer((flow, x) -> flow.scan(LstmCell.of(64), x))
                .layer(DenseLayer.of(letters.size()))
                .seed(7)
                .build();
        UpdateRule rule = UpdateRule.of(Adam.of(), 0.005).withClip(Clip.globalNorm(5));
        Trainer.of(network, SoftmaxCrossEntropyLoss.of(), rule)
                .withEpochs(epochs)
                .withFeeding(Feeding.of(32, 7))
                .train(names);

        TextDecoder decoder = TextDecoder.of(network, letters);
        return decoder.sample(new Sampler(Categorical.atTemperature(0.8), 7), decoder.prompt(""), 5);
    }
}
