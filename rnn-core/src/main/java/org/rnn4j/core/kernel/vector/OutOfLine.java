package org.rnn4j.core.kernel.vector;

import com.google.common.base.Throwables;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.Arrays;

/** Makes handles of kernels, so that the compiler compiles each by itself and inlines none into its callers. */
final class OutOfLine {
    // Implementation note. C2 inlines a call through an interface that has met no more than two small kernels, as an
    // LSTM's sigmoid and tanh, however many stand in the table. Together they may pass NodeCountInliningCutoff, which
    // can put vectors on the heap: docs/decisions/0010-kernels-apart.md. C2 inlines a handle only if it is a constant,
    // and an element of an array never is.

    private OutOfLine() {}

    /** The handles of kernels: calls of the interface's method {@code run}. */
    static MethodHandle[] handles(Class<?> type, Object[] kernels) {
        MethodHandle run = run(type);
        return Arrays.stream(kernels)
                .map(kernel -> kernel == null ? null : run.bindTo(kernel))
                .toArray(MethodHandle[]::new);
    }

    /** The handles of a table of kernels. */
    static MethodHandle[][] handles(Class<?> type, Object[][] kernels) {
        return Arrays.stream(kernels).map(row -> handles(type, row)).toArray(MethodHandle[][]::new);
    }

    private static MethodHandle run(Class<?> type) {
        try {
            return MethodHandles.lookup().unreflect(type.getMethods()[0]);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    /** Throws what a kernel has thrown; kernels declare no exceptions. */
    static AssertionError thrown(Throwable e) {
        Throwables.throwIfUnchecked(e);
        return new AssertionError(e);
    }
}
