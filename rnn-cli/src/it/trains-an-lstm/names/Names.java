package names;

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
import org.rnn4j.core.network.Network;
import org.rnn4j.core.train.EpochReport;
import org.rnn4j.core.train.Trainer;
import org.rnn4j.core.train.UpdateRule;

/** Depends on rnn-core and rnn-cells-lstm, and trains through the Java API. */
public final class Names {
    private Names() {}

    /** Learns the lines of the file that the first argument names. */
    public static void main(String[] args) {
        Dataset names = Registry.load(List.of(DatasetProvider.FAMILY))
                .create(DataSource.class, "lines", Map.of("file", Path.of(args[0])))
                .read(7, Optional.empty());
        Vocabulary letters = names.encoding().vocabulary().orElseThrow();
        Network network = Network.builder()
                .oneHotInput(letters.size())
                .layer((flow, x) -> flow.scan(LstmCell.of(16), x))
                .layer(DenseLayer.of(letters.size()))
                .seed(7)
                .build();
        UpdateRule rule = UpdateRule.of(Adam.of(), 0.02).withClip(Clip.globalNorm(5));
        List<EpochReport> epochs = Trainer.of(network, SoftmaxCrossEntropyLoss.of(), rule)
                .withEpochs(6)
                .withFeeding(Feeding.of(8, 7))
                .train(names)
                .epochs();
        double first = epochs.get(0).training().get("loss");
        double last = epochs.get(epochs.size() - 1).training().get("loss");
        System.out.println("epochs: " + epochs.size());
        System.out.println("loss halved: " + (last < first / 2));
        System.out.println("gru here: " + isHere("org/rnn4j/cells/gru/GruCell.class"));
        System.out.println("picocli here: " + isHere("picocli/CommandLine.class"));
    }

    private static boolean isHere(String resource) {
        return Names.class.getClassLoader().getResource(resource) != null;
    }
}
