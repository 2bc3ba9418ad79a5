package org.rnn4j.core.engine.simd;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rnn4j.api.Initializer;
import org.rnn4j.api.expr.Parameter;
import org.rnn4j.core.engine.Weights;
import org.rnn4j.core.kernel.ScalarKernels;

class SimdWeightsTest {
    private final Parameter table =
            new Parameter("W", 2, 3, Parameter.Role.INPUT, Parameter.Structure.DENSE, Initializer.zeros());
    private final Parameter dense =
            new Parameter("V", 2, 3, Parameter.Role.INPUT, Parameter.Structure.DENSE, Initializer.zeros());
    private final SimdWeights.Tables tables = new SimdWeights.Tables(Set.of("W"), Set.of("W"));
    private final SimdWeights gradients = new SimdWeights(List.of(table, dense), tables, new ScalarKernels())
            .gradients(new WorkerPool(new ScalarKernels(), 1));

    @Test
    void clearLeavesZerosAfterAFactorThatIsNotANumber() {
        gradients.scale(Double.NaN);
        gradients.clear();
        assertArrayEquals(new double[6], gradients.get("W"));
    }

    @Test
    void clearLeavesZerosAfterNumbersWereSet() {
        gradients.set("W", new double[] {1, 2, 3, 4, 5, 6});
        gradients.clear();
        assertArrayEquals(new double[6], gradients.get("W"));
    }

    /** The zeros of a dense matrix are not written before somebody looks. */
    @Test
    void clearedNumbersAreZeroForAllWhoLook() {
        cleared();
        assertArrayEquals(new double[6], gradients.get("V"));
        cleared();
        double[] row = {9, 9, 9};
        gradients.read("V", new Weights.Line(false, 1), row);
        assertArrayEquals(new double[3], row);
        cleared();
        assertEquals(0, gradients.norm("V", 2));
        cleared();
        assertTrue(gradients.isFinite("V"));
        cleared();
        gradients.add("V", new Weights.Line(false, 1), new double[] {1, 2, 3});
        gradients.limit(2);
        assertArrayEquals(new double[] {0, 0, 0, 1, 2, 2}, gradients.get("V"));
        cleared();
        gradients.scale("V", 2);
        assertArrayEquals(new double[6], gradients.get("V"));
        cleared();
        assertEquals(0, gradients.data()[gradients.offset("V") + 5]);
    }

    private void cleared() {
        gradients.set("V", new double[] {1, 2, 3, 4, 5, Double.POSITIVE_INFINITY});
        gradients.clear();
    }
}
