package org.rnn4j.core.kernel.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.invoke.MethodHandle;
import org.junit.jupiter.api.Test;

class OutOfLineTest {
    interface Kernel {
        void run(int[] out, int a, int b);
    }

    @Test
    void handlesStandWhereTheirKernelsStood() throws Throwable {
        Kernel sum = (out, a, b) -> out[0] = a + b;
        Kernel difference = (out, a, b) -> out[0] = a - b;
        MethodHandle[][] handles = OutOfLine.handles(Kernel.class, new Kernel[][] {{}, {null, sum, difference}});
        assertEquals(0, handles[0].length);
        assertNull(handles[1][0]);
        assertEquals(7, result(handles[1][1]));
        assertEquals(3, result(handles[1][2]));
    }

    private static int result(MethodHandle kernel) throws Throwable {
        int[] out = new int[1];
        kernel.invokeExact(out, 5, 2);
        return out[0];
    }

    @Test
    void whatAKernelThrowsIsThrownOn() {
        IndexOutOfBoundsException outside = new IndexOutOfBoundsException();
        assertSame(outside, assertThrows(IndexOutOfBoundsException.class, () -> {
            throw OutOfLine.thrown(outside);
        }));
    }
}
