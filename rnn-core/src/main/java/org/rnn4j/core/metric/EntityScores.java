package org.rnn4j.core.metric;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * Precision, recall and F1 of entities: one is right if type, first and last step are. Mutable, for one thread.
 *
 * <pre>
 * EntityScores scores = new EntityScores();
 * scores.add(List.of("B-PER", "O"), List.of("B-PER", "I-PER"));    // said, expected
 * double f1 = scores.micro().f1();
 * </pre>
 */
public final class EntityScores {
    private final Map<String, PrecisionRecall> byType = new TreeMap<>();

    /** Nothing yet. */
    public EntityScores() {}

    /** Adds a sequence of tags, see {@link Span}. */
    public void add(List<String> said, List<String> expected) {
        List<Span> found = Span.of(said);
        Set<Span> wanted = new HashSet<>(Span.of(expected));
        for (Span span : found) add(span.type(), new PrecisionRecall(wanted.contains(span) ? 1 : 0, 1, 0));
        for (Span span : wanted) add(span.type(), new PrecisionRecall(0, 0, 1));
    }

    /** Adds what was counted for a type. */
    public void add(String type, PrecisionRecall counts) {
        byType.merge(type, counts, PrecisionRecall::plus);
    }

    /** What was counted for a type. */
    public PrecisionRecall of(String type) {
        return Objects.requireNonNullElse(byType.get(type), PrecisionRecall.NONE);
    }

    /** What was counted for each type, in alphabetical order. */
    public Map<String, PrecisionRecall> byType() {
        return Map.copyOf(byType);
    }

    /** All types together. */
    public PrecisionRecall micro() {
        return byType.values().stream().reduce(PrecisionRecall.NONE, PrecisionRecall::plus);
    }
}
