package org.rnn4j.cli;

import java.io.Console;

/** Whether a person looks on. */
final class Terminal {
    private Terminal() {}

    /** True if the standard output is a terminal. */
    static boolean isThere() {
        Console console = System.console();
        if (console == null) return false;
        try {
            // Since JDK 22 there may be a console without a terminal, and a method that tells; this is compiled for 17.
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
