package org.rnn4j.core.train;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.rnn4j.core.data.Encoding;
import org.rnn4j.core.data.Level;
import org.rnn4j.core.data.Vocabulary;
import org.rnn4j.core.engine.LabelPairs;
import org.rnn4j.core.metric.Bleu;
import org.rnn4j.core.metric.Bleu.Smoothing;

/** BLEU of the labels, from 0 to 100, see {@link Bleu}; each label is a token, end and padding are none. */
public final class BleuMetric implements Metric {
    private static final int SAID = 2 * Bleu.ORDERS;
    private static final int EXPECTED = SAID + 1;

    private final Smoothing smoothing;
    private final Vocabulary vocabulary;

    private BleuMetric(Smoothing smoothing, Vocabulary vocabulary) {
        this.smoothing = smoothing;
        this.vocabulary = vocabulary;
    }

    /** Of labels of a vocabulary. */
    public static BleuMetric of(Smoothing smoothing, Vocabulary vocabulary) {
        return new BleuMetric(smoothing, vocabulary);
    }

    /** For data that is not known yet. */
    static BleuMetric unbound(Smoothing smoothing) {
        return of(smoothing, Vocabulary.builder(Level.WORD).build());
    }

    @Override
    public Metric forData(Encoding data) {
        return of(smoothing, Symbols.of(data, name()));
    }

    @Override
    public String name() {
        return "bleu";
    }

    @Override
    public boolean higherIsBetter() {
        return true;
    }

    @Override
    public int totals() {
        return EXPECTED + 1;
    }

    @Override
    public void add(double[] totals, Observation observation) {
        LabelPairs labels = observation.labels().get();
        Bleu sum = Bleu.NONE;
        for (int k = 0; k < labels.size(); k++) {
            sum = sum.plus(Bleu.of(
                    Symbols.texts(vocabulary, labels.said().get(k)),
                    Symbols.texts(vocabulary, labels.expected().get(k))));
        }
        for (int n = 0; n < Bleu.ORDERS; n++) {
            totals[n] += sum.matches().get(n);
            totals[Bleu.ORDERS + n] += sum.totals().get(n);
        }
        totals[SAID] += sum.said();
        totals[EXPECTED] += sum.expected();
    }

    @Override
    public double value(double[] totals) {
        if (totals[EXPECTED] == 0) return Double.NaN;
        return new Bleu(longs(n -> totals[n]), longs(n -> totals[Bleu.ORDERS + n]), (long) totals[SAID], (long)
                        totals[EXPECTED])
                .score(smoothing);
    }

    private static List<Long> longs(IntFunction<Double> number) {
        List<Long> all = new ArrayList<>();
        for (int n = 0; n < Bleu.ORDERS; n++) all.add(number.apply(n).longValue());
        return all;
    }
}
