package org.rnn4j.cli.picture;

import java.nio.file.Path;
import java.util.Locale;
import org.rnn4j.api.ConfigException;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.core.io.AtomicFiles;

/** A file for a drawing, whose name says in which format. */
public final class PictureFile {
    private final Path file;
    private final Format format;

    private enum Format {
        SVG,
        PNG
    }

    private PictureFile(Path file, Format format) {
        this.file = file;
        this.format = format;
    }

    /**
     * Looks at the name of a file; writes nothing.
     *
     * @throws ConfigException if the name ends neither in {@code .svg} nor in {@code .png}
     */
    public static PictureFile of(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        for (Format format : Format.values()) {
            if (name.endsWith("." + format.name().toLowerCase(Locale.ROOT))) return new PictureFile(file, format);
        }
        throw new ConfigException(ErrorMessage.of("A picture is SVG or PNG, and its file's name says which")
                .fact("file", file)
                .fact("endings", ".svg, .png")
                .fix("give the name one of these endings")
                .toString());
    }

    /** Writes a drawing, wholly or not at all. */
    public void write(Drawing drawing) {
        switch (format) {
            case SVG -> AtomicFiles.writeString(file, SvgWriter.text(drawing));
            case PNG -> AtomicFiles.writeStream(file, out -> PngWriter.write(drawing, out));
        }
    }
}
