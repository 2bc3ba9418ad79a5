package org.rnn4j.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rnn4j.core.kernel.KernelLookup;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Writes tables into a page, between {@code <!-- results: train -->} and {@code <!-- end of results -->}. A table for which
 * there are no lines stays as it is.
 */
@Command(name = "report", mixinStandardHelpOptions = true)
public final class Report implements Callable<Integer> {
    private static final Pattern PLACE =
            Pattern.compile("(<!-- results: (\\w+) -->\\R)(.*?)(<!-- end of results -->)", Pattern.DOTALL);

    @Parameters(index = "0", description = "The page, such as docs/benchmarks.md.")
    private Path page = Path.of("");

    @Parameters(index = "1..*", description = "Files of JSON lines.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--fact", description = "A line about machine or versions, such as PyTorch=2.13.0.")
    private Map<String, String> facts = new LinkedHashMap<>();

    private Report() {}

    /** Writes the page. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Report()).execute(args));
    }

    @Override
    public Integer call() throws IOException {
        Results results = Results.read(files);
        Map<String, String> tables = new Tables(results).all();
        tables.put("facts", facts(results));
        Files.writeString(page, filled(Files.readString(page), tables));
        return 0;
    }

    /** A page with other tables. */
    static String filled(String text, Map<String, String> tables) {
        return PLACE.matcher(text).replaceAll(place -> {
            String table = tables.getOrDefault(place.group(2), "");
            String content = table.isEmpty() ? place.group(3) : table;
            return Matcher.quoteReplacement(place.group(1) + content + place.group(4));
        });
    }

    private String facts(Results results) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("Processor", processor() + ", " + Runtime.getRuntime().availableProcessors() + " for the JVM");
        all.put(
                "System",
                System.getProperty("os.name") + " " + System.getProperty("os.version") + ", "
                        + System.getProperty("os.arch"));
        all.put("Kernels", KernelLookup.choice().name());
        all.putAll(facts);
        all.put("Rounds", "median of " + results.rounds());
        Markdown table = new Markdown(2, List.of("", ""));
        all.forEach((label, fact) -> table.row(List.of(label, fact)));
        return table.toString();
    }

    private static String processor() {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/cpuinfo"))) {
                if (line.startsWith("model name"))
                    return line.substring(line.indexOf(':') + 1).strip();
            }
            return "unknown";
        } catch (IOException e) {
            return "unknown";
        }
    }
}
