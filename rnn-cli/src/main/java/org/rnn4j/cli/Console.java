package org.rnn4j.cli;

import java.io.InputStream;
import java.io.PrintStream;

/**
 * Where a command reads and writes. Lines end as on Unix on every system, so that results can be compared.
 *
 * @param in what is read, by commands that read from the standard input
 * @param out results
 * @param err errors and progress
 */
record Console(InputStream in, PrintStream out, PrintStream err) {
    /** Without anything to read. */
    Console(PrintStream out, PrintStream err) {
        this(InputStream.nullInputStream(), out, err);
    }

    /** One line, or several, of the result. */
    void line(String text) {
        out.print(text + "\n");
    }

    /** An empty line of the result. */
    void line() {
        out.print("\n");
    }

    /** One line, or several, that do not belong to the result. */
    void note(String text) {
        err.print(text + "\n");
        err.flush();
    }
}
