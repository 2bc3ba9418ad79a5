package org.rnn4j.core.data;

import static org.rnn4j.core.data.DataErrors.assertMessage;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rnn4j.core.config.Registry;

final class LinesSourceErrorTest {
    private static final Registry REGISTRY = Registry.load(List.of(DatasetProvider.FAMILY));

    @TempDir
    Path folder;

    private DataSource source(Path file, Map<String, ?> options) {
        Map<String, Object> all = new HashMap<>(options);
        all.put("file", file);
        return REGISTRY.create(DataSource.class, "lines", all);
    }

    private void assertReadMessage(Path file, Map<String, ?> options, String expected) {
        assertMessage(folder, () -> source(file, options).read(1, Optional.empty()), expected);
    }

    @Test
    void missingFile() {
        assertReadMessage(folder.resolve("none.txt"), Map.of(), """
                No such file: DIR/none.txt
                  looked for  DIR/none.txt
                  fix         correct the name; a path in a configuration is relative to the configuration's folder""");
    }

    @Test
    void folderInsteadOfFile() {
        assertReadMessage(folder, Map.of(), """
                A folder, not a file: DIR
                  fix  name a text file""");
    }

    @Test
    void notUtf8() {
        Path file = DataErrors.file(folder, "latin.txt", "abc\ncaf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
        assertReadMessage(file, Map.of(), """
                Not UTF-8 text: DIR/latin.txt:2
                  byte  0xE9
                  fix   save the file as UTF-8""");
    }

    @Test
    void emptyFile() {
        assertReadMessage(DataErrors.file(folder, "empty.txt", ""), Map.of(), """
                Empty file: DIR/empty.txt
                  fix  name a file with text""");
    }

    @Test
    void blankLinesOnly() {
        assertReadMessage(DataErrors.file(folder, "blank.txt", "\n  \n\t\r\n"), Map.of(), """
                Only blank lines in DIR/blank.txt
                  fix  name a file with text""");
    }

    @Test
    void emptyValidationPart() {
        assertReadMessage(DataErrors.file(folder, "few.txt", "a\nb\nc\n"), Map.of(), """
                The validation part is empty (DIR/few.txt)
                  data   3 different lines
                  share  0.1
                  fix    give more data, or set "validation" to 0 or to a larger share""");
    }

    @Test
    void emptyTrainingPart() {
        assertReadMessage(DataErrors.file(folder, "one.txt", "a\n"), Map.of("validation", 0.9), """
                The training part is empty (DIR/one.txt)
                  data   1 different lines
                  share  0.09999999999999998
                  fix    give more data, or lower the other shares""");
    }

    @Test
    void sharesOfEverything() {
        assertMessage(() -> source(folder, Map.of("validation", 0.5, "test", 0.5)), """
                test leaves nothing for training at test (code)
                  given  0.5
                  fix    lower validation or test""");
    }

    @Test
    void limitsWithoutAnUnknownSymbol() {
        assertMessage(() -> source(folder, Map.of("minCount", 2, "unknown", false)), """
                unknown is false, but minCount or vocabularySize leave symbols out at unknown (code)
                  given  false
                  fix    remove it, or the limits""");
    }

    @Test
    void aSymbolThatTheModelDoesNotKnow() {
        Path file = DataErrors.file(folder, "new.txt", "ab\n\nax\n");
        Vocabulary vocabulary = Vocabulary.builder(Level.CHARACTER)
                .with(SpecialSymbol.END)
                .count("ab")
                .build();
        assertMessage(folder, () -> source(file, Map.of()).readWhole(file, Encoding.nextSymbol(vocabulary)), """
                Symbol 'x' is not in the vocabulary (DIR/new.txt:3)
                  position    character 2 of 'ax'
                  vocabulary  3 characters: <EOS> a b
                  fix         remove the symbol, or train with "unknown": true in "data\"""");
    }

    @Test
    void aModelOfAnotherKind() {
        Path file = DataErrors.file(folder, "kind.txt", "ab\n");
        Feature numbers = new Feature.Numbers(3);
        assertMessage(
                () -> source(file, Map.of()).readWhole(file, new Encoding(numbers, new Feature.Numbers(1), false)),
                """
                Data of type 'lines' does not fit the model
                  model reads  3 numbers
                  model says   1 number
                  fix          use the kind of data that the model was trained with""");
    }

    @Test
    void aModelOfRunningText() {
        Path file = DataErrors.file(folder, "text.txt", "ab\n");
        Vocabulary vocabulary = Vocabulary.builder(Level.CHARACTER).count("ab").build();
        assertMessage(() -> source(file, Map.of()).readWhole(file, Encoding.nextSymbol(vocabulary)), """
                Data of type 'lines' does not fit the model
                  vocabulary  2 characters, without an end symbol
                  fix         use data of type 'text', which the model was trained with""");
    }
}
