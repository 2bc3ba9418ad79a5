package org.rnn4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three projects that use RNN4J as others do: compiled against the built jars of what they depend on and nothing else, and run
 * in a JVM of their own. Their sources are in {@code src/it}.
 */
final class ConsumersIT {
    private static final Path SOURCES = Path.of("src", "it");
    private static final Path BUILT = Path.of("target");

    /** What the command has beside rnn-core and what that needs. */
    private static final List<String> MORE_THAN_CORE = List.of(
            "rnn-cells-gru",
            "rnn-cells-lstm",
            "rnn-bidirectional",
            "rnn-examples",
            "picocli",
            "logback-classic",
            "logback-core");

    @TempDir
    Path folder;

    private Workspace workspace;

    @BeforeEach
    void prepare() {
        workspace = new Workspace(folder);
    }

    @Test
    void aProjectWithTheCoreAndOneModuleOfCellsTrains() {
        List<Path> jars = new ArrayList<>(core());
        jars.addAll(libraries(name -> name.equals("rnn-cells-lstm")));
        Path classes = compiled("trains-an-lstm", jars);
        Run run = run(and(jars, classes), "names.Names", workspace.path("names.txt"));
        assertEquals(
                new Run(0, "epochs: 6\nloss halved: true\ngru here: false\npicocli here: false\n", run.err()), run);
    }

    @Test
    void aProjectWithoutJsonTrainsItsOwnCell() {
        Path classes = compiled("without-json", core());
        Run run = run(and(core(), classes), "counting.Counting");
        assertEquals(
                new Run(0, "first loss above 1: true\nlast loss below 0.01: true\nones in 1011: 3\n", run.err()), run);
    }

    @Test
    void theCommandFindsTheCellOfAnotherJar() {
        Path classes = compiled("adds-a-cell", libraries(name -> name.equals("rnn-api")));
        List<Path> jars = and(command(), jar(classes));

        Run described = run(jars, "org.rnn4j.cli.Main", "components", "mgu");
        assertEquals(0, described.code(), described::err);
        assertTrue(described.out().contains("Minimal gated unit: one gate forgets and updates."), described::out);

        copy(SOURCES.resolve("adds-a-cell/config.json"), folder.resolve("own.json"));
        Run trained = run(
                jars,
                "org.rnn4j.cli.Main",
                "train",
                workspace.path("own.json"),
                "--run",
                workspace.path("run"),
                "--quiet");
        assertEquals(new Run(0, workspace.path("run/model.safetensors") + "\n", trained.err()), trained);

        Run sampled = run(jars, "org.rnn4j.cli.Main", "sample", workspace.path("run"), "--count", "2");
        assertEquals(2, sampled.out().lines().count(), sampled::toString);

        Run without = run(command(), "org.rnn4j.cli.Main", "sample", workspace.path("run"));
        assertEquals(2, without.code());
        assertTrue(without.err().contains("Unknown cell type 'mgu'"), without::err);
    }

    private static List<Path> core() {
        return libraries(name -> !MORE_THAN_CORE.contains(name));
    }

    private static List<Path> command() {
        List<Path> jars = new ArrayList<>(libraries(name -> true));
        jars.addAll(files(BUILT, name -> name.equals("rnn-cli")));
        return jars;
    }

    private static List<Path> libraries(Predicate<String> wanted) {
        return files(BUILT.resolve("lib"), wanted);
    }

    /** Jars of a folder by their names without version. */
    private static List<Path> files(Path from, Predicate<String> wanted) {
        try (Stream<Path> all = Files.list(from)) {
            return all.filter(jar -> jar.toString().endsWith(".jar"))
                    .filter(jar -> wanted.test(jar.getFileName().toString().replaceFirst("-\\d.*", "")))
                    .map(Path::toAbsolutePath)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> and(List<Path> jars, Path more) {
        List<Path> all = new ArrayList<>(jars);
        all.add(more);
        return all;
    }

    private static String classPath(List<Path> jars) {
        return String.join(File.pathSeparator, jars.stream().map(Path::toString).toList());
    }

    /** Compiles a project, without a warning. */
    private Path compiled(String project, List<Path> jars) {
        Path classes = folder.resolve(project);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> sources = Files.walk(SOURCES.resolve(project))) {
            Files.createDirectories(classes);
            List<Path> java =
                    sources.filter(file -> file.toString().endsWith(".java")).toList();
            List<String> options = List.of(
                    "-cp",
                    classPath(jars),
                    "-d",
                    classes.toString(),
                    "--release",
                    "17",
                    "-Xlint:all,-options",
                    "-Werror");
            boolean done = compiler.getTask(
                            messages, files, null, options, null, files.getJavaFileObjectsFromPaths(java))
                    .call();
            assertTrue(done, messages::toString);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return classes;
    }

    /** A jar of the classes and the service file of the project that adds a cell. */
    private Path jar(Path classes) {
        Path jar = folder.resolve("minimal.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(file);
                Stream<Path> all = Files.walk(classes)) {
            for (Path each : all.filter(Files::isRegularFile).sorted().toList()) {
                add(entries, classes.relativize(each).toString(), each);
            }
            String services = "META-INF/services/org.rnn4j.api.CellProvider";
            add(entries, services, SOURCES.resolve("adds-a-cell").resolve(services));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return jar;
    }

    private static void add(JarOutputStream entries, String name, Path file) throws IOException {
        entries.putNextEntry(new JarEntry(name.replace(File.separatorChar, '/')));
        Files.copy(file, entries);
        entries.closeEntry();
    }

    private static void copy(Path from, Path to) {
        try {
            Files.copy(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a program; without the Vector API, as somebody does who has not read about it. */
    private Run run(List<Path> jars, String main, String... args) {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dfile.encoding=UTF-8",
                "-cp",
                classPath(jars),
                main));
        line.addAll(List.of(args));
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        try {
            Process process = new ProcessBuilder(line)
                    .directory(folder.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError(main + " did not end in two minutes\n" + Files.readString(err));
            }
            return new Run(process.exitValue(), Files.readString(out), Files.readString(err));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
