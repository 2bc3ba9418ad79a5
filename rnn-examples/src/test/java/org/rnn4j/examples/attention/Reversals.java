package org.rnn4j.examples.attention;

import java.util.ArrayList;
import java.util.List;
import org.rnn4j.core.data.Dataset;
import org.rnn4j.core.data.Encoding;
import org.rnn4j.core.data.Example;
import org.rnn4j.core.data.Feature;
import org.rnn4j.core.data.Feeding;
import org.rnn4j.core.data.Level;
import org.rnn4j.core.data.SequencePart;
import org.rnn4j.core.data.SpecialSymbol;
import org.rnn4j.core.data.Vocabulary;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.Tensor;

/** Words, to be answered backwards. */
final class Reversals {
    private static final Vocabulary READ =
            Vocabulary.builder(Level.CHARACTER).count("abc").build();
    private static final Vocabulary SAID = Vocabulary.builder(Level.CHARACTER)
            .with(SpecialSymbol.END)
            .count("abc")
            .build();
    static final Encoding ENCODING = Encoding.pairs(new Encoding.Source(new Feature.Symbols(READ), true), SAID);

    private Reversals() {}

    /** All words of up to a length, also the empty one. */
    static List<String> words(int longest) {
        List<String> words = new ArrayList<>(List.of(""));
        int from = 0;
        for (int length = 0; length < longest; length++) {
            int to = words.size();
            for (; from < to; from++) {
                for (String letter : List.of("a", "b", "c")) words.add(words.get(from) + letter);
            }
        }
        return words;
    }

    static String answer(String word) {
        return new StringBuilder(word).reverse().toString();
    }

    static Dataset data(List<String> words) {
        return Dataset.of(
                ENCODING,
                SequencePart.of(ENCODING, words.stream().map(Reversals::example).toList()));
    }

    static Batch batch(List<String> words) {
        return data(words)
                .training()
                .inOrder(Feeding.of(words.size(), 0))
                .segment(0)
                .batch();
    }

    private static Example example(String word) {
        int[] read = READ.encode(word);
        int[] said = SAID.encode(answer(word));
        int[] input = new int[said.length + 1];
        System.arraycopy(said, 0, input, 1, said.length);
        int[] target = java.util.Arrays.copyOf(said, input.length);
        return Example.of(Tensor.ofIds(input, input.length), Tensor.ofIds(target, target.length))
                .withSource(Tensor.ofIds(read, read.length));
    }
}
