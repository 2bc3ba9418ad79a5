package org.rnn4j.core.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.rnn4j.api.Config;
import org.rnn4j.api.Option;

/**
 * Validation and test in files of their own, beside whatever is kept of the first file. What a model must remember comes
 * from the first file alone.
 */
public final class HeldOutFiles implements DataSource {
    static final Option<Optional<Path>> VALIDATION_FILE = Option.path(
                    "validationFile", "file of the same form for validation, in place of a share")
            .maybe();
    static final Option<Optional<Path>> TEST_FILE = Option.path(
                    "testFile", "file of the same form for the test, in place of a share")
            .maybe();

    private final DataSource first;
    private final Optional<Path> validation;
    private final Optional<Path> test;

    private HeldOutFiles(DataSource first, Optional<Path> validation, Optional<Path> test) {
        this.first = first;
        this.validation = validation;
        this.test = test;
    }

    /** The source, with the files that a configuration names. */
    public static DataSource of(Config config, DataSource source) {
        Optional<Path> validation = config.get(VALIDATION_FILE);
        Optional<Path> test = config.get(TEST_FILE);
        return validation.isEmpty() && test.isEmpty() ? source : new HeldOutFiles(source, validation, test);
    }

    /** The options of every source of data in files: shares and files for validation and test. */
    public static List<Option<?>> options() {
        return List.of(Shares.VALIDATION, Shares.TEST, VALIDATION_FILE, TEST_FILE);
    }

    @Override
    public Dataset read(long seed, Optional<Encoding> known) {
        Dataset dataset = first.read(seed, known);
        Encoding encoding = dataset.encoding();
        return new Dataset(
                encoding,
                dataset.training(),
                validation.map(file -> first.readWhole(file, encoding)).or(dataset::validation),
                test.map(file -> first.readWhole(file, encoding)).or(dataset::test));
    }

    @Override
    public DataPart readWhole(Path file, Encoding known) {
        return first.readWhole(file, known);
    }
}
