package org.rnn4j.core.data.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.rnn4j.api.Config;
import org.rnn4j.api.Option;
import org.rnn4j.core.data.Encoding;
import org.rnn4j.core.data.Example;
import org.rnn4j.core.data.Feature;
import org.rnn4j.core.data.Level;
import org.rnn4j.core.data.SpecialSymbol;
import org.rnn4j.core.data.Vocabulary;
import org.rnn4j.core.data.VocabularyBuilder;

/**
 * Names of persons in sentences: is "Teddy" the president, or a bear?
 *
 * <p>Each word is B-PER where a name begins, I-PER where it goes on, else O. Words such as Teddy, Rose, Mark or Bill are names
 * in "he said Teddy Roosevelt was here" and none in "he said Teddy bears were here": only what follows tells. So a network
 * must read in both directions.
 */
record NamesInSentences() implements Task {
    private static final List<String> TAGS = List.of("O", "B-PER", "I-PER");
    /** Names that are words as well, each with words that make it one. */
    private static final List<List<String>> DOUBLE = List.of(
            List.of("teddy", "bears", "boys"),
            List.of("rose", "gardens", "petals"),
            List.of("mark", "sheets", "downs"),
            List.of("bill", "payments", "boards"),
            List.of("may", "flowers", "storms"),
            List.of("frank", "answers", "words"),
            List.of("grace", "notes", "periods"),
            List.of("jack", "knives", "hammers"));

    private static final List<String> SURNAMES = List.of(
            "roosevelt", "miller", "turner", "adams", "nakamura", "larsen", "ortega", "novak", "hughes", "keller");
    private static final List<String> FIRST = List.of("anna", "peter", "maria", "omar", "lucy", "henry");
    private static final List<String> BEGINS = List.of(
            "he said",
            "she thinks that",
            "yesterday",
            "in the city",
            "everybody knows that",
            "they wrote that",
            "maybe");
    private static final List<String> ENDS =
            List.of("were here", "was here", "are famous", "is famous", "came late", "will be there", "made us happy");

    private static final Vocabulary WORDS = words();

    private static Vocabulary words() {
        TreeSet<String> words = new TreeSet<>(List.of("the", "and", "."));
        DOUBLE.forEach(words::addAll);
        for (List<String> phrases : List.of(SURNAMES, FIRST, BEGINS, ENDS)) {
            for (String phrase : phrases) words.addAll(Level.WORD.symbols(phrase));
        }
        VocabularyBuilder builder = Vocabulary.builder(Level.WORD).with(SpecialSymbol.UNKNOWN);
        words.forEach(builder::countSymbol);
        return builder.build();
    }

    @Override
    public Encoding encoding() {
        return new Encoding(new Feature.Symbols(WORDS), Sequences.labels(TAGS), true);
    }

    @Override
    public Example example(RandomGenerator random, int number, Use use) {
        List<String> words = new ArrayList<>(Level.WORD.symbols(Sequences.choose(random, BEGINS)));
        List<Integer> tags = new ArrayList<>();
        while (tags.size() < words.size()) tags.add(0);
        addSubject(random, words, tags);
        if (random.nextInt(3) == 0) {
            add("and", 0, words, tags);
            addSubject(random, words, tags);
        }
        Level.WORD.symbols(Sequences.choose(random, ENDS)).forEach(word -> add(word, 0, words, tags));
        add(".", 0, words, tags);
        int[] ids =
                words.stream().mapToInt(word -> WORDS.id(word).orElseThrow()).toArray();
        return Example.of(
                Sequences.ids(ids),
                Sequences.ids(tags.stream().mapToInt(tag -> tag).toArray()));
    }

    private static void addSubject(RandomGenerator random, List<String> words, List<Integer> tags) {
        List<String> word = Sequences.choose(random, DOUBLE);
        int kind = random.nextInt(4);
        if (kind == 0) {
            add(Sequences.choose(random, FIRST), 1, words, tags);
            if (random.nextBoolean()) add(Sequences.choose(random, SURNAMES), 2, words, tags);
        } else if (kind == 1) {
            add(word.get(0), 0, words, tags);
            add(Sequences.choose(random, word.subList(1, word.size())), 0, words, tags);
        } else {
            add(word.get(0), 1, words, tags);
            add(Sequences.choose(random, SURNAMES), 2, words, tags);
        }
    }

    private static void add(String word, int tag, List<String> words, List<Integer> tags) {
        words.add(word);
        tags.add(tag);
    }

    /** Makes it available as {@code namesInSentences}. */
    public static final class Provider implements TaskProvider {
        @Override
        public String type() {
            return "namesInSentences";
        }

        @Override
        public String summary() {
            return "Which words of a sentence are a person's name: Teddy Roosevelt, or teddy bears?";
        }

        @Override
        public List<Option<?>> options() {
            return List.of();
        }

        @Override
        public Task create(Config config) {
            return new NamesInSentences();
        }
    }
}
