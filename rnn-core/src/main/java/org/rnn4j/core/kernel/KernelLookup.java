package org.rnn4j.core.kernel;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Chooses the kernels: SIMD if the Java runtime offers it, else plain Java, with a line in the log that says why.
 *
 * <p>The system property {@value #PROPERTY} forces {@code scalar} or {@code vector}; forced {@code vector} that cannot be
 * had is an error instead of a fallback.
 */
public final class KernelLookup {
    /** The system property that forces a choice. */
    public static final String PROPERTY = "rnn.kernels";

    // Implementation note. The vector kernels are loaded by name, so that this package links without the incubator
    // module jdk.incubator.vector, which only a command-line flag can add.
    private static final String VECTOR_KERNELS = "org.rnn4j.core.kernel.vector.VectorKernels";

    private static final String FLAG = "--add-modules jdk.incubator.vector";

    private KernelLookup() {}

    /** Returns the kernels of this process. */
    public static Kernels kernels() {
        return choice().kernels();
    }

    /**
     * Returns the kernels of this process and why they were chosen; a fallback is logged once.
     *
     * @throws UnusableKernelsException if the system property {@value #PROPERTY} asks for kernels that there are not
     */
    public static KernelChoice choice() {
        if (Holder.CHOICE instanceof KernelChoice choice) return choice;
        throw (UnusableKernelsException) Holder.CHOICE;
    }

    private static final class Holder {
        // An exception here would be wrapped once, and then be gone: "could not initialize class".
        private static final Object CHOICE = tried();
    }

    private static Object tried() {
        try {
            return logged(choose(System.getProperty(PROPERTY, "")));
        } catch (UnusableKernelsException e) {
            return e;
        }
    }

    private static KernelChoice logged(KernelChoice choice) {
        Logger log = LoggerFactory.getLogger(KernelLookup.class);
        if (choice.fallback()) {
            log.warn("Kernels: {} ({})", choice.name(), choice.reason());
        } else {
            log.debug("Kernels: {} ({})", choice.name(), choice.reason());
        }
        return choice;
    }

    /** Chooses by the value of the system property, empty if it is not set. */
    static KernelChoice choose(String forced) {
        return switch (forced) {
            case "" -> vectorOrScalar();
            case "scalar" -> scalar("forced by -D" + PROPERTY + "=scalar", false);
            case "vector" -> forcedVector();
            default ->
                throw new UnusableKernelsException("Unknown kernels '" + forced + "' in -D" + PROPERTY
                        + "\n  available  scalar, vector\n  fix        leave it out for the fastest that run here");
        };
    }

    private static KernelChoice vectorOrScalar() {
        try {
            return vector("the Java runtime offers the Vector API");
        } catch (ReflectiveOperationException | LinkageError e) {
            return scalar(whyNot(e), true);
        }
    }

    private static KernelChoice forcedVector() {
        try {
            return vector("forced by -D" + PROPERTY + "=vector");
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new UnusableKernelsException(
                    "No vector kernels, but -D" + PROPERTY + "=vector\n  reason  " + whyNot(e), e);
        }
    }

    private static KernelChoice vector(String reason) throws ReflectiveOperationException {
        Kernels kernels =
                (Kernels) Class.forName(VECTOR_KERNELS).getDeclaredConstructor().newInstance();
        return new KernelChoice(kernels, kernels.name(), reason, false);
    }

    private static KernelChoice scalar(String reason, boolean fallback) {
        Kernels kernels = new ScalarKernels();
        return new KernelChoice(kernels, kernels.name(), reason, fallback);
    }

    private static String whyNot(Throwable e) {
        if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
            return "the module jdk.incubator.vector is not there; start java with " + FLAG + " for SIMD kernels";
        }
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return "the SIMD kernels do not load: " + cause;
    }
}
