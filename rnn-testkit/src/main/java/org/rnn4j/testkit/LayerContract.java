package org.rnn4j.testkit;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.rnn4j.api.Layer;

/** What every layer must keep, as {@link CellContract} says it for cells; a test class that implements it is the test. */
public interface LayerContract {
    /** The layers to check, by a name for the report. */
    Map<String, Layer> layers();

    /** Number of elements that the layers read, or size of the vocabulary. */
    default int inputSize() {
        return 3;
    }

    /** True if the layers read indices into a vocabulary. */
    default boolean readsIndices() {
        return false;
    }

    /** Gradients of parameters, inputs and initial states, every element. */
    @TestFactory
    default Stream<DynamicTest> gradientMatchesFiniteDifferences() {
        return ContractTests.gradients(subjects());
    }

    /** Outputs and gradients of an example do not depend on what stands beside or behind it. */
    @TestFactory
    default Stream<DynamicTest> paddingAndBatchChangeNothing() {
        return ContractTests.padding(subjects());
    }

    /** float32 is float64 but for rounding. */
    @TestFactory
    default Stream<DynamicTest> float32EqualsFloat64() {
        return ContractTests.parity(subjects());
    }

    /** Bits do not depend on the number of threads. */
    @TestFactory
    default Stream<DynamicTest> threadsChangeNoBit() {
        return ContractTests.threads(subjects());
    }

    /** Empty examples are legal. */
    @TestFactory
    default Stream<DynamicTest> emptyExamplesKeepTheirStates() {
        return ContractTests.emptyExamples(subjects());
    }

    private Subjects subjects() {
        return new Subjects(layers(), inputSize(), readsIndices());
    }
}
