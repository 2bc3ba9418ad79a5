package org.rnn4j.core.data.sound;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MetaMessage;
import javax.sound.midi.MidiEvent;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.Sequence;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.Track;
import org.rnn4j.api.DataException;
import org.rnn4j.api.ErrorMessage;

/** Reads and writes MIDI files. */
public final class MidiFile {
    private static final int PERCUSSION = 9;
    private static final int TICKS_PER_STEP = 120;
    private static final int VELOCITY = 80;
    private static final int SET_TEMPO = 0x51;

    private MidiFile() {}

    /**
     * Reads the notes of all tracks and channels but percussion. A note sounds at the steps that lie between its beginning and
     * its end, both moved to the nearest step, and at one step at least.
     *
     * @param stepsPerQuarter steps of a quarter note
     * @throws DataException if there is no such file, or it is no MIDI file whose time is counted in quarter notes
     */
    public static PianoRoll read(Path file, int stepsPerQuarter) {
        try {
            Sequence sequence = MidiSystem.getSequence(file.toFile());
            if (sequence.getDivisionType() != Sequence.PPQ) {
                throw new DataException(ErrorMessage.of("Time is counted in frames, not in quarter notes: " + file)
                        .fix("save the file with ticks per quarter note")
                        .toString());
            }
            return roll(sequence, (double) sequence.getResolution() / stepsPerQuarter);
        } catch (InvalidMidiDataException e) {
            throw error("Not a MIDI file: " + file, e);
        } catch (IOException e) {
            throw error("Cannot read " + file, e);
        }
    }

    private static DataException error(String headline, Exception e) {
        return new DataException(
                ErrorMessage.of(headline)
                        .fact("reason", e)
                        .fix("name a standard MIDI file")
                        .toString(),
                e);
    }

    private static PianoRoll roll(Sequence sequence, double ticksPerStep) {
        List<BitSet> steps = new ArrayList<>();
        for (Track track : sequence.getTracks()) {
            Map<Integer, Long> begun = new HashMap<>();
            for (int i = 0; i < track.size(); i++) {
                MidiEvent event = track.get(i);
                if (!(event.getMessage() instanceof ShortMessage message)) continue;
                boolean note =
                        message.getCommand() == ShortMessage.NOTE_ON || message.getCommand() == ShortMessage.NOTE_OFF;
                if (!note || message.getChannel() == PERCUSSION) continue;
                int key = message.getChannel() << Byte.SIZE | message.getData1();
                Long from = begun.remove(key);
                if (from != null) hold(steps, message.getData1(), from / ticksPerStep, event.getTick() / ticksPerStep);
                boolean begins = message.getCommand() == ShortMessage.NOTE_ON && message.getData2() > 0;
                if (begins) begun.put(key, event.getTick());
            }
        }
        return new PianoRoll(steps);
    }

    private static void hold(List<BitSet> steps, int note, double from, double to) {
        int first = (int) Math.round(from);
        int end = Math.max(first + 1, (int) Math.round(to));
        while (steps.size() < end) steps.add(new BitSet());
        for (int step = first; step < end; step++) steps.get(step).set(note);
    }

    /**
     * Writes a file that can be played; a note that is held at several steps in a row is struck once.
     *
     * @param stepsPerQuarter steps of a quarter note
     * @param quartersPerMinute how fast
     */
    public static void write(Path file, PianoRoll roll, int stepsPerQuarter, double quartersPerMinute) {
        try {
            Sequence sequence = new Sequence(Sequence.PPQ, TICKS_PER_STEP * stepsPerQuarter);
            Track track = sequence.createTrack();
            int micros = (int) (60e6 / quartersPerMinute);
            byte[] tempo = {(byte) (micros >> 16), (byte) (micros >> 8), (byte) micros};
            track.add(new MidiEvent(new MetaMessage(SET_TEMPO, tempo, tempo.length), 0));
            BitSet before = new BitSet();
            for (int step = 0; step <= roll.steps().size(); step++) {
                BitSet now = step < roll.steps().size() ? roll.steps().get(step) : new BitSet();
                change(track, before, now, (long) step * TICKS_PER_STEP);
                before = now;
            }
            MidiSystem.write(sequence, 1, file.toFile());
        } catch (InvalidMidiDataException e) {
            throw new AssertionError("notes of MIDI", e);
        } catch (IOException e) {
            throw error("Cannot write " + file, e);
        }
    }

    private static void change(Track track, BitSet before, BitSet now, long tick) throws InvalidMidiDataException {
        for (int note = 0; note < 128; note++) {
            if (before.get(note) == now.get(note)) continue;
            int command = now.get(note) ? ShortMessage.NOTE_ON : ShortMessage.NOTE_OFF;
            track.add(new MidiEvent(new ShortMessage(command, 0, note, now.get(note) ? VELOCITY : 0), tick));
        }
    }
}
