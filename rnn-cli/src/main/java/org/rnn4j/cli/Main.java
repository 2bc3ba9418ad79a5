package org.rnn4j.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Entry point of the {@code rnn} command. */
public final class Main {
    private Main() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] args) {
        // Read by LogSettings, so before anything logs.
        if (List.of(args).contains(Cli.DEBUG)) System.setProperty(LogSettings.LEVEL, "DEBUG");
        int code = new Cli().run(System.in, utf8(FileDescriptor.out), utf8(FileDescriptor.err), args);
        System.exit(code);
    }

    // Names and tables have letters and lines that are not ASCII, whatever the locale says.
    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
