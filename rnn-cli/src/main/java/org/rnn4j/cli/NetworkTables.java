package org.rnn4j.cli;

import org.rnn4j.api.expr.Matrix;
import org.rnn4j.api.expr.Node;
import org.rnn4j.api.expr.Operation;
import org.rnn4j.api.expr.Parameter;
import org.rnn4j.core.engine.Precision;
import org.rnn4j.core.network.Network;
import org.rnn4j.core.trace.SequenceGraph.Scan;
import org.rnn4j.core.trace.StepGraph.State;

/** A network as tables. */
final class NetworkTables {
    private final Network network;

    NetworkTables(Network network) {
        this.network = network;
    }

    /** What it reads and gives. */
    String shapes() {
        String input = network.isOneHotInput()
                ? "[T, B] indices below " + Units.count(network.inputSize())
                : "[T, B, " + network.inputSize() + "]";
        String output = (network.outputHasTime() ? "[T, B, " : "[B, ") + network.outputSize() + "]";
        return input + " to " + output + ", " + network.precision();
    }

    /** A line for each cell and map. */
    String layers() {
        Table table = Table.of("layer", "kind", "state", "output", "parameters>", "FLOP a step>");
        long flops = 0;
        for (Scan scan : network.graph().scans()) {
            flops += flops(scan);
            table.row(
                    scan.graph().name(),
                    !scan.isRecurrent() ? "map" : scan.backward() ? "cell, backward" : "cell",
                    states(scan),
                    (scan.output().hasTime() ? "[" + scan.output().time() + ", B, " : "[B, ")
                            + scan.output().size() + "]",
                    Units.count(parameters(scan)),
                    Units.count(flops(scan)));
        }
        return table.row("in all", "", "", "", Units.count(network.parameterCount()), Units.count(flops))
                .toString();
    }

    /** A line for each parameter. */
    String parameters() {
        Table table = Table.of("parameter", "shape", "role", "numbers>");
        for (Parameter p : network.parameters()) {
            String shape = p.columns() == 1 ? "[" + p.rows() + "]" : "[" + p.rows() + ", " + p.columns() + "]";
            String role = p.role().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
            table.row(p.name(), shape, role, Units.count(p.length()));
        }
        return table.toString();
    }

    /** Bytes of the weights. */
    long bytes() {
        return network.parameterCount() * bytesPerNumber(network.precision());
    }

    static long bytesPerNumber(Precision precision) {
        return precision == Precision.FLOAT64 ? Double.BYTES : Float.BYTES;
    }

    private static String states(Scan scan) {
        StringBuilder text = new StringBuilder();
        for (State state : scan.graph().states()) {
            text.append(text.isEmpty() ? "" : ", ")
                    .append(state.name())
                    .append(" [")
                    .append(state.size())
                    .append(']');
        }
        return text.toString();
    }

    private static long parameters(Scan scan) {
        return scan.graph().parameters().stream().mapToLong(Parameter::length).sum();
    }

    /** Two operations for each number of a matrix, forward, for one example; a look-up has none. */
    private static long flops(Scan scan) {
        long sum = 0;
        for (Node node : scan.graph().nodes()) {
            if (node.operation() != Operation.MATMUL || node.operand(0).isOneHot()) continue;
            sum += 2L * node.detail(Matrix.class).parameter().length();
        }
        return sum;
    }
}
