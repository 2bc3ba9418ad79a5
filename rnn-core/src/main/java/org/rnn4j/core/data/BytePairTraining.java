package org.rnn4j.core.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.rnn4j.core.data.BytePairs.Merge;

/**
 * Learns which pairs of symbols stand together most often, one after the other; of equally frequent pairs the first in
 * alphabetical order, so that the same text gives the same pairs. Mutable, for one thread, run once.
 */
final class BytePairTraining {
    private static final int LEAST = 2;

    private final List<Word> words = new ArrayList<>();
    private final Map<Merge, Long> pairs = new HashMap<>();
    private final Map<Merge, Set<Integer>> places = new HashMap<>();
    private final Set<String> reserved;

    private record Word(List<String> symbols, long count) {}

    /**
     * Begins with single letters.
     *
     * @param counts how often each piece stands in the text, see {@link Level#BYTE_PAIR}
     * @param reserved symbols that must not arise
     */
    BytePairTraining(Map<String, Long> counts, Set<String> reserved) {
        this.reserved = reserved;
        new TreeMap<>(counts).forEach((piece, count) -> {
            words.add(new Word(new ArrayList<>(List.of(piece.split(""))), count));
            count(words.size() - 1, 1);
        });
    }

    /** Learns at most so many pairs that stand in the text at least so often. */
    BytePairs run(int most, int minCount) {
        List<Merge> merges = new ArrayList<>();
        while (merges.size() < most) {
            Optional<Merge> best = best(Math.max(LEAST, minCount));
            if (best.isEmpty()) break;
            merges.add(best.get());
            apply(best.get());
        }
        return BytePairs.of(merges);
    }

    /** How often each symbol stands in the text, after what was learnt. */
    Map<String, Long> counts() {
        Map<String, Long> counts = new HashMap<>();
        for (Word word : words) word.symbols().forEach(symbol -> counts.merge(symbol, word.count(), Long::sum));
        return counts;
    }

    private Optional<Merge> best(int least) {
        Optional<Merge> best = Optional.empty();
        long most = least - 1L;
        for (Map.Entry<Merge, Long> pair : pairs.entrySet()) {
            long count = pair.getValue();
            if (count < most || count < least) continue;
            if (reserved.contains(pair.getKey().joined())) continue;
            if (count == most && best.isPresent() && !isBefore(pair.getKey(), best.get())) continue;
            most = count;
            best = Optional.of(pair.getKey());
        }
        return best;
    }

    private static boolean isBefore(Merge a, Merge b) {
        int left = a.left().compareTo(b.left());
        return left < 0 || left == 0 && a.right().compareTo(b.right()) < 0;
    }

    private void apply(Merge merge) {
        for (int word : new HashSet<>(places.getOrDefault(merge, Set.of()))) {
            count(word, -1);
            BytePairs.join(words.get(word).symbols(), merge);
            count(word, 1);
        }
    }

    private void count(int number, int sign) {
        Word word = words.get(number);
        for (int i = 0; i + 1 < word.symbols().size(); i++) {
            Merge pair = new Merge(word.symbols().get(i), word.symbols().get(i + 1));
            long count = pairs.merge(pair, sign * word.count(), Long::sum);
            if (count == 0) pairs.remove(pair);
            Set<Integer> found = places.computeIfAbsent(pair, p -> new HashSet<>());
            if (sign > 0) {
                found.add(number);
            } else {
                found.remove(number);
            }
        }
    }
}
