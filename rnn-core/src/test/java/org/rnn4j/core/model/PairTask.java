package org.rnn4j.core.model;

import java.util.ArrayList;
import java.util.List;
import org.rnn4j.core.component.loss.SoftmaxCrossEntropyLoss;
import org.rnn4j.core.component.optimizer.Adam;
import org.rnn4j.core.data.Dataset;
import org.rnn4j.core.data.Encoding;
import org.rnn4j.core.data.Example;
import org.rnn4j.core.data.Feature;
import org.rnn4j.core.data.Feeding;
import org.rnn4j.core.data.Level;
import org.rnn4j.core.data.SequencePart;
import org.rnn4j.core.data.SpecialSymbol;
import org.rnn4j.core.data.Vocabulary;
import org.rnn4j.core.engine.Tensor;
import org.rnn4j.core.network.Network;
import org.rnn4j.core.train.Trainer;
import org.rnn4j.core.train.TrainingResult;
import org.rnn4j.core.train.UpdateRule;

/** Words of three letters, to be answered backwards in capitals and followed by their number of letters' stars. */
final class PairTask {
    static final Vocabulary READ =
            Vocabulary.builder(Level.CHARACTER).count("abc").build();
    static final Vocabulary SAID = Vocabulary.builder(Level.CHARACTER)
            .with(SpecialSymbol.END)
            .count("ABC*")
            .build();
    static final Encoding ENCODING = Encoding.pairs(new Encoding.Source(new Feature.Symbols(READ), true), SAID);
    static final Encoding CLASSES = Encoding.pairs(new Encoding.Source(new Feature.Symbols(READ), false), SAID);

    private PairTask() {}

    /** All words of up to three letters. */
    static List<String> words() {
        List<String> words = new ArrayList<>(List.of(""));
        for (int from = 0, round = 0; round < 3; round++) {
            int to = words.size();
            for (; from < to; from++) {
                for (String letter : List.of("a", "b", "c")) words.add(words.get(from) + letter);
            }
        }
        return words;
    }

    static String answer(String word) {
        return new StringBuilder(word).reverse().toString().toUpperCase(java.util.Locale.ROOT) + "*";
    }

    static Dataset words(List<String> words) {
        return Dataset.of(
                ENCODING,
                SequencePart.of(
                        ENCODING,
                        words.stream()
                                .map(word -> {
                                    int[] ids = READ.encode(word);
                                    return example(answer(word)).withSource(Tensor.ofIds(ids, ids.length));
                                })
                                .toList()));
    }

    /** For each class a word of its own. */
    static Dataset classes() {
        List<String> words = List.of("ABC", "C*", "BBA*C");
        List<Example> examples = new ArrayList<>();
        for (int k = 0; k < words.size(); k++) {
            examples.add(example(words.get(k)).withSource(Tensor.ofIds(new int[] {READ.encode("abc")[k]})));
        }
        return Dataset.of(CLASSES, SequencePart.of(CLASSES, examples));
    }

    static Example example(String answer) {
        int[] ids = SAID.encode(answer);
        int[] input = new int[ids.length + 1];
        int[] target = java.util.Arrays.copyOf(ids, ids.length + 1);
        System.arraycopy(ids, 0, input, 1, ids.length);
        return Example.of(Tensor.ofIds(input, input.length), Tensor.ofIds(target, target.length));
    }

    static TrainingResult train(Network network, Dataset data, int epochs) {
        return Trainer.of(network, SoftmaxCrossEntropyLoss.of(), UpdateRule.of(Adam.of(), 0.01))
                .withEpochs(epochs)
                .withFeeding(Feeding.of(10, 1))
                .train(data);
    }
}
