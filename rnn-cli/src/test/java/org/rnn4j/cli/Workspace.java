package org.rnn4j.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A folder with a tiny task: names of three syllables, and a configuration that learns them in a moment. */
final class Workspace {
    private static final String[] SYLLABLES = {"ta", "no", "ri", "sau", "rus"};

    private static final String CONFIG = """
            {
              "format": "rnn4j/1",
              "seed": 7,
              "threads": 1,
              "data": { "type": "lines", "file": "names.txt" },
              "model": {
                "type": "languageModel",
                "layers": [ { "type": "recurrent", "cell": { "type": "gru", "hiddenSize": 12 } } ]
              },
              "optimizer": { "type": "adam", "learningRate": 0.02 },
              "training": { "epochs": 2, "batchSize": 8 }
            }
            """;

    private final Path folder;

    Workspace(Path folder) {
        this.folder = folder;
        write("names.txt", names());
        write("config.json", CONFIG);
    }

    private static String names() {
        return IntStream.range(0, 125)
                .mapToObj(i -> SYLLABLES[i % 5] + SYLLABLES[i / 5 % 5] + SYLLABLES[i / 25] + "\n")
                .collect(Collectors.joining());
    }

    Path folder() {
        return folder;
    }

    String path(String name) {
        return folder.resolve(name).toString();
    }

    Path write(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String read(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A configuration with a piece of text replaced. */
    String configWith(String what, String by) {
        if (!CONFIG.contains(what)) throw new IllegalArgumentException(what);
        return write("wrong.json", CONFIG.replace(what, by)).toString();
    }

    /** Trains into the folder {@code run}. */
    Workspace trained() {
        Run run = Run.of("train", path("config.json"), "--run", path("run"), "--quiet");
        if (run.code() != Cli.OK) throw new IllegalStateException(run.toString());
        return this;
    }

    /** Every file and the time and size of it, to see what a command has touched. */
    TreeMap<String, String> files() {
        TreeMap<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
                files.put(folder.relativize(file).toString(), Files.getLastModifiedTime(file) + " " + Files.size(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }
}
