package org.rnn4j.core.component.loss;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;
import org.rnn4j.api.Layer;
import org.rnn4j.api.Loss;
import org.rnn4j.api.Loss.Reduction;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.Engine;
import org.rnn4j.core.engine.Execution;
import org.rnn4j.core.engine.Execution.LossSum;
import org.rnn4j.core.engine.Execution.Mode;
import org.rnn4j.core.engine.States;
import org.rnn4j.core.engine.Tensor;
import org.rnn4j.core.fixtures.Computing;
import org.rnn4j.core.fixtures.Fixtures;
import org.rnn4j.core.fixtures.Fixtures.Case;
import org.rnn4j.core.trace.FlowTracer;
import org.rnn4j.core.trace.SequenceGraph;

/** Losses and their gradients equal to PyTorch's. */
class LossReferenceTest {
    /** PyTorch's mark of a target that does not count. */
    private static final int IGNORED = -100;

    private static final Layer IDENTITY = (flow, x) -> flow.map(x, t -> t.output(t.input()));

    @TestFactory
    Stream<DynamicContainer> lossesAndGradientsEqualThoseOfPyTorch() {
        return Fixtures.testsOnEngines("losses", Fixtures::named, LossReferenceTest::check);
    }

    private static void check(Case c, Computing computing) {
        if (c.name().startsWith("ctc")) {
            checkLabels(c, computing);
            return;
        }
        Loss loss = loss(c);
        JsonNode shape = c.json().get("input").get("shape");
        int rows = shape.get(0).asInt();
        int size = shape.get(1).asInt();
        SequenceGraph graph = FlowTracer.trace(Map.of("identity", IDENTITY), size, false);
        Engine engine = computing.engine();
        Execution run = engine.compile(graph, new Engine.Options(Optional.of(loss), true, 1))
                .newExecution(engine.newWeights(graph));
        Batch batch = batch(c, Tensor.of(c.numbers("input"), 1, rows, size));

        LossSum sum = run.forward(batch, States.initial(), Mode.GRADIENT).loss();
        run.backward();
        double weight = loss.reduction() == Reduction.MEAN ? sum.weight() : 1;
        computing.close().check("loss", c.numbers("value")[0], sum.loss() / weight);
        double[] gradient = Arrays.stream(run.inputGradient().doubles())
                .map(g -> g / weight)
                .toArray();
        computing.close().check("gradient", c.numbers("grad"), gradient);
    }

    /** PyTorch's labels are outputs, of which 0 is the blank; ours are numbered without it. */
    private static void checkLabels(Case c, Computing computing) {
        JsonNode shape = c.json().get("input").get("shape");
        int steps = shape.get(0).asInt();
        int examples = shape.get(1).asInt();
        int size = shape.get(2).asInt();
        boolean mean = c.name().startsWith("ctc_mean");
        Loss loss = CtcLoss.of().withReduction(mean ? Reduction.MEAN : Reduction.SUM);
        SequenceGraph graph = FlowTracer.trace(Map.of("identity", IDENTITY), size, false);
        Execution run = computing
                .engine()
                .compile(graph, new Engine.Options(Optional.of(loss), true, 1))
                .newExecution(computing.engine().newWeights(graph));
        Batch batch = Batch.of(Tensor.of(c.numbers("input"), steps, examples, size), ints(c.numbers("input_lengths")));
        JsonNode targets = c.json().get("targets");
        int longest = targets.get(0).size();
        int[] labels = new int[longest * examples];
        for (int k = 0; k < labels.length; k++)
            labels[k] = targets.get(k % examples).get(k / examples).asInt() - 1;
        Batch judged = batch.withTarget(Tensor.ofIds(labels, longest, examples), ints(c.numbers("target_lengths")));

        LossSum sum = run.forward(judged, States.initial(), Mode.GRADIENT).loss();
        run.backward();
        double weight = mean ? sum.weight() : 1;
        computing.close().check("loss", Arrays.stream(c.numbers("value")).sum(), sum.loss() / weight);
        double[] gradient = Arrays.stream(run.inputGradient().doubles())
                .map(g -> g / weight)
                .toArray();
        computing.close().check("gradient", c.numbers("grad"), gradient);
    }

    private static int[] ints(double[] numbers) {
        return Arrays.stream(numbers).mapToInt(n -> (int) n).toArray();
    }

    private static Batch batch(Case c, Tensor input) {
        int rows = input.extent(1);
        if (c.json().get("target").has("data")) {
            return Batch.of(input).withTarget(Tensor.of(c.numbers("target"), 1, rows, input.extent(2)));
        }
        int[] classes =
                Arrays.stream(c.numbers("target")).mapToInt(y -> (int) y).toArray();
        double[] counts =
                Arrays.stream(classes).mapToDouble(y -> y == IGNORED ? 0 : 1).toArray();
        int[] known = Arrays.stream(classes).map(y -> y == IGNORED ? 0 : y).toArray();
        return Batch.of(input).withTarget(Tensor.ofIds(known, 1, rows)).withTargetMask(Tensor.of(counts, 1, rows));
    }

    private static Loss loss(Case c) {
        String name = c.name();
        Reduction reduction = name.endsWith("_sum") ? Reduction.SUM : Reduction.MEAN;
        if (name.startsWith("cross_entropy")) {
            double smoothing = name.contains("label_smoothing") ? lastNumber(name) : 0;
            List<Double> weights = c.json().has("weight")
                    ? Arrays.stream(c.numbers("weight")).boxed().toList()
                    : List.of();
            return SoftmaxCrossEntropyLoss.of()
                    .withLabelSmoothing(smoothing)
                    .withClassWeights(weights)
                    .withReduction(reduction);
        }
        if (name.startsWith("bce_with_logits"))
            return BinaryCrossEntropyLoss.of().withReduction(reduction);
        if (name.startsWith("mse")) return MeanSquaredErrorLoss.of().withReduction(reduction);
        if (name.startsWith("l1")) return MeanAbsoluteErrorLoss.of().withReduction(reduction);
        if (name.startsWith("huber")) return HuberLoss.of(lastNumber(name)).withReduction(reduction);
        if (name.startsWith("smooth_l1"))
            return HuberLoss.smoothL1(lastNumber(name)).withReduction(reduction);
        throw new AssertionError("no loss for the case " + name);
    }

    private static double lastNumber(String name) {
        return Double.parseDouble(name.replaceAll(".*[^0-9.]", ""));
    }
}
