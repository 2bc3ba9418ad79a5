package org.rnn4j.core.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rnn4j.core.metric.Bleu.Smoothing;

/** Every measure against numbers worked out by hand. */
final class MetricsTest {
    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }

    private static double bleu(String said, String expected, Smoothing smoothing) {
        return Bleu.of(words(said), words(expected)).score(smoothing);
    }

    @Test
    void editsOfSequences() {
        assertEquals(3, EditDistance.of(List.of("kitten".split("")), List.of("sitting".split(""))));
        assertEquals(2, EditDistance.of(words("a b"), words("")));
        assertEquals(2, EditDistance.of(words(""), words("a b")));
        assertEquals(0, EditDistance.of(words("a b"), words("a b")));
    }

    @Test
    void errorRatesOfTexts() {
        assertEquals(3.0 / 7, ErrorRate.ofCharacters("kitten", "sitting").value());
        assertEquals(1.0 / 3, ErrorRate.ofWords("the cat  sat", "the cats sat").value());
        assertEquals(
                2,
                ErrorRate.ofWords("a b c", "d")
                                .plus(ErrorRate.ofWords("", "e f"))
                                .value()
                        * 3
                        / 2.5);
        assertEquals(1, ErrorRate.ofCharacters("", "\uD834\uDD1E").edits());
        assertTrue(Double.isNaN(ErrorRate.NONE.value()));
    }

    @Test
    void bleuCountsNGrams() {
        assertEquals(100, bleu("a b c d e", "a b c d e", Smoothing.NONE), 1e-12);
        // p = 4/5, 3/4, 2/3, 1/2, whose product is 1/5
        assertEquals(100 * Math.pow(0.2, 0.25), bleu("a b c d e", "a b c d f", Smoothing.NONE), 1e-12);
        assertEquals(
                List.of(2L, 0L, 0L, 0L),
                Bleu.of(words("the the the the the the the"), words("the cat is on the mat"))
                        .matches());
        assertEquals(0, bleu("", "a b", Smoothing.EXPONENTIAL));
    }

    @Test
    void bleuOfShortTextsIsPenalised() {
        assertEquals(100 * Math.exp(-0.25), bleu("a b c d", "a b c d e", Smoothing.NONE), 1e-12);
        assertEquals(100, bleu("a b c d e", "a b c d e", Smoothing.NONE), 1e-12);
        assertEquals(1, Bleu.of(words("a b c"), words("a b")).brevityPenalty());
    }

    @Test
    void bleuIsSmoothed() {
        // p = 2/4, 1/3, 0/2, 0/1
        assertEquals(0, bleu("a b x y", "a b c d", Smoothing.NONE));
        assertEquals(
                100 * Math.pow(0.5 / 3 * (1 / 2.0 / 2) * (1 / 4.0), 0.25),
                bleu("a b x y", "a b c d", Smoothing.EXPONENTIAL),
                1e-12);
        assertEquals(100 * Math.pow(0.5 * 0.5 / 3 * 0.5, 0.25), bleu("a b x y", "a b c d", Smoothing.ADD_ONE), 1e-12);
    }

    @Test
    void bleuOfACorpusAddsCountsAndNotScores() {
        Bleu corpus = Bleu.of(words("a b c d"), words("a b c d")).plus(Bleu.of(words("a b x y"), words("a b c d")));
        // p = 6/8, 4/6, 2/4, 1/2
        assertEquals(100 * Math.pow(0.75 * 4 / 6 * 0.5 * 0.5, 0.25), corpus.score(Smoothing.NONE), 1e-12);
    }

    @Test
    void bleuOfSeveralReferencesTakesTheMostAndTheClosest() {
        Bleu bleu = Bleu.ofReferences(words("a b a"), List.of(words("a c c c c"), words("a x b a"), words("b")));
        assertEquals(List.of(3L, 1L, 0L, 0L), bleu.matches());
        assertEquals(4, bleu.expected());
        assertEquals(
                2,
                Bleu.ofReferences(words("a b c"), List.of(words("a b c d"), words("a b")))
                        .expected());
    }

    @Test
    void entitiesInBioAndBioes() {
        assertEquals(List.of(new Span("PER", 0, 2), new Span("LOC", 3, 4)), Span.of(words("B-PER I-PER O B-LOC")));
        assertEquals(
                List.of(new Span("PER", 0, 2), new Span("LOC", 2, 3), new Span("LOC", 3, 5)),
                Span.of(words("B-PER E-PER S-LOC B-LOC E-LOC")));
        assertEquals(List.of(new Span("PER", 0, 1), new Span("PER", 1, 2)), Span.of(words("B-PER B-PER")));
    }

    @Test
    void entitiesWithMistakesInTheLettersAreForgiven() {
        assertEquals(List.of(new Span("PER", 1, 2), new Span("LOC", 2, 4)), Span.of(words("O I-PER I-LOC I-LOC O")));
        assertEquals(List.of(new Span("", 0, 2)), Span.of(words("B I other name")));
        assertEquals(List.of(), Span.of(words("O NOUN O")));
    }

    @Test
    void scoresOfEntities() {
        EntityScores scores = new EntityScores();
        scores.add(words("B-PER I-PER O B-LOC"), words("B-PER I-PER O B-PER"));
        scores.add(words("O B-LOC I-LOC"), words("O B-LOC O"));
        assertEquals(new PrecisionRecall(1, 1, 2), scores.of("PER"));
        assertEquals(new PrecisionRecall(0, 2, 1), scores.of("LOC"));
        assertEquals(new PrecisionRecall(1, 3, 3), scores.micro());
        assertEquals(1.0 / 3, scores.micro().f1(), 1e-15);
        assertEquals(2.0 / 3, scores.of("PER").f1(), 1e-15);
        assertEquals(0, scores.of("LOC").f1());
        assertEquals(0, scores.of("ORG").f1());
    }

    @Test
    void aConfusionMatrix() {
        ConfusionMatrix matrix = new ConfusionMatrix(List.of("cat", "dog", "cow"));
        matrix.add(0, 0, 8);
        matrix.add(0, 1, 2);
        matrix.add(1, 1, 3);
        matrix.add(1, 0);
        assertEquals((0.8 + 0.75) / 2, matrix.balancedAccuracy(), 1e-15);
        assertEquals(new PrecisionRecall(8, 9, 10), matrix.of(0));
        assertEquals("""
                expected \\ said     cat     dog    cow  recall
                cat                   8       2      0  80.0 %
                dog                   1       3      0  75.0 %
                cow                   0       0      0   0.0 %
                precision        88.9 %  60.0 %  0.0 %""", matrix.table());
    }
}
