package org.rnn4j.core.data.sound;

import java.util.BitSet;
import java.util.List;
import org.rnn4j.core.engine.Tensor;

/**
 * Which keys of a piano are held down at each step. Immutable.
 *
 * @param steps sets of MIDI notes, 60 being the middle C; not copied
 */
public record PianoRoll(List<BitSet> steps) {
    /** The lowest key. */
    public static final int LOWEST = 21;
    /** Number of keys. */
    public static final int KEYS = 88;

    /** Copies the list. */
    public PianoRoll {
        steps = List.copyOf(steps);
    }

    /** True if a note is a key of a piano. */
    static boolean isKey(int note) {
        return note >= LOWEST && note < LOWEST + KEYS;
    }

    /** Steps from one to another, which is not among them, as vectors [T, 88] of 0 and 1. */
    public Tensor vectors(int from, int to) {
        float[] vectors = new float[(to - from) * KEYS];
        for (int t = from; t < to; t++) {
            int at = (t - from) * KEYS - LOWEST;
            steps.get(t).stream().filter(PianoRoll::isKey).forEach(note -> vectors[at + note] = 1);
        }
        return Tensor.of(vectors, to - from, KEYS);
    }

    /** The same moved up by so many semitones, or down. */
    public PianoRoll transposed(int semitones) {
        return new PianoRoll(steps.stream()
                .map(step -> {
                    BitSet moved = new BitSet();
                    step.stream().forEach(note -> moved.set(note + semitones));
                    return moved;
                })
                .toList());
    }
}
