package org.rnn4j.core.config;

import java.nio.file.Path;

/**
 * Where configuration text comes from.
 *
 * @param name as error messages show it: a file name as the user wrote it, {@code --set} or {@code code}
 * @param folder what relative paths in the configuration are relative to
 */
public record Source(String name, Path folder) {
    /** Configurations that a program puts together; their paths are relative to the working folder. */
    public static final Source CODE = new Source("code", Path.of(""));

    /** A file, and its folder. */
    public static Source file(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        return new Source(file.toString(), folder == null ? file.toAbsolutePath() : folder);
    }

    /** Values of the command line, which mean what they would mean in the configuration itself. */
    Source override() {
        return new Source("--set", folder);
    }
}
