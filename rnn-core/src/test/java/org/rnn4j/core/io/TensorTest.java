package org.rnn4j.core.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rnn4j.api.ModelFormatException;
import org.rnn4j.api.ShapeException;

final class TensorTest {
    @Test
    void floatingPointNumbersConvertToEachOther() {
        assertArrayEquals(
                new double[] {0.1f, 2}, Tensor.of("a", new float[] {0.1f, 2}, 2).toDoubles());
        assertArrayEquals(
                new float[] {0.1f, 2}, Tensor.of("a", new double[] {0.1, 2}, 2).toFloats());
    }

    @Test
    void viewsAreReadOnlyAndBeginAtTheFirstNumber() {
        Tensor tensor = Tensor.of("a", new float[] {1, 2}, 2);
        tensor.floats().get();
        assertEquals(1, tensor.floats().get());
        assertTrue(tensor.floats().isReadOnly());
        assertTrue(Tensor.of("a", new double[1], 1).doubles().isReadOnly());
        assertTrue(Tensor.of("a", new int[1], 1).ints().isReadOnly());
        assertTrue(Tensor.of("a", new long[1], 1).longs().isReadOnly());
    }

    @Test
    void shapeCannotBeChangedFromOutside() {
        int[] shape = {2};
        Tensor tensor = Tensor.of("a", new float[2], shape);
        shape[0] = 3;
        tensor.shape()[0] = 4;
        assertArrayEquals(new int[] {2}, tensor.shape());
    }

    @Test
    void contentOfAFileCannotBeChangedFromOutside() {
        TensorFile file = TensorFile.of(List.of(Tensor.of("a", new float[1], 1)), Map.of("k", "v"));
        assertThrows(UnsupportedOperationException.class, () -> file.tensors().clear());
        assertThrows(UnsupportedOperationException.class, () -> file.metadata().clear());
    }

    @Test
    void elementsAreTheProductOfTheShape() {
        assertEquals(1, Tensor.elements(new int[] {}));
        assertEquals(0, Tensor.elements(new int[] {Integer.MAX_VALUE, Integer.MAX_VALUE, 0}));
        assertEquals(24, Tensor.elements(new int[] {2, 3, 4}));
        assertEquals(Tensor.MOST_ELEMENTS, Tensor.elements(new int[] {Tensor.MOST_ELEMENTS, 1}));
        assertEquals(-1, Tensor.elements(new int[] {Tensor.MOST_ELEMENTS + 1}));
        assertEquals(-1, Tensor.elements(new int[] {1 << 16, 1 << 16, 1 << 16, 1 << 16}));
        assertEquals(-1, Tensor.elements(new int[] {0, -1}));
    }

    @Test
    void numbersThatDoNotFillTheShapeAreAnError() {
        var error = assertThrows(ShapeException.class, () -> Tensor.of("W", new float[5], 2, 3));
        assertEquals("""
                The numbers do not fill the shape of tensor 'W'
                  shape    [2, 3]
                  numbers  5
                  fix      give as many numbers as the product of the dimensions""", error.getMessage());
    }

    @Test
    void anotherTypeIsAnError() {
        var error = assertThrows(
                ModelFormatException.class, () -> Tensor.of("W", new long[1], 1).toFloats());
        assertEquals("""
                Tensor 'W' is of another type
                  expected  F32
                  found     I64
                  fix       save the tensor as F32""", error.getMessage());
    }
}
