package org.rnn4j.core.data.sound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.rnn4j.api.DataException;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.ModelFormatException;
import org.rnn4j.core.data.DataPart;
import org.rnn4j.core.data.DataSource;
import org.rnn4j.core.data.Dataset;
import org.rnn4j.core.data.Encoding;
import org.rnn4j.core.data.Example;
import org.rnn4j.core.data.Feature;
import org.rnn4j.core.data.Parts;
import org.rnn4j.core.data.SequencePart;
import org.rnn4j.core.data.Shares;
import org.rnn4j.core.data.TargetLength;
import org.rnn4j.core.data.TextFile;
import org.rnn4j.core.data.TextPlace;

/** Pieces of music: reads the keys of a step, and should say those of the next one, each by itself. */
final class MidiSource implements DataSource {
    /** What is read and said. */
    static final Encoding ENCODING =
            new Encoding(new Feature.Numbers(PianoRoll.KEYS), new Feature.Numbers(PianoRoll.KEYS), TargetLength.STEPS);

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Path file;
    private final int stepsPerQuarter;
    private final Shares shares;

    /** A piece, and where it comes from. */
    private record Piece(PianoRoll roll, TextPlace place) {}

    MidiSource(Path file, int stepsPerQuarter, Shares shares) {
        this.file = file;
        this.stepsPerQuarter = stepsPerQuarter;
        this.shares = shares;
    }

    @Override
    public Dataset read(long seed, Optional<Encoding> known) {
        checkFits(known);
        JsonNode json = isJson(file) ? json(file) : MAPPER.nullNode();
        Parts<Piece> parts = json.isObject()
                ? new Parts<>(pieces(json, "train"), pieces(json, "valid"), pieces(json, "test"))
                : Parts.of(all(file), Piece::roll, shares.of("different pieces", TextPlace.of(file)), seed);
        return parts.dataset(ENCODING, MidiSource::example);
    }

    @Override
    public DataPart readWhole(Path other, Encoding known) {
        checkFits(Optional.of(known));
        return SequencePart.of(
                ENCODING, all(other).stream().map(MidiSource::example).toList());
    }

    private static void checkFits(Optional<Encoding> known) {
        if (known.isEmpty() || known.get().equals(ENCODING)) return;
        throw new ModelFormatException(ErrorMessage.of("Data of type 'midi' does not fit the model")
                .fact("model reads", known.get().input())
                .fix("use the kind of data that the model was trained with")
                .toString());
    }

    private static Example example(Piece piece) {
        int last = piece.roll().steps().size() - 1;
        return new Example(piece.roll().vectors(0, last), piece.roll().vectors(1, last + 1), piece.place());
    }

    private static boolean isJson(Path path) {
        return path.toString().toLowerCase(Locale.ROOT).endsWith(".json");
    }

    private List<Piece> all(Path path) {
        if (isJson(path)) {
            JsonNode json = json(path);
            return json.isObject() ? pieces(json, "test") : pieces(json, TextPlace.of(path));
        }
        List<Piece> pieces = new ArrayList<>();
        for (Path each : files(path)) {
            PianoRoll roll = MidiFile.read(each, stepsPerQuarter);
            if (roll.steps().size() > 1) pieces.add(new Piece(roll, TextPlace.of(each)));
        }
        if (pieces.isEmpty()) throw error("No notes in " + path, "name a MIDI file, or a folder with some");
        return pieces;
    }

    private static List<Path> files(Path path) {
        if (!Files.isDirectory(path)) return List.of(path);
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(f -> f.toString().toLowerCase(Locale.ROOT).matches(".*\\.midi?"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new DataException(
                    ErrorMessage.of("Cannot read " + path).fact("reason", e).toString(), e);
        }
    }

    private static JsonNode json(Path path) {
        try {
            return MAPPER.readTree(TextFile.read(path).text());
        } catch (JsonProcessingException e) {
            throw new DataException(
                    ErrorMessage.of("Not JSON: " + path)
                            .fact("reason", e.getOriginalMessage())
                            .fix("write a list of pieces, each a list of steps, each a list of MIDI notes")
                            .toString(),
                    e);
        }
    }

    private List<Piece> pieces(JsonNode json, String key) {
        return pieces(json.path(key), new TextPlace(file + ", " + key, 0));
    }

    private static List<Piece> pieces(JsonNode json, TextPlace place) {
        List<Piece> pieces = new ArrayList<>();
        for (JsonNode piece : json) {
            List<BitSet> steps = new ArrayList<>();
            for (JsonNode step : piece) {
                BitSet notes = new BitSet();
                for (JsonNode note : step) {
                    if (!note.canConvertToInt() || !PianoRoll.isKey(note.intValue())) {
                        throw error(
                                "Not a note of a piano: " + note + " in piece " + pieces.size() + ", step "
                                        + steps.size() + place.suffix(),
                                "give MIDI notes from 21 to 108");
                    }
                    notes.set(note.intValue());
                }
                steps.add(notes);
            }
            if (steps.size() > 1) pieces.add(new Piece(new PianoRoll(steps), place));
        }
        return pieces;
    }

    private static DataException error(String headline, String fix) {
        return new DataException(ErrorMessage.of(headline).fix(fix).toString());
    }
}
