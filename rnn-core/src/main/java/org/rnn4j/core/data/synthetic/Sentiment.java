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
 * Opinions on films: are they positive or negative?
 *
 * <p>A sentence judges a part of the film by a good or a bad word; a negation turns it round (not dull at all), and what comes
 * after "but" outweighs what comes before. So the words have to be read in their order: no bag of words suffices.
 */
record Sentiment() implements Task {
    private static final List<String> GOOD = List.of(
            "good",
            "great",
            "moving",
            "clever",
            "charming",
            "funny",
            "brilliant",
            "warm",
            "gripping",
            "fresh",
            "lovely");
    private static final List<String> BAD =
            List.of("bad", "dull", "boring", "silly", "cold", "lifeless", "slow", "clumsy", "awful", "tired", "empty");
    private static final List<String> PARTS = List.of(
            "film", "story", "plot", "cast", "music", "ending", "script", "camera", "hero", "first hour", "dialogue");
    private static final List<String> DEGREES = List.of("", "", "really ", "rather ", "quite ", "very ", "so ");
    private static final List<String> BEGINS =
            List.of("", "", "i think ", "to be honest , ", "as always , ", "we all felt that ", "my friend says ");
    private static final List<String> NEGATIONS = List.of("is not", "is never", "is hardly", "is anything but");

    private static final Vocabulary WORDS = words();

    private static Vocabulary words() {
        TreeSet<String> words = new TreeSet<>(List.of("the", "is", "but", ".", ",", "at", "all", "a", "what"));
        for (List<String> phrases : List.of(GOOD, BAD, PARTS, DEGREES, BEGINS, NEGATIONS)) {
            for (String phrase : phrases) words.addAll(Level.WORD.symbols(phrase));
        }
        VocabularyBuilder builder = Vocabulary.builder(Level.WORD).with(SpecialSymbol.UNKNOWN);
        words.forEach(builder::countSymbol);
        return builder.build();
    }

    @Override
    public Encoding encoding() {
        return new Encoding(new Feature.Symbols(WORDS), Sequences.labels(List.of("negative", "positive")), false);
    }

    @Override
    public Example example(RandomGenerator random, int number, Use use) {
        boolean positive = random.nextBoolean();
        List<String> clauses = new ArrayList<>();
        if (random.nextInt(2) == 0) {
            clauses.add(clause(random, !positive));
            clauses.add("but");
        } else if (random.nextInt(3) == 0) {
            clauses.add(clause(random, positive));
            clauses.add(",");
        }
        clauses.add(clause(random, positive));
        String text = Sequences.choose(random, BEGINS) + String.join(" ", clauses) + " .";
        return Example.of(Sequences.ids(WORDS.encode(text)), Sequences.label(positive ? 1 : 0));
    }

    private static String clause(RandomGenerator random, boolean positive) {
        boolean negated = random.nextInt(3) == 0;
        String word = Sequences.choose(random, positive != negated ? GOOD : BAD);
        String part = Sequences.choose(random, PARTS);
        String degree = Sequences.choose(random, DEGREES);
        if (negated) {
            String end = random.nextBoolean() ? " at all" : "";
            return "the " + part + " " + Sequences.choose(random, NEGATIONS) + " " + degree + word + end;
        }
        return random.nextInt(3) == 0 ? "what a " + degree + word + " " + part : "the " + part + " is " + degree + word;
    }

    /** Makes it available as {@code sentiment}. */
    public static final class Provider implements TaskProvider {
        @Override
        public String type() {
            return "sentiment";
        }

        @Override
        public String summary() {
            return "Sentences about films: is the opinion positive or negative?";
        }

        @Override
        public List<Option<?>> options() {
            return List.of();
        }

        @Override
        public Task create(Config config) {
            return new Sentiment();
        }
    }
}
