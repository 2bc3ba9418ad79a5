package org.rnn4j.core.data.synthetic;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.rnn4j.core.data.Example;
import org.rnn4j.core.data.Feature;
import org.rnn4j.core.data.Level;
import org.rnn4j.core.data.SpecialSymbol;
import org.rnn4j.core.data.Vocabulary;
import org.rnn4j.core.data.VocabularyBuilder;
import org.rnn4j.core.engine.Tensor;

/** Small things that several tasks need. */
final class Sequences {
    private Sequences() {}

    /** Symbols of one letter each, numbered in this order. */
    static Vocabulary letters(String letters) {
        return Vocabulary.of(Level.CHARACTER, List.of(letters.split("")));
    }

    /** Letters after the end symbol, as sequences that are to be said need them. */
    static Vocabulary lettersWithEnd(String letters) {
        VocabularyBuilder builder = Vocabulary.builder(Level.CHARACTER).with(SpecialSymbol.END);
        return builder.count(letters).build();
    }

    /** Labels or words, numbered in this order. */
    static Feature.Symbols labels(List<String> labels) {
        return new Feature.Symbols(Vocabulary.of(Level.WORD, labels));
    }

    static Tensor ids(int... ids) {
        return Tensor.ofIds(ids, ids.length);
    }

    /** The one label of a sequence. */
    static Tensor label(int id) {
        return Tensor.ofIds(new int[] {id});
    }

    /** Reads all but the last symbol, and should say all but the first. */
    static Example nextSymbol(Vocabulary vocabulary, String text) {
        int[] ids = vocabulary.encode(text);
        return Example.of(ids(Arrays.copyOf(ids, ids.length - 1)), ids(Arrays.copyOfRange(ids, 1, ids.length)));
    }

    /** Reads one text as a whole, and should say another. */
    static Example pair(Vocabulary read, String source, Vocabulary said, String target) {
        int end = said.id(SpecialSymbol.END).orElseThrow();
        int[] symbols = said.encode(target);
        int[] input = new int[symbols.length + 1];
        int[] output = Arrays.copyOf(symbols, symbols.length + 1);
        input[0] = end;
        System.arraycopy(symbols, 0, input, 1, symbols.length);
        output[symbols.length] = end;
        return Example.of(ids(input), ids(output)).withSource(ids(read.encode(source)));
    }

    static <T> T choose(RandomGenerator random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** A whole number from one bound to another, which is not among them. */
    static int between(RandomGenerator random, int from, int to) {
        return from + random.nextInt(Math.max(1, to - from));
    }
}
