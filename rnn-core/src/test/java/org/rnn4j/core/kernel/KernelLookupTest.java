package org.rnn4j.core.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class KernelLookupTest {
    @Test
    void vectorKernelsAreChosenWhereTheModuleIs() {
        KernelChoice choice = KernelLookup.choose("");
        assertTrue(choice.name().startsWith("vector "), choice.toString());
        assertFalse(choice.fallback());
        assertEquals(choice.name(), choice.kernels().name());
    }

    @Test
    void scalarKernelsCanBeForced() {
        KernelChoice choice = KernelLookup.choose("scalar");
        assertEquals("scalar", choice.name());
        assertEquals("forced by -Drnn.kernels=scalar", choice.reason());
        assertFalse(choice.fallback());
    }

    @Test
    void vectorKernelsCanBeForced() {
        assertEquals(
                "forced by -Drnn.kernels=vector", KernelLookup.choose("vector").reason());
    }

    @Test
    void unknownKernelsAreRefused() {
        Exception e = assertThrows(IllegalArgumentException.class, () -> KernelLookup.choose("gpu"));
        assertEquals(
                "Unknown kernels 'gpu' in -Drnn.kernels\n  available  scalar, vector"
                        + "\n  fix        leave it out for the fastest that run here",
                e.getMessage());
    }

    @Test
    void choiceIsMadeOnce() {
        assertSame(KernelLookup.kernels(), KernelLookup.choice().kernels());
    }

    @Test
    void withoutTheModuleTheFallbackNamesTheFlag() throws IOException, InterruptedException {
        String printed = runWithoutModule("");
        assertTrue(
                printed.contains("scalar, the module jdk.incubator.vector is not there; "
                        + "start java with --add-modules jdk.incubator.vector for SIMD kernels, fallback true"),
                printed);
    }

    @Test
    void withoutTheModuleForcedVectorKernelsAreAnError() throws IOException, InterruptedException {
        String printed = runWithoutModule("vector");
        assertTrue(printed.contains("No vector kernels, but -Drnn.kernels=vector"), printed);
    }

    private static String runWithoutModule(String forced) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                                .replace('\n', File.pathSeparatorChar),
                        "-D" + KernelLookup.PROPERTY + "=" + forced,
                        Main.class.getName()))
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return printed;
    }

    /** Prints the choice of a fresh process. */
    static final class Main {
        public static void main(String[] args) {
            KernelChoice choice = KernelLookup.choose(System.getProperty(KernelLookup.PROPERTY));
            System.out.println(choice.name() + ", " + choice.reason() + ", fallback " + choice.fallback());
        }
    }
}
