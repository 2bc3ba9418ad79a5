package org.rnn4j.core.component.layer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rnn4j.api.CellDefinitionException;
import org.rnn4j.core.component.cell.ElmanCell;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.Precision;
import org.rnn4j.core.engine.Tensor;
import org.rnn4j.core.network.GradientCheck;
import org.rnn4j.core.network.Network;
import org.rnn4j.core.network.NetworkBuilder;

final class SideLayerTest {
    private static final Tensor X = Tensor.of(new double[] {1, 2, 3, 4, 5, 6}, 3, 2, 1);
    private static final Tensor SIDE =
            Tensor.of(new double[] {.1, .2, .3, .4, .5, .6, .7, .8, .9, 1, 1.1, 1.2}, 3, 2, 2);
    private static final Batch BATCH = Batch.of(X, new int[] {3, 2}).withSide("gap", SIDE);

    private static NetworkBuilder builder(Precision precision) {
        return Network.builder().precision(precision).vectorInput(1).layer(SideLayer.of("gap", 2));
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void theSideInputStandsBesideTheInput(Precision precision) {
        Tensor y = builder(precision).build().predict(BATCH);
        assertArrayEquals(new int[] {3, 2, 3}, y.shape());
        double[] first = {y.get(0), y.get(1), y.get(2), y.get(3), y.get(4), y.get(5)};
        assertArrayEquals(new double[] {1, .1, .2, 2, .3, .4}, first, 1e-6);
        assertEquals(0, y.get(15));
    }

    @Test
    void gradientMatchesFiniteDifferences() {
        Network network = builder(Precision.FLOAT64)
                .layer(RecurrentLayer.of(ElmanCell.of(4)))
                .build();
        double error = GradientCheck.of(network, BATCH).run().worstError();
        assertTrue(error < 1e-6, "error " + error);
    }

    @Test
    void besideIndices() {
        assertThrows(
                CellDefinitionException.class,
                () -> Network.builder()
                        .oneHotInput(3)
                        .layer(SideLayer.of("gap", 2))
                        .build());
    }
}
