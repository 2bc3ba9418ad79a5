package org.rnn4j.core.data.synthetic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.rnn4j.api.Config;
import org.rnn4j.api.Option;
import org.rnn4j.core.data.Encoding;
import org.rnn4j.core.data.Example;
import org.rnn4j.core.data.Feature;
import org.rnn4j.core.data.Level;
import org.rnn4j.core.data.SpecialSymbol;
import org.rnn4j.core.data.Vocabulary;

/**
 * Melodies of a requested kind, such as {@code G minor waltz}: from one class to a sequence of notes.
 *
 * <p>A note is its name, its octave and its length in eighths: {@code Bb4x3}. Every measure has a chord: the first and the last
 * one the tonic's, the one before the last the dominant's, the others one of tonic, subdominant and dominant. A measure takes
 * one of the rhythms of its dance, begins with a note of its chord that is near, and goes on in steps of the scale; the last
 * one is the tonic.
 *
 * @param measures of a melody
 */
record Melodies(int measures) implements Task {
    private static final Option<Integer> MEASURES = Option.integer("measures", "measures of a melody")
            .atLeast(2)
            .atMost(32)
            .orElse(4);

    private static final List<String> NAMES = List.of("C", "Db", "D", "Eb", "E", "F", "Gb", "G", "Ab", "A", "Bb", "B");
    private static final int[] TONICS = {57, 60, 62, 65, 67};
    private static final int LOWEST = 50;
    private static final int HIGHEST = 86;
    private static final int SEMITONES = 12;
    private static final int[] CHORDS = {0, 3, 4};
    private static final int LOWEST_DEGREE = -3;
    private static final int HIGHEST_DEGREE = 9;
    private static final List<Integer> STEPS = List.of(-2, -1, -1, 1, 1, 2);

    /** The steps of a scale above its tonic, in semitones. */
    private enum Mode {
        MAJOR(0, 2, 4, 5, 7, 9, 11),
        MINOR(0, 2, 3, 5, 7, 8, 10);

        private final int[] scale;

        Mode(int... scale) {
            this.scale = scale;
        }

        int semitones(int degree) {
            return SEMITONES * Math.floorDiv(degree, scale.length) + scale[Math.floorMod(degree, scale.length)];
        }
    }

    /** How long the notes of a measure are, in eighths. */
    private enum Dance {
        WALTZ(6, new int[][] {{2, 2, 2}, {4, 2}, {2, 1, 1, 2}, {3, 1, 2}}),
        MARCH(8, new int[][] {{2, 2, 2, 2}, {3, 1, 2, 2}, {4, 2, 2}, {2, 1, 1, 2, 2}, {2, 2, 4}});

        private final int eighths;
        private final List<int[]> rhythms;

        Dance(int eighths, int[][] rhythms) {
            this.eighths = eighths;
            this.rhythms = List.of(rhythms);
        }
    }

    private record Kind(int tonic, Mode mode, Dance dance) {
        @Override
        public String toString() {
            return NAMES.get(tonic % SEMITONES) + " " + word(mode) + " " + word(dance);
        }

        private static String word(Enum<?> constant) {
            return constant.name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private static final List<Kind> KINDS = kinds();
    private static final Vocabulary READ =
            Vocabulary.of(Level.WORD, KINDS.stream().map(Kind::toString).toList());
    private static final Vocabulary SAID = notes();

    private static List<Kind> kinds() {
        List<Kind> kinds = new ArrayList<>();
        for (int tonic : TONICS) {
            for (Mode mode : Mode.values()) {
                for (Dance dance : Dance.values()) kinds.add(new Kind(tonic, mode, dance));
            }
        }
        return List.copyOf(kinds);
    }

    private static Vocabulary notes() {
        List<String> notes = new ArrayList<>();
        for (int midi = LOWEST; midi <= HIGHEST; midi++) {
            for (int eighths : new int[] {1, 2, 3, 4, 6, 8}) notes.add(note(midi, eighths));
        }
        return Vocabulary.builder(Level.WORD)
                .with(SpecialSymbol.END)
                .count(String.join(" ", notes))
                .build();
    }

    private static String note(int midi, int eighths) {
        return NAMES.get(midi % SEMITONES) + (midi / SEMITONES - 1) + "x" + eighths;
    }

    @Override
    public Encoding encoding() {
        return Encoding.pairs(new Encoding.Source(new Feature.Symbols(READ), false), SAID);
    }

    @Override
    public Example example(RandomGenerator random, int number, Use use) {
        int kind = random.nextInt(KINDS.size());
        String melody = melody(random, KINDS.get(kind));
        return Sequences.pair(READ, "", SAID, melody).withSource(Sequences.label(kind));
    }

    private String melody(RandomGenerator random, Kind kind) {
        List<String> notes = new ArrayList<>();
        int degree = Sequences.choose(random, List.of(0, 2, 4));
        for (int measure = 0; measure < measures - 1; measure++) {
            boolean chosen = measure > 0 && measure < measures - 2;
            int root = measure == 0 ? 0 : chosen ? CHORDS[random.nextInt(CHORDS.length)] : CHORDS[2];
            degree = near(random, degree, root);
            int[] rhythm = Sequences.choose(random, kind.dance.rhythms);
            for (int k = 0; k < rhythm.length; k++) {
                if (k > 0) degree = inRange(degree + Sequences.choose(random, STEPS));
                notes.add(note(kind.tonic + kind.mode.semitones(degree), rhythm[k]));
            }
        }
        int end = degree > 3 ? kind.mode.scale.length : 0;
        notes.add(note(kind.tonic + kind.mode.semitones(end), kind.dance.eighths));
        return String.join(" ", notes);
    }

    /** One of the two notes of a chord that are nearest. */
    private static int near(RandomGenerator random, int degree, int root) {
        int[] tones = Arrays.stream(new int[] {-7, -5, -3, 0, 2, 4, 7, 9, 11})
                .map(tone -> root + tone)
                .filter(tone -> tone >= LOWEST_DEGREE && tone <= HIGHEST_DEGREE)
                .boxed()
                .sorted(java.util.Comparator.comparingInt(tone -> Math.abs(tone - degree)))
                .mapToInt(tone -> tone)
                .toArray();
        return tones[random.nextInt(2)];
    }

    private static int inRange(int degree) {
        return Math.max(LOWEST_DEGREE, Math.min(HIGHEST_DEGREE, degree));
    }

    /** Makes it available as {@code melodies}. */
    public static final class Provider implements TaskProvider {
        @Override
        public String type() {
            return "melodies";
        }

        @Override
        public String summary() {
            return "Melodies of a requested key, mode and dance: from one class to a sequence of notes.";
        }

        @Override
        public List<Option<?>> options() {
            return List.of(MEASURES);
        }

        @Override
        public Task create(Config config) {
            return new Melodies(config.get(MEASURES));
        }
    }
}
