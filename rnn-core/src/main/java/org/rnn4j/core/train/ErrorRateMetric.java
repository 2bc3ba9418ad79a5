package org.rnn4j.core.train;

import org.rnn4j.core.data.Encoding;
import org.rnn4j.core.data.Level;
import org.rnn4j.core.data.Vocabulary;
import org.rnn4j.core.engine.LabelPairs;
import org.rnn4j.core.metric.ErrorRate;

/** Edits for each character, or word, of the text that labels stand for, see {@link ErrorRate}. */
public final class ErrorRateMetric implements Metric {
    private final boolean words;
    private final Vocabulary vocabulary;

    private ErrorRateMetric(boolean words, Vocabulary vocabulary) {
        this.words = words;
        this.vocabulary = vocabulary;
    }

    /** The character error rate of texts of a vocabulary. */
    public static ErrorRateMetric ofCharacters(Vocabulary vocabulary) {
        return new ErrorRateMetric(false, vocabulary);
    }

    /** The word error rate of texts of a vocabulary. */
    public static ErrorRateMetric ofWords(Vocabulary vocabulary) {
        return new ErrorRateMetric(true, vocabulary);
    }

    /** For data that is not known yet. */
    static ErrorRateMetric unbound(boolean words) {
        return new ErrorRateMetric(words, Vocabulary.builder(Level.WORD).build());
    }

    @Override
    public Metric forData(Encoding data) {
        return new ErrorRateMetric(words, Symbols.of(data, name()));
    }

    @Override
    public String name() {
        return words ? "wordErrorRate" : "characterErrorRate";
    }

    @Override
    public int totals() {
        return 2;
    }

    @Override
    public void add(double[] totals, Observation observation) {
        LabelPairs labels = observation.labels().get();
        for (int k = 0; k < labels.size(); k++) {
            String said = Symbols.text(vocabulary, labels.said().get(k));
            String expected = Symbols.text(vocabulary, labels.expected().get(k));
            ErrorRate rate = words ? ErrorRate.ofWords(said, expected) : ErrorRate.ofCharacters(said, expected);
            totals[0] += rate.edits();
            totals[1] += rate.length();
        }
    }

    @Override
    public double value(double[] totals) {
        return totals[0] / totals[1];
    }
}
