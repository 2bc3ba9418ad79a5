package org.rnn4j.cli;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.rnn4j.core.config.Reference;
import org.rnn4j.core.kernel.KernelChoice;
import org.rnn4j.core.kernel.KernelLookup;
import org.rnn4j.core.train.Components;
import picocli.CommandLine.Command;

/** {@code rnn doctor}. */
@Command(
        name = "doctor",
        description = "Look at this machine: Java, kernels and why they were chosen, memory, speed, components, hints.")
final class DoctorCommand implements Callable<Integer> {
    private static final long LITTLE_MEMORY = 1L << 30;

    private final Console console;

    DoctorCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        KernelChoice choice = KernelLookup.choice();
        console.line("RNN4J " + Version.ofRnn4j() + "\n");
        console.line(machine(choice).toString());
        console.line("\n" + ProductRate.DESCRIPTION);
        console.line(rates(choice).toString());
        if (Runtime.getRuntime().availableProcessors() > 1) {
            console.line(
                    "\nFrom one thread to another a number takes " + Units.number(ThreadLatency.nanos(), 0) + " ns");
        }
        console.line("\n" + components());
        List<String> hints = hints(choice);
        console.line(hints.isEmpty() ? "\nNo hints: all is well." : "\nHints");
        hints.forEach(hint -> console.line("  " + hint));
        return Cli.OK;
    }

    private static Table machine(KernelChoice choice) {
        Runtime runtime = Runtime.getRuntime();
        return Table.facts()
                .row("Java", Version.ofJava())
                .row("System", property("os.name") + " " + property("os.version") + ", " + property("os.arch"))
                .row("Processors", runtime.availableProcessors())
                .row("Memory", Units.bytes(runtime.maxMemory()) + " for the heap at most")
                .row("Encoding", encoding())
                .row("Kernels", choice.name() + ": " + choice.reason());
    }

    private static Table rates(KernelChoice choice) {
        int processors = Runtime.getRuntime().availableProcessors();
        ProductRate.warmUp(choice.kernels());
        double one = ProductRate.measure(choice.kernels(), 1);
        Table rates = Table.of("threads>", "GFLOP/s>", "per thread>").row(1, rate(one), rate(one));
        if (processors > 1) {
            double all = ProductRate.measure(choice.kernels(), processors);
            rates.row(processors, rate(all), rate(all / processors));
        }
        return rates;
    }

    private static String components() {
        Map<String, List<String>> byJar = Reference.all(Components.registry()).stream()
                .collect(Collectors.groupingBy(
                        Reference::jar, TreeMap::new, Collectors.mapping(Reference::type, Collectors.toList())));
        Table table = Table.of("components from", "number>", "types");
        byJar.forEach((jar, types) -> table.row(jar, types.size(), shortened(types)));
        return table.toString();
    }

    private static String shortened(List<String> types) {
        int most = 6;
        String some = types.stream().limit(most).collect(Collectors.joining(", "));
        return types.size() > most ? some + ", …" : some;
    }

    private static List<String> hints(KernelChoice choice) {
        List<String> hints = new ArrayList<>();
        if (choice.fallback()) hints.add("Kernels: " + choice.reason() + ".");
        if (Runtime.getRuntime().maxMemory() < LITTLE_MEMORY) {
            hints.add("Memory: less than 1 GiB for the heap; allow more with RNN_JAVA_OPTS=-Xmx4g.");
        }
        if (Runtime.getRuntime().availableProcessors() == 1) {
            hints.add("Processors: Java sees one; -XX:ActiveProcessorCount says otherwise if that is wrong.");
        }
        if (!property("sun.jnu.encoding").equalsIgnoreCase("UTF-8")) {
            hints.add("Encoding: texts on the command line are read as " + property("sun.jnu.encoding")
                    + "; set LC_ALL=C.UTF-8 for letters beyond ASCII.");
        }
        return hints;
    }

    private static String encoding() {
        String files = Charset.defaultCharset().equals(StandardCharsets.UTF_8)
                ? ""
                : ", default of Java " + Charset.defaultCharset();
        return "UTF-8 for files and output, " + property("sun.jnu.encoding") + " for arguments" + files;
    }

    private static String property(String name) {
        return System.getProperty(name, "unknown");
    }

    private static String rate(double flops) {
        return Units.number(flops / 1e9, 1);
    }
}
