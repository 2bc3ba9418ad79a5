package org.rnn4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kernels are chosen once a process, so this needs one of its own. */
final class KernelsErrorTest {
    @TempDir
    Path folder;

    private record Ended(int code, String err) {}

    private static Ended run(String kernels, String... args) throws Exception {
        List<String> command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Drnn.kernels=" + kernels,
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Main.class.getName()));
        command.addAll(List.of(args));
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), err);
    }

    @Test
    void unknownKernelsAreTheUsersMistake() throws Exception {
        Workspace workspace = new Workspace(folder);
        for (List<String> args : List.of(
                List.of("doctor"),
                List.of("train", workspace.path("config.json"), "--run", workspace.path("run"), "--quiet"))) {
            Ended ended = run("WRONG", args.toArray(new String[0]));
            assertEquals(Cli.MISTAKE, ended.code(), ended.err());
            assertTrue(ended.err().contains("Unknown kernels 'WRONG' in -Drnn.kernels"), ended.err());
            assertTrue(ended.err().contains("available  scalar, vector"), ended.err());
        }
    }

    @Test
    void kernelsThatDoNotRunHereAreTheUsersMistake() throws Exception {
        Ended ended = run("vector", "doctor");
        assertEquals(Cli.MISTAKE, ended.code(), ended.err());
        assertTrue(ended.err().contains("--add-modules jdk.incubator.vector"), ended.err());
    }
}
