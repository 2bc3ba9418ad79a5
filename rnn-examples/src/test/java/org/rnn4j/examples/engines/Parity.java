package org.rnn4j.examples.engines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.List;
import java.util.Map;
import org.rnn4j.core.engine.Tensor;
import org.rnn4j.core.engine.reference.ReferenceEngine;
import org.rnn4j.core.engine.simd.SimdEngine;
import org.rnn4j.core.kernel.ScalarKernels;

/** Holds the simd engine, on both kinds of kernels, to the numbers of the reference engine. */
final class Parity {
    private Parity() {}

    /** Compares all numbers of all episodes, then the named values of the first. */
    static void check(Model model, int size, List<Episode> episodes) {
        Results reference = new Results(new ReferenceEngine(), model, 1);
        Results vector = new Results(new SimdEngine(), model, 1);
        Results scalar = new Results(new SimdEngine(new ScalarKernels()), model, 1);
        for (Episode episode : episodes) {
            Map<String, Tensor> expected = reference.of(episode);
            compare(model + ", " + episode + ", vector kernels", size, episode, expected, vector.of(episode));
            compare(model + ", " + episode + ", scalar kernels", size, episode, expected, scalar.of(episode));
        }
        Episode first = episodes.get(0);
        compare(model + ", " + first, size, first, reference.named(first), vector.named(first));
    }

    private static void compare(
            String what, int size, Episode episode, Map<String, Tensor> expected, Map<String, Tensor> actual) {
        assertEquals(expected.keySet(), actual.keySet(), what);
        double tolerance = Tolerances.parity(episode.timeSteps(), size);
        expected.forEach((name, tensor) -> {
            assertEquals(List.of(shape(tensor)), List.of(shape(actual.get(name))), () -> what + ", " + name);
            compare(
                    what + ", " + name,
                    tolerance,
                    tensor.doubles(),
                    actual.get(name).doubles());
        });
    }

    private static String shape(Tensor tensor) {
        return java.util.Arrays.toString(tensor.shape());
    }

    private static void compare(String what, double tolerance, double[] expected, double[] actual) {
        double largest = 1;
        for (double each : expected) largest = Math.max(largest, Math.abs(each));
        for (int k = 0; k < expected.length; k++) {
            double error = Math.abs(expected[k] - actual[k]) / largest;
            if (error <= tolerance) continue;
            fail(what + ", element " + k + "\n  reference  " + expected[k] + "\n  simd       " + actual[k]
                    + "\n  error      " + error + "\n  tolerance  " + tolerance);
        }
    }
}
