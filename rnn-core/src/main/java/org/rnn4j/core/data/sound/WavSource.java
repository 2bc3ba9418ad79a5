package org.rnn4j.core.data.sound;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.rnn4j.api.DataException;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.ModelFormatException;
import org.rnn4j.core.data.DataPart;
import org.rnn4j.core.data.DataSource;
import org.rnn4j.core.data.Dataset;
import org.rnn4j.core.data.Encoding;
import org.rnn4j.core.data.Example;
import org.rnn4j.core.data.Feature;
import org.rnn4j.core.data.Level;
import org.rnn4j.core.data.Parts;
import org.rnn4j.core.data.Scaling;
import org.rnn4j.core.data.SequencePart;
import org.rnn4j.core.data.Shares;
import org.rnn4j.core.data.TargetLength;
import org.rnn4j.core.data.TextFile;
import org.rnn4j.core.data.TextPlace;
import org.rnn4j.core.data.Vocabulary;
import org.rnn4j.core.data.VocabularyBuilder;
import org.rnn4j.core.engine.Tensor;

/** A list of recordings; every element of their spectrograms has mean 0 and deviation 1 over the training part. */
final class WavSource implements DataSource {
    private final Path file;
    private final Spectrogram spectrogram;
    private final boolean text;
    private final Shares shares;

    /** A recording and what is said in it. */
    private record Recording(Path file, Tensor steps, String said, TextPlace place) {}

    WavSource(Path file, Spectrogram spectrogram, boolean text, Shares shares) {
        this.file = file;
        this.spectrogram = spectrogram;
        this.text = text;
        this.shares = shares;
    }

    @Override
    public Dataset read(long seed, Optional<Encoding> known) {
        TextFile list = TextFile.read(file);
        Parts<Recording> parts =
                Parts.of(recordings(file, list), Recording::file, shares.of("recordings", list.place()), seed);
        Encoding encoding = known.orElseGet(() -> encoding(parts));
        return parts.dataset(encoding, examples(encoding));
    }

    @Override
    public DataPart readWhole(Path other, Encoding known) {
        return SequencePart.of(
                known,
                recordings(other, TextFile.read(other)).stream()
                        .map(examples(known))
                        .toList());
    }

    private List<Recording> recordings(Path listFile, TextFile list) {
        List<Recording> recordings = new ArrayList<>();
        float rate = 0;
        for (TextFile.Line line : list.lines()) {
            int tab = line.text().indexOf('\t');
            if (tab < 0) {
                throw error("No tab" + line.place().suffix(), "write a recording, a tab, and what is said in it");
            }
            Path sound = listFile.resolveSibling(line.text().substring(0, tab));
            Wave wave = Wave.read(sound);
            if (rate == 0) rate = wave.sampleRate();
            if (wave.sampleRate() != rate) {
                throw error(
                        "A recording with " + wave.sampleRate() + " samples a second, others have " + rate
                                + line.place().suffix(),
                        "bring all recordings to one sample rate");
            }
            recordings.add(new Recording(
                    sound, spectrogram.of(wave), line.text().substring(tab + 1).strip(), line.place()));
        }
        return recordings;
    }

    private static DataException error(String headline, String fix) {
        return new DataException(ErrorMessage.of(headline).fix(fix).toString());
    }

    private Encoding encoding(Parts<Recording> parts) {
        VocabularyBuilder symbols = Vocabulary.builder(text ? Level.CHARACTER : Level.WORD);
        for (Recording recording : parts.all()) {
            if (text) symbols.count(recording.said());
            else symbols.countSymbol(recording.said());
        }
        List<Tensor> training = parts.training().stream().map(Recording::steps).toList();
        Feature read = new Feature.Numbers(training.get(0).extent(1), Optional.of(Scaling.standard(training)));
        return new Encoding(read, new Feature.Symbols(symbols.build()), text ? TargetLength.OWN : TargetLength.ONE);
    }

    private Function<Recording, Example> examples(Encoding encoding) {
        boolean fits = encoding.input() instanceof Feature.Numbers
                && encoding.target().isSymbols()
                && encoding.targetLength() == (text ? TargetLength.OWN : TargetLength.ONE);
        if (!fits) {
            throw new ModelFormatException(ErrorMessage.of("Data of type 'wav' does not fit the model")
                    .fact("model reads", encoding.input())
                    .fact("model says", encoding.target())
                    .fix("use the kind of data that the model was trained with")
                    .toString());
        }
        Scaling scaling = ((Feature.Numbers) encoding.input()).scaling().orElseThrow();
        Vocabulary symbols = ((Feature.Symbols) encoding.target()).vocabulary();
        return recording ->
                new Example(scaling.apply(recording.steps()), target(recording, symbols), recording.place());
    }

    private Tensor target(Recording recording, Vocabulary symbols) {
        if (text) {
            int[] ids = symbols.encode(recording.said(), recording.place());
            return Tensor.ofIds(ids, ids.length);
        }
        return Tensor.ofIds(new int[] {
            symbols.id(recording.said())
                    .orElseThrow(() -> new DataException(ErrorMessage.of("Unknown label '" + recording.said() + "'"
                                    + recording.place().suffix())
                            .choices(recording.said(), symbols.symbols())
                            .fix("correct the line, or train with it")
                            .toString()))
        });
    }
}
