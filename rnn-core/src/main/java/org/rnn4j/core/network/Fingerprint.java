package org.rnn4j.core.network;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import org.rnn4j.api.expr.Parameter;
import org.rnn4j.core.trace.SequenceGraph.Scan;
import org.rnn4j.core.trace.StepGraph;

/**
 * What tells a network from any other: SHA-256 over the names and sizes of its input, cells, states and parameters, and over
 * all weights, as 64 hexadecimal digits.
 *
 * <p>Equal on every machine and for every engine that holds the same numbers.
 */
final class Fingerprint {
    private Fingerprint() {}

    static String of(Network network) {
        Hasher hasher = Hashing.sha256().newHasher();
        text(hasher, network.precision().toString());
        hasher.putInt(network.inputSize()).putBoolean(network.isOneHotInput()).putInt(network.outputSize());
        for (Scan scan : network.graph().scans()) {
            text(hasher, scan.graph().name());
            hasher.putBoolean(scan.backward());
            for (StepGraph.State state : scan.graph().states()) {
                text(hasher, state.name());
                hasher.putInt(state.size());
            }
        }
        for (Parameter parameter : network.parameters()) {
            text(hasher, parameter.name());
            hasher.putInt(parameter.rows()).putInt(parameter.columns());
            for (double number : network.weights().get(parameter.name())) hasher.putDouble(number);
        }
        return hasher.hash().toString();
    }

    private static void text(Hasher hasher, String text) {
        hasher.putInt(text.length()).putString(text, StandardCharsets.UTF_8);
    }
}
