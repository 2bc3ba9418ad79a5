package org.rnn4j.core.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.rnn4j.api.expr.Matrix;
import org.rnn4j.api.expr.Node;
import org.rnn4j.api.expr.Operation;
import org.rnn4j.api.expr.Parameter;
import org.rnn4j.core.engine.Precision;
import org.rnn4j.core.trace.SequenceGraph;
import org.rnn4j.core.trace.SequenceGraph.Scan;

/** Describes a network in a table of its cells and maps. */
final class NetworkText {
    private record Row(String name, String kind, String output, String parameters, String products) {}

    private NetworkText() {}

    static String of(Network network) {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row("", "", "output", "parameters", "multiply-adds"));
        SequenceGraph graph = network.graph();
        long products = 0;
        for (Scan scan : graph.scans()) {
            rows.add(row(scan));
            products += products(scan);
        }
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "input %s of %,d%n",
                graph.input().isOneHot() ? "indices [T, B] into a vocabulary" : "vectors [T, B, size]",
                graph.input().size()));
        graph.sources()
                .forEach((name, source) -> text.append(String.format(
                        Locale.ROOT,
                        "source %s: %s of %,d%n",
                        name,
                        (source.isOneHot() ? "indices [" : "vectors [")
                                + (source.hasTime() ? name + ", B" : "B")
                                + (source.isOneHot() ? "] into a vocabulary" : ", size]"),
                        source.size())));
        rows.forEach(row -> append(text, row, rows));
        long bytes = network.parameterCount() * (network.precision() == Precision.FLOAT64 ? 8 : 4);
        text.append(String.format(
                Locale.ROOT,
                "%,d parameters, %,d bytes in %s, %,d multiply-adds a step%n",
                network.parameterCount(),
                bytes,
                network.precision(),
                products));
        return text.toString().replace(System.lineSeparator(), "\n");
    }

    private static Row row(Scan scan) {
        String kind = !scan.isRecurrent() ? "map" : scan.backward() ? "cell, backward" : "cell";
        String output = (scan.output().hasTime() ? "[" + scan.output().time() + ", B, " : "[B, ")
                + scan.output().size() + "]";
        long parameters =
                scan.graph().parameters().stream().mapToLong(Parameter::length).sum();
        return new Row(
                scan.graph().name(),
                kind,
                output,
                String.format(Locale.ROOT, "%,d", parameters),
                String.format(Locale.ROOT, "%,d", products(scan)));
    }

    /** Multiplications of matrix products for one example and step; a look-up has none. */
    private static long products(Scan scan) {
        long sum = 0;
        for (Node node : scan.graph().nodes()) {
            if (node.operation() != Operation.MATMUL || node.operand(0).isOneHot()) continue;
            sum += node.detail(Matrix.class).parameter().length();
        }
        return sum;
    }

    private static void append(StringBuilder text, Row row, List<Row> rows) {
        int name = rows.stream().mapToInt(r -> r.name().length()).max().orElse(0);
        int output = rows.stream().mapToInt(r -> r.output().length()).max().orElse(0);
        String line = String.format(
                Locale.ROOT,
                "  %-" + Math.max(1, name) + "s  %-14s  %-" + output + "s  %12s  %13s",
                row.name(),
                row.kind(),
                row.output(),
                row.parameters(),
                row.products());
        text.append(line.stripTrailing()).append('\n');
    }
}
