package org.rnn4j.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.RnnException;
import org.rnn4j.core.kernel.UnusableKernelsException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what went wrong into a message and an exit code; the stack trace is shown only on request. */
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {
    private final Console console;

    Failures(Console console) {
        this.console = console;
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
        boolean debug = parsed.originalArgs().contains(Cli.DEBUG);
        return e instanceof ParameterException usage ? usage(usage, debug) : report(e, debug);
    }

    @Override
    public int handleParseException(ParameterException e, String[] args) {
        return usage(e, List.of(args).contains(Cli.DEBUG));
    }

    private int usage(ParameterException e, boolean debug) {
        ErrorMessage message = e instanceof UnmatchedArgumentException unmatched
                ? unmatched(unmatched)
                : ErrorMessage.of(String.valueOf(e.getMessage()).strip());
        String name = e.getCommandLine().getCommandSpec().qualifiedName();
        console.note(message.fix("see " + name + " --help").toString());
        if (debug) e.printStackTrace(console.err());
        return Cli.MISTAKE;
    }

    private static ErrorMessage unmatched(UnmatchedArgumentException e) {
        String given = e.getUnmatched().get(0);
        boolean command = !e.getCommandLine().getSubcommands().isEmpty();
        String what = e.isUnknownOption() ? "Unknown option" : command ? "Unknown command" : "Too many arguments:";
        ErrorMessage message = ErrorMessage.of(what + " '" + given + "'");
        List<String> near = e.getSuggestions();
        if (!near.isEmpty()) message.fact("did you mean", near.get(0));
        return message;
    }

    /** Reports anything else. */
    int report(Throwable e, boolean debug) {
        Optional<String> mistake = mistake(e);
        console.note(mistake.orElseGet(() -> ours(e)));
        if (debug) e.printStackTrace(console.err());
        return mistake.isPresent() ? Cli.MISTAKE : Cli.FAILED;
    }

    /** The message, if the user can do something about it. */
    private static Optional<String> mistake(Throwable e) {
        if (e instanceof RnnException || e instanceof UnusableKernelsException) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
        if (e instanceof UncheckedIOException unchecked && unchecked.getCause() != null) {
            return Optional.of(file(unchecked.getCause()));
        }
        if (e instanceof IOException io) return Optional.of(file(io));
        if (e instanceof OutOfMemoryError) return Optional.of(outOfMemory());
        return Optional.empty();
    }

    private static String file(IOException e) {
        String what = e instanceof FileSystemException file && file.getFile() != null ? file.getFile() : e.getMessage();
        if (e instanceof NoSuchFileException || e instanceof FileNotFoundException) {
            return ErrorMessage.of("No such file: " + what)
                    .fix("correct the name")
                    .toString();
        }
        if (e instanceof AccessDeniedException) {
            return ErrorMessage.of("Access denied: " + what)
                    .fix("check that you may read and write it")
                    .toString();
        }
        return ErrorMessage.of("A file cannot be read or written")
                .fact("reason", e)
                .fix("check the file and the space on its disk")
                .toString();
    }

    private static String outOfMemory() {
        return ErrorMessage.of("Not enough memory")
                .fact("heap", Units.bytes(Runtime.getRuntime().maxMemory()))
                .fix("allow more, as with RNN_JAVA_OPTS=-Xmx8g, or make the batch or the model smaller")
                .toString();
    }

    private static String ours(Throwable e) {
        return ErrorMessage.of("A mistake in RNN4J itself: " + e)
                .fix("run it again with " + Cli.DEBUG + ", and report what that shows")
                .toString();
    }
}
