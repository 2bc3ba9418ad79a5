package org.rnn4j.core.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.ModelFormatException;
import org.rnn4j.api.RnnException;

/**
 * The folder of a training run:
 * <pre>
 * config.json         the configuration, all defaults filled in
 * model.safetensors   the model
 * checkpoints/        what training can be resumed from
 * metrics.jsonl       what each epoch brought, one JSON object a line
 * report.html         the same to look at
 * </pre>
 *
 * <p>A run never writes into a folder that holds something else. Immutable.
 *
 * @param path of the folder
 */
public record RunFolder(Path path) {
    private static final String CHECKPOINT = "epoch-%06d.safetensors";
    private static final int MOST_NAMED = 5;

    /**
     * A folder for a new run; it is not created yet.
     *
     * @throws RnnException if there is something in it
     */
    public static RunFolder fresh(Path path) {
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new RnnException(ErrorMessage.of("A file, not a folder for a run: " + path)
                    .fix("name a folder that is empty, or does not exist")
                    .toString());
        }
        List<String> names = Files.exists(path) ? names(path) : List.of();
        if (!names.isEmpty()) {
            throw new RnnException(ErrorMessage.of("The folder for the run is not empty: " + path)
                    .fact("in it", String.join(", ", names.subList(0, Math.min(MOST_NAMED, names.size()))))
                    .fix("name another folder, or go on with the run in it: --resume")
                    .toString());
        }
        return new RunFolder(path);
    }

    /**
     * The first of {@code parent/name-1}, {@code parent/name-2} … that is free; it is created at once, so that two runs that
     * begin together have two folders.
     */
    public static RunFolder numbered(Path parent, String name) {
        try {
            Files.createDirectories(parent);
            for (int number = 1; ; number++) {
                Path path = parent.resolve(name + "-" + number);
                try {
                    return new RunFolder(Files.createDirectory(path));
                } catch (FileAlreadyExistsException e) {
                    continue;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The folder of a run that has begun.
     *
     * @throws RnnException if there is no such folder, or no run in it
     */
    public static RunFolder existing(Path path) {
        RunFolder folder = new RunFolder(path);
        if (Files.isRegularFile(folder.config())) return folder;
        throw new RnnException(
                ErrorMessage.of(Files.isDirectory(path) ? "No run in the folder " + path : "No such folder: " + path)
                        .fact("looked for", folder.config())
                        .fix("name the folder of a run that 'rnn train' began")
                        .toString());
    }

    /**
     * The model file that a user means: a file, or that of a run.
     *
     * @throws ModelFormatException if there is none
     */
    public static Path modelFile(Path fileOrFolder) {
        if (Files.isRegularFile(fileOrFolder)) return fileOrFolder;
        boolean folder = Files.isDirectory(fileOrFolder);
        Path model = new RunFolder(fileOrFolder).model();
        if (folder && Files.isRegularFile(model)) return model;
        throw new ModelFormatException(
                ErrorMessage.of(folder ? "No model in the folder " + fileOrFolder : "No such model: " + fileOrFolder)
                        .fact(
                                "looked for",
                                folder ? model : fileOrFolder.toAbsolutePath().normalize())
                        .fix("name a run folder or a model file that 'rnn train' wrote")
                        .toString());
    }

    /** The configuration. */
    public Path config() {
        return path.resolve("config.json");
    }

    /** The model. */
    public Path model() {
        return path.resolve("model.safetensors");
    }

    /** What each epoch brought. */
    public Path metrics() {
        return path.resolve("metrics.jsonl");
    }

    /** The same to look at. */
    public Path report() {
        return path.resolve("report.html");
    }

    /** The folder of checkpoints. */
    public Path checkpoints() {
        return path.resolve("checkpoints");
    }

    /** The checkpoint after some epochs. */
    Path checkpoint(int epochs) {
        return checkpoints().resolve(String.format(CHECKPOINT, epochs));
    }

    /** Creates the folder and that of the checkpoints. */
    void create() {
        try {
            Files.createDirectories(checkpoints());
        } catch (IOException e) {
            throw new RnnException(
                    ErrorMessage.of("Cannot create the folder " + checkpoints())
                            .fact("reason", e)
                            .fix("choose another folder, or change the rights of the one that it is in")
                            .toString(),
                    e);
        }
    }

    /** The newest checkpoint, if there is one. */
    Optional<Path> latestCheckpoint() {
        return checkpointFiles().stream().findFirst();
    }

    /** Deletes all checkpoints but the newest. */
    void keepCheckpoints(int count) {
        for (Path old : checkpointFiles().stream().skip(count).toList()) {
            try {
                Files.deleteIfExists(old);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private List<Path> checkpointFiles() {
        if (!Files.isDirectory(checkpoints())) return List.of();
        return names(checkpoints()).stream()
                .filter(name -> name.startsWith("epoch-") && name.endsWith(".safetensors"))
                .sorted(Comparator.reverseOrder())
                .map(checkpoints()::resolve)
                .toList();
    }

    private static List<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
