package org.rnn4j.benchmarks.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReportTest {
    @TempDir
    private Path folder;

    private Path lines(String file, String... lines) throws IOException {
        return Files.write(folder.resolve(file), List.of(lines));
    }

    private static String line(String engine, String cell, double millis) {
        return "{\"engine\": \"" + engine + "\", \"cell\": \"" + cell + "\", \"mode\": \"train\", \"name\": \"small\", "
                + "\"medianMillis\": " + millis + ", \"gflops\": 10}";
    }

    @Test
    void othersAreComparedWithTheMediansOfOurs() throws IOException {
        Results results = Results.read(List.of(
                lines(
                        "rnn4j-jdk17.jsonl",
                        line("rnn4j", "lstm", 1),
                        line("rnn4j", "lstm", 9),
                        line("rnn4j", "lstm", 2)),
                lines("torch.jsonl", "not JSON", line("torch", "lstm", 5))));
        assertEquals("""
                | cell | row | rnn4j-jdk17, ms | GFLOP/s | share | torch, ms | × rnn4j-jdk17 |
                |---|---|---:|---:|---:|---:|---:|
                | lstm | small | 2.000 | 10 | – | 5.000 | 2.50 |

                - rnn4j-jdk17 against torch: geometric mean 2.50, lowest 2.50, 1 rows.
                """, new Tables(results).all().get("train"));
    }

    @Test
    void theOwnCellIsComparedWithTheBuiltInAndTheFasterElsewhere() throws IOException {
        Results results = Results.read(List.of(
                lines("rnn4j.jsonl", line("rnn4j", "lstm", 2), line("rnn4j", "ownLstm", 3)),
                lines("torch.jsonl", line("torch-script", "ownLstm", 12), line("torch-eager", "ownLstm", 9))));
        String table = new Tables(results).all().getOrDefault("own", "");
        assertTrue(table.endsWith("| rnn4j | train | small | 3.000 | 2.000 | 1.500 | 9.000 | 3.00 |\n"), table);
    }

    @Test
    void aPlaceWithoutLinesStaysAsItIs() {
        String page = """
                <!-- results: train -->
                Not measured yet.
                <!-- end of results -->
                <!-- results: infer -->
                Not measured yet.
                <!-- end of results -->
                """;
        assertEquals(
                page.replaceFirst("Not measured yet", "| \\$1 |"),
                Report.filled(page, Map.of("train", "| $1 |.\n", "infer", "")));
    }
}
