package org.rnn4j.benchmarks.report;

import static org.rnn4j.benchmarks.report.Markdown.geometricMean;
import static org.rnn4j.benchmarks.report.Markdown.number;
import static org.rnn4j.benchmarks.report.Markdown.percent;
import static org.rnn4j.benchmarks.report.Markdown.ratio;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.rnn4j.benchmarks.report.Results.Key;

/** The tables of a report by the name of their place. A table is empty if nothing was measured for it. */
final class Tables {
    private static final String MILLIS = "medianMillis";
    private static final String OWN = "ownLstm";
    private static final String BUILT_IN = "lstm";

    private final Results results;

    Tables(Results results) {
        this.results = results;
    }

    Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("train", compared("train"));
        all.put("infer", compared("infer"));
        all.put("own", own());
        all.put("pairs", numbers("pairs", List.of("ratio")));
        all.put("lengths", numbers("lengths", List.of("fullMillis", "ratio", "stepsShare")));
        all.put("memory", numbers("memory", List.of("allocatedBytesPerStep", "heapBytes", "neededBytes", "ratio")));
        all.put(
                "recompute",
                numbers("recompute", List.of("heapBytes", "heapBytesKept", "memoryRatio", "millisKept", "timeRatio")));
        all.put("stream", compared("stream"));
        all.put("vocabulary", numbers("vocabulary", List.of("ratio", "ratioSgd", "ratioAdam")));
        all.put("job", job());
        return all;
    }

    private Key key(String engine, Key like) {
        return new Key(engine, like.cell(), like.mode(), like.name());
    }

    /** A line for each cell and row: ours, then the others with how many times as long they take. */
    private String compared(String mode) {
        List<String> ours = results.ours(mode);
        if (ours.isEmpty()) return "";
        // Those that ran nothing but a cell of their own have a table of their own.
        List<String> peers = results.peers(mode).stream()
                .filter(peer -> rows(mode).stream()
                        .anyMatch(row -> results.median(key(peer, row), MILLIS).isPresent()))
                .toList();
        List<String> heads = new ArrayList<>(List.of("cell", "row"));
        ours.forEach(e -> heads.addAll(List.of(e + ", ms", "GFLOP/s", "share")));
        peers.forEach(e -> {
            heads.add(e + ", ms");
            ours.forEach(o -> heads.add("× " + o));
        });
        Markdown table = new Markdown(2, heads);
        for (Key row : rows(mode)) {
            List<String> cells = new ArrayList<>(List.of(row.cell(), row.name()));
            for (String engine : ours) {
                cells.add(number(results.median(key(engine, row), MILLIS), 3));
                cells.add(number(results.median(key(engine, row), "gflops"), 0));
                cells.add(percent(results.median(key(engine, row), "share")));
            }
            for (String peer : peers) {
                OptionalDouble theirs = results.median(key(peer, row), MILLIS);
                cells.add(number(theirs, 3));
                ours.forEach(o -> cells.add(number(ratio(results.median(key(o, row), MILLIS), theirs), 2)));
            }
            table.row(cells);
        }
        return table + "\n" + means(mode, ours, peers);
    }

    /** The cells and rows of a mode, each once, those that are compared only. */
    private List<Key> rows(String mode) {
        Set<Key> rows = new LinkedHashSet<>();
        for (Key key : results.keys(mode)) {
            if (!key.cell().equals(OWN) && Results.isOurs(key.engine())) {
                rows.add(new Key("", key.cell(), key.mode(), key.name()));
            }
        }
        return List.copyOf(rows);
    }

    private String means(String mode, List<String> ours, List<String> peers) {
        StringBuilder text = new StringBuilder();
        for (String peer : peers) {
            for (String engine : ours) {
                double[] ratios = rows(mode).stream()
                        .map(row ->
                                ratio(results.median(key(engine, row), MILLIS), results.median(key(peer, row), MILLIS)))
                        .filter(OptionalDouble::isPresent)
                        .mapToDouble(OptionalDouble::getAsDouble)
                        .sorted()
                        .toArray();
                if (ratios.length == 0) continue;
                text.append("- ")
                        .append(engine)
                        .append(" against ")
                        .append(peer)
                        .append(": geometric mean ");
                text.append(number(geometricMean(ratios), 2)).append(", lowest ");
                text.append(number(OptionalDouble.of(ratios[0]), 2)).append(", ");
                text.append(ratios.length).append(" rows.\n");
            }
        }
        return text.toString();
    }

    /** The own cell beside the built-in one, and beside the faster way to write it elsewhere. */
    private String own() {
        List<String> ours = results.ours("train");
        Set<String> modes = new LinkedHashSet<>(List.of("train", "infer"));
        Markdown table = new Markdown(
                3,
                List.of(
                        "engine",
                        "mode",
                        "row",
                        "ownLstm, ms",
                        "lstm, ms",
                        "own / built in",
                        "own elsewhere, ms",
                        "×"));
        boolean any = false;
        for (String engine : ours) {
            for (String mode : modes) {
                for (Key row : results.keys(mode)) {
                    if (!row.cell().equals(OWN) || !row.engine().equals(engine)) continue;
                    any = true;
                    OptionalDouble own = results.median(row, MILLIS);
                    OptionalDouble builtIn = results.median(new Key(engine, BUILT_IN, mode, row.name()), MILLIS);
                    OptionalDouble theirs = fastest(row);
                    table.row(List.of(
                            engine,
                            mode,
                            row.name(),
                            number(own, 3),
                            number(builtIn, 3),
                            number(ratio(builtIn, own), 3),
                            number(theirs, 3),
                            number(ratio(own, theirs), 2)));
                }
            }
        }
        return any ? table.toString() : "";
    }

    private OptionalDouble fastest(Key row) {
        return results.peers(row.mode()).stream()
                .map(peer -> results.median(key(peer, row), MILLIS))
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .min();
    }

    /** A line for each engine, cell and row, with further numbers. */
    private String numbers(String mode, List<String> more) {
        List<Key> keys = results.keys(mode);
        if (keys.isEmpty()) return "";
        List<String> heads = new ArrayList<>(List.of("engine", "cell", "row", "ms"));
        heads.addAll(more);
        Markdown table = new Markdown(3, heads);
        for (Key key : keys) {
            List<String> cells = new ArrayList<>(List.of(key.engine(), key.cell(), key.name()));
            cells.add(number(results.median(key, MILLIS), 3));
            for (String name : more) cells.add(number(results.median(key, name), name.contains("ytes") ? 0 : 2));
            table.row(cells);
        }
        return table.toString();
    }

    private String job() {
        List<Key> keys = results.keys("job");
        if (keys.isEmpty()) return "";
        Markdown table = new Markdown(1, List.of("engine", "characters a second", "seconds", "steps", "loss"));
        for (Key key : keys) {
            table.row(List.of(
                    key.engine(),
                    number(results.median(key, "charactersPerSecond"), 0),
                    number(results.median(key, "seconds"), 1),
                    number(results.median(key, "steps"), 0),
                    number(results.median(key, "loss"), 3)));
        }
        return table.toString();
    }
}
