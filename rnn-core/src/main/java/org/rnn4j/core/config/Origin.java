package org.rnn4j.core.config;

import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.security.CodeSource;

/**
 * Where a provider's class comes from.
 *
 * @param name the jar's file name, or the folder of classes; {@code unknown} for classes made at run time
 * @param location the whole path
 */
record Origin(String name, String location) {
    private static final Origin UNKNOWN = new Origin("unknown", "unknown");

    static Origin of(Object provider) {
        CodeSource source = provider.getClass().getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) return UNKNOWN;
        String location;
        try {
            location = Path.of(source.getLocation().toURI()).toString();
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
            location = source.getLocation().toString();
        }
        return new Origin(location.endsWith(".jar") ? fileName(location) : location, location);
    }

    private static String fileName(String location) {
        return location.substring(Math.max(location.lastIndexOf('/'), location.lastIndexOf('\\')) + 1);
    }
}
