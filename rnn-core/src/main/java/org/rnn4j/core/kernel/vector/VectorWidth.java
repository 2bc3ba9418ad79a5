package org.rnn4j.core.kernel.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** The registers that the elementwise kernels use: the preferred ones, 512 bits (a panel row) at most. */
final class VectorWidth {
    static final VectorSpecies<Float> LANES = choose();

    private VectorWidth() {}

    private static VectorSpecies<Float> choose() {
        VectorSpecies<Float> preferred = FloatVector.SPECIES_PREFERRED;
        return preferred.vectorBitSize() > 512 ? FloatVector.SPECIES_512 : preferred;
    }
}
