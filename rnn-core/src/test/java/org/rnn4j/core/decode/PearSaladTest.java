package org.rnn4j.core.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rnn4j.core.component.cell.ElmanCell;
import org.rnn4j.core.component.layer.DenseLayer;
import org.rnn4j.core.component.loss.SoftmaxCrossEntropyLoss;
import org.rnn4j.core.component.optimizer.Adam;
import org.rnn4j.core.config.Registry;
import org.rnn4j.core.data.DataSource;
import org.rnn4j.core.data.Dataset;
import org.rnn4j.core.data.DatasetProvider;
import org.rnn4j.core.data.Feeding;
import org.rnn4j.core.data.Vocabulary;
import org.rnn4j.core.decode.TextDecoder.Scored;
import org.rnn4j.core.network.Network;
import org.rnn4j.core.train.Trainer;
import org.rnn4j.core.train.UpdateRule;

/** What a language model is for, in the words of the course: which of two sentences that sound alike was said. */
class PearSaladTest {
    private static final String TEXT = """
            the apple and pear salad
            the apple and pear cake
            the pear and apple salad
            a pear salad
            a pear and an apple
            the apple salad
            a pair of shoes
            the pair of shoes
            the new pair of gloves
            a pair of gloves and a pair of shoes
            """;

    @TempDir
    Path folder;

    private TextDecoder decoder() throws IOException {
        Dataset data = Registry.load(List.of(DatasetProvider.FAMILY))
                .create(
                        DataSource.class,
                        "lines",
                        Map.of(
                                "file",
                                Files.writeString(folder.resolve("lines.txt"), TEXT),
                                "level",
                                "word",
                                "validation",
                                0))
                .read(3, Optional.empty());
        Vocabulary words = data.encoding().vocabulary().orElseThrow();
        Network network = Network.builder()
                .oneHotInput(words.size())
                .layer((flow, x) -> flow.scan(ElmanCell.of(16), x))
                .layer(DenseLayer.of(words.size()))
                .seed(3)
                .build();
        Trainer.of(network, SoftmaxCrossEntropyLoss.of(), UpdateRule.of(Adam.of(), 0.02))
                .withEpochs(60)
                .withFeeding(Feeding.of(4, 3))
                .train(data);
        return TextDecoder.of(network, words);
    }

    private static double logProbability(TextDecoder decoder, String text) {
        return decoder.score(text).stream().mapToDouble(Scored::logProbability).sum();
    }

    @Test
    void theSaladIsOfPears() throws IOException {
        TextDecoder decoder = decoder();
        double pear = logProbability(decoder, "the apple and pear salad");
        double pair = logProbability(decoder, "the apple and pair salad");
        assertTrue(pear > pair + Math.log(10), pear + " and " + pair);
        assertTrue(logProbability(decoder, "a pair of shoes") > logProbability(decoder, "a pear of shoes"));

        List<Scored> each = decoder.score("the apple and pear salad");
        assertEquals(
                List.of("the", "apple", "and", "pear", "salad", "<EOS>"),
                each.stream().map(Scored::symbol).toList());
        // The chain rule: P(y) is the product, and the rest of the sentence is as probable given its beginning.
        double beginning =
                each.subList(0, 3).stream().mapToDouble(Scored::logProbability).sum();
        double rest =
                each.subList(3, 6).stream().mapToDouble(Scored::logProbability).sum();
        assertEquals(pear, beginning + rest, 1e-12);
    }
}
