package org.rnn4j.core.data.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.rnn4j.api.Config;
import org.rnn4j.api.Option;
import org.rnn4j.core.data.Encoding;
import org.rnn4j.core.data.Example;
import org.rnn4j.core.data.Feature;
import org.rnn4j.core.data.Scaling;
import org.rnn4j.core.data.TargetLength;
import org.rnn4j.core.data.Vocabulary;
import org.rnn4j.core.data.sound.Spectrogram;
import org.rnn4j.core.data.sound.Wave;

/**
 * Digits that a simple voice says one after the other: which ones?
 *
 * <p>Each digit is a few phones, each of them a sound with two resonances; pitch, speed, loudness, the length of the vocal
 * tract, pauses and noise are random. A step is a frame of a {@link Spectrogram} with {@value #BANDS} bands; where in the
 * recording a digit is said, nobody says: so the loss is {@code ctc}.
 *
 * <p>Source of the resonances: Peterson and Barney 1952, doi:10.1121/1.1906875, table II, rounded.
 *
 * @param digits most digits of a recording
 */
public record SpokenDigits(int digits) implements Task {
    /** Samples a second. */
    public static final float SAMPLE_RATE = 8000;

    private static final int BANDS = 24;
    private static final Spectrogram SPECTROGRAM = new Spectrogram(32, 16, BANDS);
    private static final Scaling SCALING =
            new Scaling(java.util.Collections.nCopies(BANDS, -2.0), java.util.Collections.nCopies(BANDS, 4.0));
    private static final Vocabulary SAID = Sequences.letters("0123456789");
    private static final List<List<String>> PHONES = List.of(
            List.of("z", "iy", "r", "ao", "uw"),
            List.of("uw", "ah", "n"),
            List.of("t", "uw", "uw"),
            List.of("th", "r", "iy", "iy"),
            List.of("f", "ao", "ao", "r"),
            List.of("f", "ah", "iy", "v"),
            List.of("s", "ih", "k", "s"),
            List.of("s", "eh", "v", "eh", "n"),
            List.of("eh", "iy", "t"),
            List.of("n", "ah", "iy", "n"));
    private static final Map<String, Voice.Phone> SOUNDS = Map.ofEntries(
            Map.entry("iy", new Voice.Phone(270, 2290, 1, 0, 80)),
            Map.entry("ih", new Voice.Phone(390, 1990, 1, 0, 70)),
            Map.entry("eh", new Voice.Phone(530, 1840, 1, 0, 80)),
            Map.entry("ah", new Voice.Phone(640, 1190, 1, 0, 90)),
            Map.entry("ao", new Voice.Phone(570, 840, 1, 0, 80)),
            Map.entry("uw", new Voice.Phone(300, 870, 1, 0, 70)),
            Map.entry("r", new Voice.Phone(490, 1350, 0.8, 0, 60)),
            Map.entry("n", new Voice.Phone(250, 1000, 0.5, 0, 70)),
            Map.entry("v", new Voice.Phone(250, 1500, 0.3, 0.1, 50)),
            Map.entry("z", new Voice.Phone(250, 3500, 0.3, 0.4, 80)),
            Map.entry("s", new Voice.Phone(3300, 3700, 0, 0.6, 90)),
            Map.entry("f", new Voice.Phone(1200, 2800, 0, 0.2, 80)),
            Map.entry("th", new Voice.Phone(1500, 3300, 0, 0.15, 70)),
            Map.entry("t", new Voice.Phone(2500, 3500, 0, 0.5, 30)),
            Map.entry("k", new Voice.Phone(1500, 2500, 0, 0.4, 40)));

    @Override
    public Encoding encoding() {
        return new Encoding(new Feature.Numbers(BANDS), new Feature.Symbols(SAID), TargetLength.OWN);
    }

    @Override
    public Example example(RandomGenerator random, int number, Use use) {
        int[] said = said(random);
        return Example.of(SCALING.apply(SPECTROGRAM.of(wave(random, said))), Sequences.ids(said));
    }

    private int[] said(RandomGenerator random) {
        int[] said = new int[1 + random.nextInt(digits)];
        for (int i = 0; i < said.length; i++) said[i] = random.nextInt(PHONES.size());
        return said;
    }

    /** The recording of some digits. */
    public static Wave wave(RandomGenerator random, int... said) {
        List<Voice.Phone> phones = new ArrayList<>();
        phones.add(Voice.Phone.pause(40 + 60 * random.nextDouble()));
        for (int digit : said) {
            for (String phone : PHONES.get(digit)) phones.add(SOUNDS.getOrDefault(phone, Voice.Phone.pause(1)));
            phones.add(Voice.Phone.pause(30 + 90 * random.nextDouble()));
        }
        return Voice.drawn(random).say(phones, SAMPLE_RATE, random);
    }

    /** Makes it available as {@code spokenDigits}. */
    public static final class Provider implements TaskProvider {
        private static final Option<Integer> DIGITS = Option.integer("digits", "most digits of a recording")
                .atLeast(1)
                .orElse(4);

        @Override
        public String type() {
            return "spokenDigits";
        }

        @Override
        public String summary() {
            return "Spectrograms of digits that a simple voice says: which ones?";
        }

        @Override
        public List<Option<?>> options() {
            return List.of(DIGITS);
        }

        @Override
        public Task create(Config config) {
            return new SpokenDigits(config.get(DIGITS));
        }
    }
}
