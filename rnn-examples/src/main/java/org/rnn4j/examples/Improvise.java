package org.rnn4j.examples;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.rnn4j.core.data.sound.MidiFile;
import org.rnn4j.core.data.sound.PianoRoll;
import org.rnn4j.core.io.ModelFile;
import org.rnn4j.core.math.KeyedRandom;
import org.rnn4j.core.math.RandomKey;
import org.rnn4j.core.math.RandomPurpose;
import org.rnn4j.core.network.Network;
import org.rnn4j.core.network.Session;
import org.rnn4j.core.train.Components;

/** Lets a model of music go on by itself, and writes what it plays as MIDI. */
public final class Improvise {
    private static final int[] BEGIN = {48, 55, 64, 72};
    private static final double SHARPNESS = 1.5;
    private static final double QUARTERS_PER_MINUTE = 80;

    private Improvise() {}

    /**
     * Writes a piece.
     *
     * @param args model, MIDI file, number of steps, seed
     */
    public static void main(String[] args) {
        Network network =
                ModelFile.read(Path.of(args[0]), Components.registry()).network();
        PianoRoll piece = play(network, Integer.parseInt(args[2]), Long.parseLong(args[3]));
        MidiFile.write(Path.of(args[1]), piece, 1, QUARTERS_PER_MINUTE);
    }

    /** A piece that begins with a chord of C major; each key is drawn with its probability, made a little sharper. */
    static PianoRoll play(Network network, int steps, long seed) {
        Session session = network.newSession();
        BitSet now = new BitSet();
        for (int note : BEGIN) now.set(note);
        List<BitSet> piece = new ArrayList<>(List.of(now));
        float[] y = new float[PianoRoll.KEYS];
        for (int step = 1; step < steps; step++) {
            session.step(new PianoRoll(List.of(now)).vectors(0, 1).floats(), y);
            KeyedRandom random =
                    new KeyedRandom(RandomKey.of(seed, RandomPurpose.SAMPLE).at(step, 0, 0));
            now = new BitSet();
            for (int key = 0; key < PianoRoll.KEYS; key++) {
                double probability = 1 / (1 + Math.exp(-SHARPNESS * y[key]));
                if (random.nextDouble() < probability) now.set(PianoRoll.LOWEST + key);
            }
            piece.add(now);
        }
        return new PianoRoll(piece);
    }
}
