package org.rnn4j.core.kernel.vector;

import java.util.Set;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * The registers that the kernels use: the preferred ones, 512 bits (a panel row) at most.
 *
 * <p>Of 256 bits only on x86, where tiles are fenced ({@link ProductTile}) at no cost; elsewhere a fence is an instruction
 * that waits, and 128 bits come with tiles that have none.
 */
final class VectorWidth {
    private static final Set<String> FENCES_ARE_FREE = Set.of("amd64", "x86_64");

    static final VectorSpecies<Float> LANES = choose();

    private VectorWidth() {}

    private static VectorSpecies<Float> choose() {
        int bits = bits(FloatVector.SPECIES_PREFERRED.vectorBitSize(), System.getProperty("os.arch"));
        return VectorSpecies.of(float.class, VectorShape.forBitSize(bits));
    }

    /** The bits of a register, where the JVM prefers so many on a processor of an architecture. */
    static int bits(int preferred, String architecture) {
        if (preferred == 256 && !FENCES_ARE_FREE.contains(architecture)) return 128;
        return Math.min(preferred, 512);
    }
}
