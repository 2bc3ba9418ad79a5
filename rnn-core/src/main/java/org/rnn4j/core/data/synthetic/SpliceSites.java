package org.rnn4j.core.data.synthetic;

import java.util.List;
import java.util.random.RandomGenerator;
import org.rnn4j.api.Config;
import org.rnn4j.api.Option;
import org.rnn4j.core.data.Encoding;
import org.rnn4j.core.data.Example;
import org.rnn4j.core.data.Feature;
import org.rnn4j.core.data.Vocabulary;

/**
 * DNA with introns: for each base, whether it belongs to an exon or to an intron.
 *
 * <p>Exons and introns take turns, each of 12 to 30 bases. An intron begins with the consensus of a donor site, GTRAGT, and
 * ends with that of an acceptor site, YYYYYYNCAG (R: A or G, Y: C or T, N: any). Everywhere else bases are random, so GT and
 * AG alone say nothing; and where an intron begins is seen only from the bases that follow.
 *
 * <p>Source of the consensus: Shapiro and Senapathy 1987, doi:10.1093/nar/15.17.7155, simplified.
 *
 * @param length bases of a sequence
 */
record SpliceSites(int length) implements Task {
    private static final Vocabulary BASES = Sequences.letters("ACGT");
    private static final String DONOR = "GTRAGT";
    private static final String ACCEPTOR = "YYYYYYNCAG";
    private static final int SHORTEST = 12;
    private static final int LONGEST = 30;

    @Override
    public Encoding encoding() {
        return new Encoding(new Feature.Symbols(BASES), Sequences.labels(List.of("exon", "intron")), true);
    }

    @Override
    public Example example(RandomGenerator random, int number, Use use) {
        StringBuilder dna = new StringBuilder();
        int[] labels = new int[length];
        // A sequence begins within a piece, so that its first bases are of both kinds.
        boolean intron = random.nextBoolean();
        int cut = random.nextInt(SHORTEST);
        while (dna.length() < length + cut) {
            int from = dna.length();
            append(dna, intron, random);
            for (int at = Math.max(from, cut); at < Math.min(dna.length(), length + cut); at++) {
                labels[at - cut] = intron ? 1 : 0;
            }
            intron = !intron;
        }
        int[] bases = BASES.encode(dna.substring(cut, cut + length));
        return Example.of(Sequences.ids(bases), Sequences.ids(labels));
    }

    private static void append(StringBuilder dna, boolean intron, RandomGenerator random) {
        int size = Sequences.between(random, SHORTEST, LONGEST + 1);
        if (!intron) {
            append(dna, "N".repeat(size), random);
            return;
        }
        int inner = Math.max(0, size - DONOR.length() - ACCEPTOR.length());
        append(dna, DONOR + "N".repeat(inner) + ACCEPTOR, random);
    }

    private static void append(StringBuilder dna, String pattern, RandomGenerator random) {
        pattern.chars().forEach(c -> {
            String choices = switch (c) {
                case 'R' -> "AG";
                case 'Y' -> "CT";
                case 'N' -> "ACGT";
                default -> Character.toString(c);
            };
            dna.append(choices.charAt(random.nextInt(choices.length())));
        });
    }

    /** Makes it available as {@code spliceSites}. */
    public static final class Provider implements TaskProvider {
        private static final Option<Integer> LENGTH =
                Option.integer("length", "bases of a sequence").atLeast(1).orElse(80);

        @Override
        public String type() {
            return "spliceSites";
        }

        @Override
        public String summary() {
            return "DNA: which bases belong to an exon, and which to an intron.";
        }

        @Override
        public List<Option<?>> options() {
            return List.of(LENGTH);
        }

        @Override
        public Task create(Config config) {
            return new SpliceSites(config.get(LENGTH));
        }
    }
}
