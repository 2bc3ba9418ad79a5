package org.rnn4j.core.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyMap;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;
import org.mockito.InOrder;
import org.rnn4j.core.component.clip.Clip;
import org.rnn4j.core.component.optimizer.Sgd;
import org.rnn4j.core.component.schedule.Plateau;
import org.rnn4j.core.data.Dataset;
import org.rnn4j.core.data.Feeding;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.Engine;
import org.rnn4j.core.engine.Execution;
import org.rnn4j.core.engine.Precision;
import org.rnn4j.core.engine.States;
import org.rnn4j.core.network.Network;
import org.rnn4j.core.train.TrainingResult.Reason;

final class TrainerTest {
    /** Keeps the states after epochs, and the one at which training was stopped. */
    private static final class Recorder implements TrainingListener {
        final List<TrainingState> states = new ArrayList<>();

        @Override
        public void epochFinished(EpochReport report, Supplier<TrainingState> state) {
            states.add(state.get());
        }

        @Override
        public void stopped(Supplier<TrainingState> state) {
            states.add(state.get());
        }
    }

    @Test
    void lossFalls() {
        TrainingResult result = Tasks.trainer(Tasks.network()).withEpochs(40).train(Tasks.words());
        double first = result.epochs().get(0).training().get("loss");
        double last = result.epochs().get(39).training().get("loss");
        assertTrue(last < 0.7 * first, first + " to " + last);
        assertEquals(Reason.ALL_EPOCHS, result.reason());
        assertEquals(160, result.updates());
    }

    @Test
    void sameSeedSameBitsOtherSeedOtherBits() {
        Network one = Tasks.network();
        Network two = Tasks.network();
        Network other = Tasks.network();
        Tasks.trainer(one).train(Tasks.words());
        Tasks.trainer(two).withThreads(3).train(Tasks.words());
        Tasks.trainer(other).withFeeding(Feeding.of(3, 12)).train(Tasks.words());
        assertEquals(Tasks.bits(one), Tasks.bits(two));
        assertNotEquals(Tasks.bits(one), Tasks.bits(other));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void resumesBitForBitAfterAnyEpoch(int epoch) {
        for (Dataset data : List.of(Tasks.words(), Tasks.text())) {
            Recorder recorder = new Recorder();
            Network whole = Tasks.network();
            demanding(whole).withListener(recorder).train(data);
            Network resumed = Tasks.network();
            demanding(resumed).resume(data, recorder.states.get(epoch));
            assertEquals(Tasks.bits(whole), Tasks.bits(resumed));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 7, 8})
    void resumesBitForBitAfterAnyUpdate(int updates) {
        for (Dataset data : List.of(Tasks.words(), Tasks.text())) {
            Recorder recorder = new Recorder();
            Network whole = Tasks.network();
            TrainingResult result = demanding(whole).train(data);
            int[] left = {updates};
            Network stopped = Tasks.network();
            TrainingResult part = demanding(stopped)
                    .withListener(recorder)
                    .withStop(() -> --left[0] == 0)
                    .train(data);
            assertEquals(Reason.STOPPED, part.reason());
            Network resumed = Tasks.network();
            TrainingResult rest = demanding(resumed).resume(data, recorder.states.get(recorder.states.size() - 1));
            assertEquals(Tasks.bits(whole), Tasks.bits(resumed));
            assertEquals(result.best(), rest.best());
            assertEquals(
                    result.epochs().get(3).training(),
                    rest.epochs().get(rest.epochs().size() - 1).training());
        }
    }

    @Test
    void recomputingGivesTheSameBits() {
        for (Precision precision : Precision.values()) {
            for (Dataset data : List.of(Tasks.words(), Tasks.text())) {
                Network kept = Tasks.network(precision);
                demanding(kept).train(data);
                Network recomputed = Tasks.network(precision);
                demanding(recomputed).withRecompute(true).train(data);
                assertEquals(Tasks.bits(kept), Tasks.bits(recomputed));
            }
        }
    }

    /** Settings with as much to remember as there is. */
    private static Trainer demanding(Network network) {
        UpdateRule rule = UpdateRule.of(org.rnn4j.core.component.optimizer.Adam.of(), 0.02)
                .withSchedule(Plateau.of().withPatience(0).withFactor(0.5))
                .withClip(Clip.globalNorm(0.5))
                .withNoise(GradientNoise.of(1e-3))
                .withAccumulate(2);
        return Trainer.of(network, Tasks.LOSS, rule)
                .withEpochs(4)
                .withFeeding(Feeding.of(3, 11).withTruncatedBptt(2))
                .withValidation(Validation.byLoss().withMetrics(new AccuracyMetric()));
    }

    @Test
    void anUpdateUsesTheMeanGradientOfItsSteps() {
        Network network = Tasks.network();
        Dataset data = Dataset.of(Tasks.NEXT, Tasks.words(List.of("abcd", "ab")));
        Batch batch = data.training().epoch(Feeding.of(2, 11), 0).segment(0).batch();
        Execution execution = network.newExecution(new Engine.Options(Optional.of(Tasks.LOSS), false, 1));
        execution.forward(batch, States.initial(), Execution.Mode.training(11, 0));
        execution.loss();
        execution.backward();
        double[] gradient = execution.gradients().get("layers.2.b_y");
        double[] expected = network.weights().get("layers.2.b_y");
        for (int i = 0; i < expected.length; i++) expected[i] -= 0.5 * gradient[i] / 4;

        Trainer.of(network, Tasks.LOSS, UpdateRule.of(Sgd.of(), 0.5))
                .withEpochs(1)
                .withFeeding(Feeding.of(2, 11))
                .train(data);
        assertArrayEquals(expected, network.weights().get("layers.2.b_y"), 1e-12);
    }

    @Test
    void accumulatedBatchesAreAsOneLargeBatch() {
        Dataset data = Dataset.of(Tasks.NEXT, Tasks.words(List.of("abcd", "ab", "bcd", "dcba")));
        double[][] weights = new double[2][];
        for (int i = 0; i < 2; i++) {
            Network network = Network.builder()
                    .oneHotInput(4)
                    .layer(org.rnn4j.core.component.layer.RecurrentLayer.of(
                            org.rnn4j.core.component.cell.ElmanCell.of(4)))
                    .precision(org.rnn4j.core.engine.Precision.FLOAT64)
                    .build();
            UpdateRule rule = UpdateRule.of(Sgd.of(), 0.5).withAccumulate(i == 0 ? 1 : 4);
            Trainer.of(network, Tasks.LOSS, rule)
                    .withEpochs(1)
                    .withFeeding(Feeding.of(i == 0 ? 4 : 1, 1))
                    .train(data);
            weights[i] = network.weights().get("layers.0.cell.W_hh");
        }
        assertArrayEquals(weights[0], weights[1], 1e-12);
    }

    @Test
    void clippingBoundsTheChange() {
        for (Clip clip : List.of(Clip.globalNorm(0.01), Clip.parameterNorm(0.01), Clip.value(0.01))) {
            Network network = Tasks.network();
            double[] before = network.weights().get("layers.0.cell.W_xh");
            Trainer.of(network, Tasks.LOSS, UpdateRule.of(Sgd.of(), 1).withClip(clip))
                    .withEpochs(1)
                    .withFeeding(Feeding.of(100, 1))
                    .train(Dataset.of(Tasks.NEXT, Tasks.words(List.of("abcd"))));
            double[] after = network.weights().get("layers.0.cell.W_xh");
            double change = 0;
            for (int i = 0; i < before.length; i++) change = Math.max(change, Math.abs(before[i] - after[i]));
            assertTrue(change > 0 && change <= 0.01 + 1e-9, clip + ": " + change);
        }
    }

    @Test
    void theBestWeightsRemain() {
        Network network = Tasks.network();
        Dataset data = Tasks.words();
        // A rate so high that later epochs are worse.
        TrainingResult result = Trainer.of(network, Tasks.LOSS, UpdateRule.of(Sgd.of(), 5))
                .withEpochs(12)
                .withFeeding(Feeding.of(3, 1))
                .train(data);
        Map<String, Double> judged = Evaluator.of(network, Tasks.LOSS, Feeding.of(3, 1), List.of(), 1)
                .evaluate(data.validation().orElseThrow());
        assertEquals(result.best().orElseThrow().value(), judged.get("loss"), 1e-12);
        assertTrue(result.best().orElseThrow().epoch() < 12);
        double least = result.epochs().stream()
                .mapToDouble(e -> e.validation().get("loss"))
                .min()
                .orElseThrow();
        assertEquals(least, judged.get("loss"), 1e-12);
    }

    @Test
    void earlyStoppingWaitsAsLongAsItsPatience() {
        Network network = Tasks.network();
        TrainingResult result = Tasks.trainer(network)
                .withEpochs(50)
                .withValidation(Validation.byLoss().withEarlyStopping(new EarlyStopping(2, 100)))
                .train(Tasks.words());
        assertEquals(Reason.EARLY_STOPPING, result.reason());
        // The first is the best, since nothing improves by 100; two are endured, the fourth is one too many.
        assertEquals(4, result.epochs().size());
        assertEquals(1, result.best().orElseThrow().epoch());
    }

    @Test
    void validatesEverySoManyUpdates() {
        TrainingListener listener = mock();
        Tasks.trainer(Tasks.network())
                .withValidation(Validation.byLoss().withEveryUpdates(3))
                .withListener(listener)
                .train(Tasks.words());
        verify(listener, times(5)).validated(anyLong(), anyMap(), org.mockito.ArgumentMatchers.anyBoolean());
        verify(listener).validated(eq(15L), anyMap(), org.mockito.ArgumentMatchers.anyBoolean());
    }

    @Test
    void listenersHearEverythingInOrder() {
        TrainingListener listener = mock();
        Tasks.trainer(Tasks.network()).withEpochs(1).withListener(listener).train(Tasks.words());
        InOrder order = inOrder(listener);
        order.verify(listener).started(1, 1, 4);
        for (int i = 0; i < 4; i++) {
            order.verify(listener).updated(any());
            order.verify(listener).afterUpdate(any(), any());
        }
        order.verify(listener).validated(eq(4L), anyMap(), eq(true));
        order.verify(listener).epochFinished(any(), any());
        order.verify(listener).finished(any());
        order.verifyNoMoreInteractions();

        ArgumentCaptor<UpdateReport> updates = ArgumentCaptor.forClass(UpdateReport.class);
        verify(listener, times(4)).updated(updates.capture());
        UpdateReport last = updates.getAllValues().get(3);
        assertEquals(4, last.update());
        assertEquals(1, last.epoch());
        assertEquals(1.0, last.part());
        assertEquals(0.02, last.learningRate());
        assertEquals(
                35,
                updates.getAllValues().stream().mapToLong(UpdateReport::steps).sum());
    }

    @Test
    void evaluationDoesNotDependOnTheCutsOfSequences() {
        Network network = Tasks.network();
        double[] losses = new double[2];
        for (int i = 0; i < 2; i++) {
            Feeding feeding = Feeding.of(i == 0 ? 2 : 10, 1).withTruncatedBptt(i == 0 ? 1 : 100);
            losses[i] = Evaluator.of(network, Tasks.LOSS, feeding, List.of(), 1)
                    .evaluate(Tasks.words().training())
                    .get("loss");
        }
        assertEquals(losses[0], losses[1], 1e-12);
    }
}
