package org.rnn4j.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;

/**
 * All commands. Immutable; runs a command as often as one likes, for in a test there is no process to end.
 *
 * <p>Exit codes: 0; 2 for a mistake of the user's, which the message explains; 1 for one of ours, and for a check that has
 * failed.
 */
public final class Cli {
    /** Everything went well. */
    public static final int OK = 0;
    /** A mistake of ours, or a check that has failed. */
    public static final int FAILED = 1;
    /** A mistake of the user's. */
    public static final int MISTAKE = 2;

    static final String DEBUG = "--debug";
    /** How the user calls the command; the launcher says so. */
    static final String COMMAND = System.getProperty("rnn.command", "rnn");

    /**
     * Runs a command that reads nothing from the standard input.
     *
     * @param out takes results
     * @param err takes errors and progress
     * @param args as on the command line
     * @return the exit code
     */
    public int run(PrintStream out, PrintStream err, String... args) {
        return run(InputStream.nullInputStream(), out, err, args);
    }

    /**
     * Runs a command.
     *
     * @param in what a command reads that reads from the standard input
     * @param out takes results
     * @param err takes errors and progress
     * @param args as on the command line
     * @return the exit code
     */
    public int run(InputStream in, PrintStream out, PrintStream err, String... args) {
        Console console = new Console(in, out, err);
        CommandLine commands = commands(console);
        try {
            return commands.execute(args);
        } catch (Error e) {
            return new Failures(console).report(e, List.of(args).contains(DEBUG));
        } finally {
            out.flush();
            err.flush();
        }
    }

    private static CommandLine commands(Console console) {
        Failures failures = new Failures(console);
        return new CommandLine(new RnnCommand())
                .setCommandName(COMMAND)
                .addSubcommand(new TrainCommand(console))
                .addSubcommand(new SampleCommand(console))
                .addSubcommand(new EvaluateCommand(console))
                .addSubcommand(new ScoreCommand(console))
                .addSubcommand(new AttentionCommand(console))
                .addSubcommand(new StreamCommand(console))
                .addSubcommand(new DescribeCommand(console))
                .addSubcommand(new InspectCommand(console))
                .addSubcommand(new ComponentsCommand(console))
                .addSubcommand(new CheckCommand(console))
                .addSubcommand(new DoctorCommand(console))
                .addSubcommand(new BenchCommand(console))
                .setOut(writer(console.out()))
                .setErr(writer(console.err()))
                .setUsageHelpAutoWidth(true)
                .setExecutionExceptionHandler(failures)
                .setParameterExceptionHandler(failures);
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }
}
