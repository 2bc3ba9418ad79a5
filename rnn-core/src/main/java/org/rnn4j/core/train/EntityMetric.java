package org.rnn4j.core.train;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rnn4j.core.data.Encoding;
import org.rnn4j.core.engine.LabelPairs;
import org.rnn4j.core.metric.EntityScores;
import org.rnn4j.core.metric.PrecisionRecall;
import org.rnn4j.core.metric.Span;

/**
 * Precision, recall or F1 of entities in BIO or BIOES tags, all types together, see {@link Span}; its parts are those of each
 * type.
 */
public final class EntityMetric implements Metric {
    private static final int COUNTS = 3;

    private final Measure measure;
    private final List<String> tags;
    private final List<String> types;

    private EntityMetric(Measure measure, List<String> tags) {
        this.measure = measure;
        this.tags = List.copyOf(tags);
        this.types = tags.stream()
                .filter(Span::isEntity)
                .map(Span::type)
                .distinct()
                .sorted()
                .toList();
    }

    /** Of tags by their number, such as {@code O}, {@code B-PER}, {@code I-PER}; none for data that is not known yet. */
    public static EntityMetric of(Measure measure, List<String> tags) {
        return new EntityMetric(measure, tags);
    }

    @Override
    public Metric forData(Encoding data) {
        return of(measure, Symbols.of(data, name()).symbols());
    }

    @Override
    public String name() {
        return measure.after("entity");
    }

    @Override
    public boolean higherIsBetter() {
        return true;
    }

    @Override
    public int totals() {
        return COUNTS * types.size();
    }

    @Override
    public void add(double[] totals, Observation observation) {
        LabelPairs labels = observation.labels().get();
        EntityScores scores = new EntityScores();
        for (int k = 0; k < labels.size(); k++)
            scores.add(tags(labels.said().get(k)), tags(labels.expected().get(k)));
        for (int type = 0; type < types.size(); type++) {
            PrecisionRecall counts = scores.of(types.get(type));
            totals[COUNTS * type] += counts.right();
            totals[COUNTS * type + 1] += counts.found();
            totals[COUNTS * type + 2] += counts.expected();
        }
    }

    private List<String> tags(int[] labels) {
        return Arrays.stream(labels)
                .mapToObj(label -> label < 0 ? "O" : tags.get(label))
                .toList();
    }

    private static PrecisionRecall counts(double[] totals, int type) {
        int at = COUNTS * type;
        return new PrecisionRecall((long) totals[at], (long) totals[at + 1], (long) totals[at + 2]);
    }

    @Override
    public double value(double[] totals) {
        PrecisionRecall sum = PrecisionRecall.NONE;
        for (int type = 0; type < types.size(); type++) sum = sum.plus(counts(totals, type));
        return sum.found() + sum.expected() == 0 ? Double.NaN : measure.of(sum);
    }

    @Override
    public Map<String, Double> parts(double[] totals) {
        Map<String, Double> parts = new LinkedHashMap<>();
        for (int type = 0; type < types.size(); type++) {
            for (Measure each : Measure.values()) {
                parts.put(types.get(type) + " " + each, each.of(counts(totals, type)));
            }
        }
        return parts;
    }
}
