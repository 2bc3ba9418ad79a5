package org.rnn4j.testkit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.rnn4j.api.Cell;
import org.rnn4j.api.Flow;
import org.rnn4j.api.Layer;
import org.rnn4j.api.Sequence;

/**
 * What every cell must keep; a test class that implements it is the test.
 *
 * <pre>
 * class MyCellContractTest implements CellContract {
 *   public Map&lt;String, Cell&gt; cells() {
 *     return Map.of("small", MyCell.of(3), "without bias", MyCell.of(3).withBias(false));
 *   }
 * }
 * </pre>
 *
 * <p>Each cell is checked with all outputs and with the last, forward and backward, on full batches, on lengths with empty
 * examples, at B = 1, T = 1 and B = 7: gradients element by element, padding, float32 against float64, threads, chunks,
 * sessions. Choose small cells: a gradient check takes four runs for each element.
 */
public interface CellContract {
    /** The cells to check, by a name for the report: usually one for each option. */
    Map<String, Cell> cells();

    /** Number of elements that the cells read, or size of the vocabulary. */
    default int inputSize() {
        return 3;
    }

    /** True if the cells read indices into a vocabulary. */
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

    /** Truncated backpropagation through time: a run in chunks is a run over the whole. */
    @TestFactory
    default Stream<DynamicTest> chunksEqualTheWhole() {
        return ContractTests.chunks(forward());
    }

    /** A session is a run, step by step. */
    @TestFactory
    default Stream<DynamicTest> sessionEqualsRun() {
        return ContractTests.sessions(forward());
    }

    private Subjects forward() {
        Map<String, Layer> layers = new LinkedHashMap<>();
        cells().forEach((name, cell) -> layers.put(name, (flow, x) -> flow.scan(cell, x)));
        return new Subjects(layers, inputSize(), readsIndices());
    }

    private Subjects subjects() {
        Map<String, Layer> layers = new LinkedHashMap<>();
        cells().forEach((name, cell) -> {
            layers.put(name + ", all outputs", (flow, x) -> flow.scan(cell, x));
            layers.put(name + ", last output", (flow, x) -> flow.last(flow.scan(cell, x)));
            layers.put(name + ", backward", (flow, x) -> flow.reverse(backward(flow, cell, x)));
            layers.put(name + ", backward, last output", (flow, x) -> flow.last(backward(flow, cell, x)));
        });
        return new Subjects(layers, inputSize(), readsIndices());
    }

    private static Sequence backward(Flow flow, Cell cell, Sequence x) {
        return flow.scan(cell, flow.reverse(x));
    }
}
