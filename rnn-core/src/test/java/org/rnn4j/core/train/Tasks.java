package org.rnn4j.core.train;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.rnn4j.api.Loss;
import org.rnn4j.core.component.cell.ElmanCell;
import org.rnn4j.core.component.layer.DenseLayer;
import org.rnn4j.core.component.layer.DropoutLayer;
import org.rnn4j.core.component.layer.RecurrentLayer;
import org.rnn4j.core.component.loss.SoftmaxCrossEntropyLoss;
import org.rnn4j.core.component.optimizer.Adam;
import org.rnn4j.core.data.DataPart;
import org.rnn4j.core.data.Dataset;
import org.rnn4j.core.data.Encoding;
import org.rnn4j.core.data.Example;
import org.rnn4j.core.data.Feeding;
import org.rnn4j.core.data.Level;
import org.rnn4j.core.data.SequencePart;
import org.rnn4j.core.data.StreamPart;
import org.rnn4j.core.data.TextPlace;
import org.rnn4j.core.data.Vocabulary;
import org.rnn4j.core.engine.Precision;
import org.rnn4j.core.engine.Tensor;
import org.rnn4j.core.network.Network;

/** Small tasks to train on, in float64. */
final class Tasks {
    static final Loss LOSS = SoftmaxCrossEntropyLoss.of();
    static final Vocabulary LETTERS =
            Vocabulary.builder(Level.CHARACTER).count("abcd").build();
    static final Encoding NEXT = Encoding.nextSymbol(LETTERS);

    private static final List<String> WORDS =
            List.of("abab", "abcabc", "aabb", "abcd", "ab", "abc", "dcba", "cabcab", "bcbc", "abcdabcd");

    private Tasks() {}

    /** Words in which the next letter is to be predicted. */
    static SequencePart words(List<String> words) {
        return SequencePart.of(NEXT, words.stream().map(Tasks::example).toList());
    }

    private static Example example(String word) {
        int[] ids = LETTERS.encode(word);
        int steps = ids.length - 1;
        return Example.of(
                Tensor.ofIds(Arrays.copyOf(ids, steps), steps),
                Tensor.ofIds(Arrays.copyOfRange(ids, 1, ids.length), steps));
    }

    static Dataset words() {
        return Dataset.of(NEXT, words(WORDS)).withValidation(words(List.of("abcb", "dab", "cdc")));
    }

    static Dataset text() {
        DataPart stream = StreamPart.of(LETTERS.encode("abcdabdcabcaabbcdda".repeat(5)), TextPlace.NOWHERE);
        DataPart other = StreamPart.of(LETTERS.encode("abcdabdcaabbcd"), TextPlace.NOWHERE);
        return Dataset.of(NEXT, stream).withValidation(other);
    }

    static Network network() {
        return network(Precision.FLOAT64);
    }

    static Network network(Precision precision) {
        return Network.builder()
                .oneHotInput(4)
                .layer(RecurrentLayer.of(ElmanCell.of(5)))
                .layer(DropoutLayer.of(0.2))
                .layer(DenseLayer.of(4))
                .precision(precision)
                .seed(3)
                .build();
    }

    static Trainer trainer(Network network) {
        return Trainer.of(network, LOSS, UpdateRule.of(Adam.of(), 0.02))
                .withEpochs(4)
                .withFeeding(Feeding.of(3, 11));
    }

    /** The weights as text, so that different bits are different texts. */
    static Map<String, String> bits(Network network) {
        return network.parameters().stream()
                .collect(Collectors.toMap(
                        p -> p.name(),
                        p -> Arrays.toString(network.weights().get(p.name())),
                        (a, b) -> a,
                        TreeMap::new));
    }
}
