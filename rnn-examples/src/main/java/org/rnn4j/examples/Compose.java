package org.rnn4j.examples;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rnn4j.core.data.sound.MidiFile;
import org.rnn4j.core.data.sound.PianoRoll;
import org.rnn4j.core.decode.Sampler;
import org.rnn4j.core.decode.TextDecoder;
import org.rnn4j.core.decode.Translator;
import org.rnn4j.core.io.ModelFile;
import org.rnn4j.core.io.TrainedModel;
import org.rnn4j.core.math.Categorical;
import org.rnn4j.core.train.Components;

/** Lets a model of melodies compose one of a kind, and writes it as MIDI: from one class to many notes. */
public final class Compose {
    private static final Pattern NOTE = Pattern.compile("([A-G]b?)(\\d)x(\\d)");
    private static final List<String> NAMES = List.of("C", "Db", "D", "Eb", "E", "F", "Gb", "G", "Ab", "A", "Bb", "B");
    private static final int SEMITONES = 12;
    private static final int STEPS_PER_EIGHTH = 4;
    private static final double QUARTERS_PER_MINUTE = 120;

    private Compose() {}

    /**
     * Writes a melody, and prints its notes.
     *
     * @param args model, MIDI file, kind, seed
     */
    public static void main(String[] args) {
        TrainedModel model = ModelFile.read(Path.of(args[0]), Components.registry());
        Translator composer = Translator.of(model.network(), model.encoding());
        String melody = compose(composer, args[2], Long.parseLong(args[3]));
        System.out.println(melody);
        MidiFile.write(Path.of(args[1]), roll(melody), 2 * STEPS_PER_EIGHTH, QUARTERS_PER_MINUTE);
    }

    /** A melody of a kind, each note drawn as the model says. */
    static String compose(Translator composer, String kind, long seed) {
        TextDecoder decoder = composer.decoder(kind);
        Sampler sampler = new Sampler(Categorical.atTemperature(1), seed);
        return decoder.sample(sampler, decoder.prompt(""), 1).get(0);
    }

    /** The keys of a melody, four steps to an eighth; the last one of a note is silent, so that the next one is struck. */
    static PianoRoll roll(String melody) {
        List<BitSet> steps = new ArrayList<>();
        Matcher note = NOTE.matcher(melody);
        while (note.find()) {
            int length = STEPS_PER_EIGHTH * Integer.parseInt(note.group(3));
            for (int step = 0; step < length; step++) {
                BitSet keys = new BitSet();
                if (step < length - 1) keys.set(midi(note.group(1), Integer.parseInt(note.group(2))));
                steps.add(keys);
            }
        }
        return new PianoRoll(steps);
    }

    private static int midi(String name, int octave) {
        return SEMITONES * (octave + 1) + NAMES.indexOf(name);
    }
}
