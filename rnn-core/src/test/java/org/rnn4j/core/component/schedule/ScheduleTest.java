package org.rnn4j.core.component.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rnn4j.api.ConfigException;
import org.rnn4j.core.component.schedule.Span.Unit;

class ScheduleTest {
    private static final double EXACT = 1e-15;

    @Test
    void warmUpRisesToTheOtherSchedule() {
        Schedule schedule = Schedules.warmUp(Span.updates(3), Schedules.constant());
        assertEquals(List.of(0.25, 0.5, 0.75, 1.0, 1.0), rates(schedule, 5));
    }

    @Test
    void warmUpHandsTheMetricOn() {
        Schedule schedule =
                Schedules.warmUp(Span.updates(1), Plateau.of().withPatience(0).withFactor(0.5));
        Progress progress = Progress.start(10, 10).afterUpdate();
        progress = progress.afterEpoch(schedule, 1).afterEpoch(schedule, 1);
        assertEquals(0.5, schedule.learningRate(1, progress), EXACT);
    }

    @Test
    void aSpanWithoutLengthIsTheWholeTraining() {
        Schedule schedule = Schedules.linear(Span.whole(Unit.UPDATE), 1, 0);
        assertEquals(List.of(1.0, 0.75, 0.5, 0.25, 0.0), rates(schedule, 4 + 1, 4));
    }

    @Test
    void epochsAreNotCountedByUpdates() {
        Schedule schedule = Schedules.exponential(Unit.EPOCH, 0.5);
        Progress progress = Progress.start(10, 2).afterUpdate().afterUpdate();
        assertEquals(1, schedule.learningRate(1, progress), EXACT);
        assertEquals(0.5, schedule.learningRate(1, progress.afterEpoch(schedule, 7)), EXACT);
    }

    @Test
    void cosineRestartsOfOneLengthRepeat() {
        Schedule schedule = Schedules.cosineRestarts(Span.updates(2), 1, 0);
        List<Double> rates = rates(schedule, 6);
        assertEquals(1, rates.get(4), EXACT);
        assertEquals(rates.get(1), rates.get(5), EXACT);
    }

    @Test
    void oneCycleStaysAtItsEnd() {
        Schedule schedule = Schedules.oneCycle(Span.updates(4), 0.5, 10, 100);
        List<Double> rates = rates(schedule, 7);
        assertEquals(1, rates.get(1), EXACT);
        assertEquals(0.001, rates.get(3), EXACT);
        assertEquals(0.001, rates.get(6), EXACT);
    }

    @Test
    void oneCycleWithoutARiseBeginsNearThePeak() {
        assertEquals(
                4, rates(Schedules.oneCycle(Span.updates(4), 0, 10, 100), 4).size());
        assertEquals(
                1, rates(Schedules.oneCycle(Span.updates(4), 0.25, 10, 100), 1).get(0), EXACT);
    }

    @Test
    void plateauContinuesFromWhatItRemembers() {
        Plateau plateau = Plateau.of().withPatience(1).withFactor(0.5).withCooldown(2);
        double[] metrics = {1, 1, 1, 1, 1, 1, 1, 1, 0.5, 0.5, 0.5};
        Progress through = Progress.start(11, 11);
        Progress resumed = through;
        for (double metric : metrics) {
            through = through.afterEpoch(plateau, metric);
            Progress saved = new Progress(0, resumed.epochs(), 11, 11, resumed.memory());
            resumed = saved.afterEpoch(
                    Plateau.of().withPatience(1).withFactor(0.5).withCooldown(2), metric);
            assertEquals(through, resumed);
        }
    }

    @Test
    void plateauEnduresTheCooldown() {
        Plateau plateau = Plateau.of().withPatience(0).withFactor(0.5).withCooldown(2);
        Progress progress = Progress.start(9, 9);
        List<Double> rates = new ArrayList<>();
        for (int k = 0; k < 6; k++) {
            progress = progress.afterEpoch(plateau, 1);
            rates.add(plateau.learningRate(1, progress));
        }
        assertEquals(List.of(1.0, 0.5, 0.5, 0.5, 0.25, 0.25), rates);
    }

    @Test
    void plateauOfALargeMetricWaitsForItToRise() {
        Plateau plateau =
                Plateau.of().withMode(Plateau.Mode.MAX).withPatience(0).withFactor(0.5);
        Progress rising = Progress.start(9, 9).afterEpoch(plateau, 0.5).afterEpoch(plateau, 0.6);
        assertEquals(1, plateau.learningRate(1, rising), EXACT);
        assertEquals(0.5, plateau.learningRate(1, rising.afterEpoch(plateau, 0.6)), EXACT);
    }

    @Test
    void plateauStopsAtTheMinimumAndNeverRaises() {
        Plateau plateau = Plateau.of().withPatience(0).withFactor(0.1).withMinimum(0.05);
        Progress low = Progress.start(9, 9).afterEpoch(plateau, 1).afterEpoch(plateau, 1);
        low = low.afterEpoch(plateau, 1);
        assertEquals(0.05, plateau.learningRate(1, low), EXACT);
        assertEquals(0.01, plateau.learningRate(0.01, low), EXACT);
    }

    @Test
    void plateauTakesNoNumberForNoImprovement() {
        Plateau plateau = Plateau.of().withPatience(0).withFactor(0.5);
        Progress progress = Progress.start(9, 9).afterEpoch(plateau, Double.NaN);
        assertEquals(0.5, plateau.learningRate(1, progress), EXACT);
        assertEquals(0.5, plateau.learningRate(1, progress.afterEpoch(plateau, 3)), EXACT);
    }

    @Test
    void badNumbersAreRefused() {
        assertThrows(ConfigException.class, () -> Span.epochs(0));
        assertThrows(ConfigException.class, () -> Schedules.exponential(Unit.EPOCH, 0));
        assertThrows(ConfigException.class, () -> Schedules.cosineRestarts(Span.epochs(1), 0, 0));
        assertThrows(ConfigException.class, () -> Plateau.of().withFactor(1));
    }

    private static List<Double> rates(Schedule schedule, int number) {
        return rates(schedule, number, number);
    }

    private static List<Double> rates(Schedule schedule, int number, int total) {
        List<Double> rates = new ArrayList<>();
        Progress progress = Progress.start(total, 1);
        for (int k = 0; k < number; k++) {
            rates.add(schedule.learningRate(1, progress));
            progress = progress.afterUpdate();
        }
        return rates;
    }
}
