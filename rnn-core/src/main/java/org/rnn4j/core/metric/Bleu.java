package org.rnn4j.core.metric;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * BLEU of a corpus: how many n-grams of what was said stand in what should have been, for n = 1 to 4.
 *
 * <pre>
 * p_n   = Σ min(count, most in a reference) / Σ count          over all texts, of n-grams
 * bp    = 1 if said is longer than the references, else e^(1 - length of references / length of said)
 * BLEU  = 100 bp e^(Σ log p_n / 4)
 * </pre>
 * Of several references the one that counts for the length is the closest, the shorter one of two.
 *
 * <p>Variant: as sacreBLEU; tokens are what the caller gives. An order for which there is no n-gram at all is left out of the
 * mean, as sacreBLEU's effective order for single sentences; for a corpus it is without influence.
 *
 * <p>Source: Papineni et al. 2002, doi:10.3115/1073083.1073135; smoothing: Chen and Cherry 2014, doi:10.3115/v1/W14-3346;
 * sacreBLEU: Post 2018, doi:10.18653/v1/W18-6319.
 *
 * @param matches n-grams that were right, for each n
 * @param totals n-grams that were said, for each n
 * @param said tokens that were said
 * @param expected tokens of the references
 */
public record Bleu(List<Long> matches, List<Long> totals, long said, long expected) {
    /** The longest n-grams. */
    public static final int ORDERS = 4;

    /** Nothing yet. */
    public static final Bleu NONE =
            new Bleu(java.util.Collections.nCopies(ORDERS, 0L), java.util.Collections.nCopies(ORDERS, 0L), 0, 0);

    /** What to do where no n-gram is right. */
    public enum Smoothing {
        /** BLEU is 0. */
        NONE,
        /** The k-th such order counts as 1 / 2^k matches: sacreBLEU's default, method 3 of Chen and Cherry. */
        EXPONENTIAL,
        /** One match and one n-gram more for n above 1: method 2 of Chen and Cherry. */
        ADD_ONE;

        /** The name in a configuration. */
        @Override
        public String toString() {
            return switch (this) {
                case NONE -> "none";
                case EXPONENTIAL -> "exponential";
                case ADD_ONE -> "addOne";
            };
        }
    }

    /** Copies the lists. */
    public Bleu {
        matches = List.copyOf(matches);
        totals = List.copyOf(totals);
    }

    /** Of one text against one reference. */
    public static Bleu of(List<?> said, List<?> reference) {
        return ofReferences(said, List.of(reference));
    }

    /** Of one text against several references, at least one. */
    public static Bleu ofReferences(List<?> said, List<? extends List<?>> references) {
        Long[] matches = new Long[ORDERS];
        Long[] totals = new Long[ORDERS];
        for (int n = 1; n <= ORDERS; n++) {
            Map<List<?>, Integer> allowed = new HashMap<>();
            for (List<?> reference : references) {
                counts(reference, n).forEach((gram, count) -> allowed.merge(gram, count, Math::max));
            }
            long right = 0;
            for (Map.Entry<List<?>, Integer> gram : counts(said, n).entrySet()) {
                right += Math.min(gram.getValue(), allowed.getOrDefault(gram.getKey(), 0));
            }
            matches[n - 1] = right;
            totals[n - 1] = (long) Math.max(0, said.size() - n + 1);
        }
        return new Bleu(List.of(matches), List.of(totals), said.size(), closest(said.size(), references));
    }

    private static int closest(int length, List<? extends List<?>> references) {
        int best = references.get(0).size();
        for (List<?> reference : references) {
            int distance = Math.abs(reference.size() - length) - Math.abs(best - length);
            if (distance < 0 || distance == 0 && reference.size() < best) best = reference.size();
        }
        return best;
    }

    private static Map<List<?>, Integer> counts(List<?> tokens, int n) {
        Map<List<?>, Integer> counts = new HashMap<>();
        for (int k = 0; k + n <= tokens.size(); k++) counts.merge(tokens.subList(k, k + n), 1, Integer::sum);
        return counts;
    }

    /** Both together, as one corpus. */
    public Bleu plus(Bleu other) {
        Long[] right = new Long[ORDERS];
        Long[] all = new Long[ORDERS];
        for (int n = 0; n < ORDERS; n++) {
            right[n] = matches.get(n) + other.matches.get(n);
            all[n] = totals.get(n) + other.totals.get(n);
        }
        return new Bleu(List.of(right), List.of(all), said + other.said, expected + other.expected);
    }

    /** The brevity penalty: 1, or less where too little was said; 0 for nothing. */
    public double brevityPenalty() {
        if (said >= expected) return 1;
        return said == 0 ? 0 : Math.exp(1 - (double) expected / said);
    }

    /** BLEU from 0 to 100. */
    public double score(Smoothing smoothing) {
        double sum = 0;
        int orders = 0;
        double missing = 1;
        for (int n = 0; n < ORDERS && totals.get(n) > 0; n++) {
            double more = smoothing == Smoothing.ADD_ONE && n > 0 ? 1 : 0;
            double right = matches.get(n) + more;
            if (right == 0 && smoothing == Smoothing.EXPONENTIAL) {
                missing *= 2;
                right = 1 / missing;
            }
            if (right == 0) return 0;
            sum += Math.log(right / (totals.get(n) + more));
            orders++;
        }
        return orders == 0 ? 0 : 100 * brevityPenalty() * Math.exp(sum / orders);
    }
}
