package org.rnn4j.core.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.rnn4j.core.data.DataErrors.assertMessage;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.Tensor;

/** Side inputs and masks of targets on their way into batches, and encodings that hold them. */
final class SideInputsTest {
    private static final Feature TWO = new Feature.Numbers(2);
    private static final Feature ONE = new Feature.Numbers(1);
    private static final Encoding ENCODING = new Encoding(ONE, ONE, true).withSide("gap", TWO);

    private static Example example(double... numbers) {
        Tensor sequence = Tensor.of(numbers, numbers.length, 1);
        double[] side = new double[2 * numbers.length];
        for (int i = 0; i < side.length; i++) side[i] = 10 * numbers[i / 2] + i % 2;
        return Example.of(sequence, sequence).withSide("gap", Tensor.of(side, numbers.length, 2));
    }

    @Test
    void sidesAndMasksAreCutLikeTheSequences() {
        Example masked = example(1, 2, 3).withTargetMask(Tensor.of(new double[] {0, 1, 0}, 3));
        SequencePart part = SequencePart.of(ENCODING, List.of(masked, example(4, 5)));
        Batch second =
                part.inOrder(Feeding.of(2, 1).withTruncatedBptt(2)).segment(1).batch();
        assertArrayEquals(new int[] {1, 0}, second.lengths());
        assertEquals(30, second.sides().get("gap").get(0));
        assertEquals(31, second.sides().get("gap").get(1));
        assertEquals(0, second.targetMask().orElseThrow().get(0));
        Batch first =
                part.inOrder(Feeding.of(2, 1).withTruncatedBptt(2)).segment(0).batch();
        assertArrayEquals(
                new float[] {0, 1, 1, 1}, first.targetMask().orElseThrow().floats());
    }

    @Test
    void aMaskOverTheOnlyTarget() {
        Encoding encoding = new Encoding(ONE, ONE, false);
        Tensor sequence = Tensor.of(new double[] {1}, 1, 1);
        Example counts = Example.of(sequence, Tensor.of(new double[] {1}, 1));
        Example not = counts.withTargetMask(Tensor.of(new double[] {0}));
        Batch batch = SequencePart.of(encoding, List.of(counts, not))
                .inOrder(Feeding.of(2, 1))
                .segment(0)
                .batch();
        assertArrayEquals(new float[] {1, 0}, batch.targetMask().orElseThrow().floats());
    }

    @Test
    void encodingsReadBackToTheSame() {
        Vocabulary spellings = Vocabulary.of(Level.WORD, List.of("ing$", "^un"));
        Encoding encoding = new Encoding(
                        new Feature.Numbers(2, Optional.of(new Scaling(List.of(1.5, -2.0), List.of(3.0, 0.1)))),
                        ONE,
                        true)
                .withSide("spelling", new Feature.Spellings(spellings, 5));
        assertEquals(encoding, Encoding.fromJson(encoding.toJson()));
    }

    @Test
    void aSequenceWithoutItsSideInput() {
        Tensor sequence = Tensor.of(new double[] {1}, 1, 1);
        assertMessage(() -> SequencePart.of(ENCODING, List.of(Example.of(sequence, sequence))), """
                Sequence 0 has other side inputs than the data says
                  wanted  [gap]
                  found   []
                  fix     give every sequence the same side inputs""");
    }

    @Test
    void aSideInputOfAnotherLength() {
        Tensor sequence = Tensor.of(new double[] {1}, 1, 1);
        Example wrong = Example.of(sequence, sequence).withSide("gap", Tensor.of(new double[4], 2, 2));
        assertMessage(() -> SequencePart.of(ENCODING, List.of(wrong)), """
                Sequence 0 has a side input 'gap' of another length
                  steps       1
                  side input  2
                  fix         give a vector for each step""");
    }

    @Test
    void aMaskOfAnotherLength() {
        Example wrong = example(1, 2).withTargetMask(Tensor.of(new double[] {1}, 1));
        assertMessage(() -> SequencePart.of(ENCODING, List.of(wrong)), """
                Sequence 0 has a target mask of the wrong shape
                  wanted  numbers[2]
                  found   float64[1]
                  fix     give 0 or 1 for each target""");
    }
}
