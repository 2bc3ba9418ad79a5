package org.rnn4j.core.data.sound;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.rnn4j.api.Config;
import org.rnn4j.api.Option;
import org.rnn4j.core.data.DataSource;
import org.rnn4j.core.data.DatasetProvider;
import org.rnn4j.core.data.HeldOutFiles;
import org.rnn4j.core.data.Shares;

/** Makes music available as {@code midi}. */
public final class MidiProvider implements DatasetProvider {
    private static final Option<Path> FILE = Option.path(
            "file",
            "a MIDI file, a folder of them, or JSON with the notes of each step of each piece, as a list or in lists"
                    + " 'train', 'valid' and 'test'");
    private static final Option<Integer> STEPS = Option.integer(
                    "stepsPerQuarter", "steps of a quarter note, where files are MIDI")
            .atLeast(1)
            .orElse(4);

    @Override
    public String type() {
        return "midi";
    }

    @Override
    public String summary() {
        return "Pieces of music as the keys of a piano that are held at each step; predicts the next step.";
    }

    @Override
    public List<Option<?>> options() {
        List<Option<?>> all = new ArrayList<>(List.of(FILE, STEPS));
        all.addAll(HeldOutFiles.options());
        return List.copyOf(all);
    }

    @Override
    public DataSource create(Config config) {
        return HeldOutFiles.of(config, new MidiSource(config.get(FILE), config.get(STEPS), Shares.of(config)));
    }
}
