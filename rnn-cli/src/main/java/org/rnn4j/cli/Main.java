package org.rnn4j.cli;

/** The {@code rnn} command. */
public final class Main {
    private Main() {}

    /** Entry point of the launcher. */
    public static void main(String[] args) {
        System.out.println("rnn: no commands yet");
    }
}
