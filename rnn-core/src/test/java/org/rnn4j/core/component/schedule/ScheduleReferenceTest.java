package org.rnn4j.core.component.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;
import org.rnn4j.core.component.schedule.Span.Unit;
import org.rnn4j.core.fixtures.Close;
import org.rnn4j.core.fixtures.Fixtures;
import org.rnn4j.core.fixtures.Fixtures.Case;

/** Learning rates equal to PyTorch's schedulers. */
class ScheduleReferenceTest {
    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?(e-?\\d+)?");

    @TestFactory
    Stream<DynamicContainer> ratesEqualThoseOfPyTorch() {
        return Fixtures.tests("schedulers", Fixtures::named, ScheduleReferenceTest::check);
    }

    private static void check(Case c) {
        double[] expected = c.numbers("lr");
        double[] metrics = c.json().has("metrics") ? c.numbers("metrics") : new double[0];
        Schedule schedule = schedule(c.name());
        double base = c.name().startsWith("onecycle") ? numbers(c.name()).get(0) : c.number("base_lr");
        Progress progress = Progress.start(expected.length, expected.length);
        for (int k = 0; k < expected.length; k++) {
            // the fixture lists a plateau's rate after the metric, and the others' before the update
            if (metrics.length > 0) progress = progress.afterEpoch(schedule, metrics[k]);
            Close.DOUBLE.check("rate " + k, expected[k], schedule.learningRate(base, progress));
            if (metrics.length == 0) progress = progress.afterUpdate().afterEpoch(schedule, 0);
        }
    }

    private static Schedule schedule(String name) {
        List<Double> n = numbers(name);
        int first = n.get(0).intValue();
        return switch (name.split("[0-9_]")[0] + (name.contains("restarts") ? "_restarts" : "")) {
            case "step" -> Schedules.step(Span.epochs(first), n.get(1));
            case "multistep" ->
                Schedules.multistep(Unit.EPOCH, n.stream().map(Double::intValue).toList(), 0.1);
            case "exponential" -> Schedules.exponential(Unit.EPOCH, n.get(0));
            case "cosine" -> Schedules.cosine(Span.epochs(first), n.get(1));
            case "cosine_restarts" ->
                Schedules.cosineRestarts(Span.epochs(first), n.get(1).intValue(), 0);
            case "onecycle" -> Schedules.oneCycle(Span.updates(n.get(1).intValue()), 0.3, 25, 1e4);
            case "linear" -> Schedules.linear(Span.epochs(n.get(2).intValue()), n.get(0), n.get(1));
            case "polynomial" -> Schedules.polynomial(Span.epochs(first), n.get(1));
            case "plateau" ->
                Plateau.of().withFactor(n.get(0)).withPatience(n.get(1).intValue());
            default -> throw new AssertionError("no schedule for the case " + name);
        };
    }

    private static List<Double> numbers(String name) {
        Matcher matcher = NUMBER.matcher(name);
        List<Double> numbers = new ArrayList<>();
        while (matcher.find()) numbers.add(Double.valueOf(matcher.group()));
        return numbers;
    }
}
