package org.rnn4j.core.engine.simd;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rnn4j.api.Initializer;
import org.rnn4j.api.expr.Parameter;
import org.rnn4j.core.kernel.ScalarKernels;

class SimdWeightsTest {
    private final Parameter table =
            new Parameter("W", 2, 3, Parameter.Role.INPUT, Parameter.Structure.DENSE, Initializer.zeros());
    private final SimdWeights.Tables tables = new SimdWeights.Tables(Set.of("W"), Set.of("W"));
    private final SimdWeights gradients = new SimdWeights(List.of(table), tables, new ScalarKernels())
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
}
