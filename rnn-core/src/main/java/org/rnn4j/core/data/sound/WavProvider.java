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

/** Makes recordings available as {@code wav}. */
public final class WavProvider implements DatasetProvider {
    private static final Option<Path> FILE = Option.path(
            "file", "list in UTF-8: on each line a recording, relative to the list, a tab, and what is said in it");
    private static final Option<Boolean> TEXT = Option.bool(
                    "text",
                    "whether what is said is a text, whose characters are the target (see the loss ctc), or one label")
            .orElse(true);
    private static final Option<Double> WINDOW =
            Option.number("windowMillis", "milliseconds of a frame").above(0).orElse(25.0);
    private static final Option<Double> HOP = Option.number(
                    "hopMillis", "milliseconds from the beginning of a frame to that of the next")
            .above(0)
            .orElse(10.0);
    private static final Option<Integer> BANDS = Option.integer(
                    "bands", "bands of the mel scale; 0 for the whole spectrum")
            .atLeast(0)
            .orElse(40);

    @Override
    public String type() {
        return "wav";
    }

    @Override
    public String summary() {
        return "Recordings as logarithmic spectrograms, and what is said in them.";
    }

    @Override
    public List<Option<?>> options() {
        List<Option<?>> all = new ArrayList<>(List.of(FILE, TEXT, WINDOW, HOP, BANDS));
        all.addAll(HeldOutFiles.options());
        return List.copyOf(all);
    }

    @Override
    public DataSource create(Config config) {
        Spectrogram spectrogram = new Spectrogram(config.get(WINDOW), config.get(HOP), config.get(BANDS));
        return HeldOutFiles.of(
                config, new WavSource(config.get(FILE), spectrogram, config.get(TEXT), Shares.of(config)));
    }
}
