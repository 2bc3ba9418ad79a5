package org.rnn4j.core.component.optimizer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;
import org.rnn4j.api.Optimizer;
import org.rnn4j.core.component.layer.DenseLayer;
import org.rnn4j.core.engine.Engine;
import org.rnn4j.core.engine.Updater;
import org.rnn4j.core.engine.Weights;
import org.rnn4j.core.fixtures.Computing;
import org.rnn4j.core.fixtures.Fixtures;
import org.rnn4j.core.fixtures.Fixtures.Case;
import org.rnn4j.core.trace.FlowTracer;
import org.rnn4j.core.trace.SequenceGraph;

/** Parameters equal to PyTorch's after each update. */
class OptimizerReferenceTest {
    private static final String PARAMETER = "dense.W_xy";

    @TestFactory
    Stream<DynamicContainer> trajectoriesEqualThoseOfPyTorch() {
        return Fixtures.testsOnEngines("optimizers", OptimizerReferenceTest::runs, OptimizerReferenceTest::check);
    }

    /** A run for each optimizer; all share the initial parameter and the gradients. */
    private static List<Case> runs(JsonNode section) {
        for (JsonNode run : section.get("runs")) {
            ((ObjectNode) run).set("initial", section.get("initial"));
            ((ObjectNode) run).set("gradients", section.get("gradients"));
        }
        return Fixtures.named(section.get("runs"));
    }

    private static void check(Case c, Computing computing) {
        Engine engine = computing.engine();
        double[] initial = c.numbers("initial");
        SequenceGraph graph =
                FlowTracer.trace(Map.of("dense", DenseLayer.of(initial.length).withBias(false)), 1, false);
        Weights weights = engine.newWeights(graph);
        Weights gradients = engine.newWeights(graph);
        weights.set(PARAMETER, initial);
        JsonNode options = c.json().get("defaults");
        Updater updater = engine.newUpdater(optimizer(c.name(), options), weights);
        JsonNode trajectory = c.json().get("trajectory");
        for (int k = 0; k < trajectory.size(); k++) {
            gradients.set(PARAMETER, Fixtures.numbers(c.json().get("gradients").get(k)));
            updater.update(gradients, options.get("lr").asDouble());
            computing
                    .close()
                    .check(
                            "parameter after update " + (k + 1),
                            Fixtures.numbers(trajectory.get(k)),
                            weights.get(PARAMETER));
        }
    }

    private static Optimizer optimizer(String name, JsonNode options) {
        Values o = new Values(options);
        double decay = o.number("weight_decay");
        return switch (name.split("_")[0]) {
            case "sgd" ->
                Sgd.of()
                        .withMomentum(o.number("momentum"))
                        .withDampening(o.number("dampening"))
                        .withNesterov(o.flag("nesterov"))
                        .withWeightDecay(decay);
            case "adagrad" ->
                Adagrad.of()
                        .withLearningRateDecay(o.number("lr_decay"))
                        .withInitialAccumulator(o.number("initial_accumulator_value"))
                        .withEpsilon(o.number("eps"))
                        .withWeightDecay(decay);
            case "rmsprop" ->
                RmsProp.of()
                        .withAlpha(o.number("alpha"))
                        .withEpsilon(o.number("eps"))
                        .withCentered(o.flag("centered"))
                        .withMomentum(o.number("momentum"))
                        .withWeightDecay(decay);
            case "adadelta" ->
                Adadelta.of()
                        .withRho(o.number("rho"))
                        .withEpsilon(o.number("eps"))
                        .withWeightDecay(decay);
            case "adam" -> Adam.of(o.moments()).withAmsgrad(o.flag("amsgrad")).withWeightDecay(decay);
            case "adamw" -> AdamW.of(o.moments()).withAmsgrad(o.flag("amsgrad")).withWeightDecay(decay);
            case "nadam" ->
                NAdam.of(o.moments())
                        .withMomentumDecay(o.number("momentum_decay"))
                        .withWeightDecay(decay);
            case "radam" -> RAdam.of(o.moments()).withWeightDecay(decay);
            case "adamax" -> Adamax.of(o.moments()).withWeightDecay(decay);
            case "rprop" ->
                Rprop.of()
                        .withEtas(o.number("etas", 0), o.number("etas", 1))
                        .withSteps(o.number("step_sizes", 0), o.number("step_sizes", 1));
            default -> throw new AssertionError("no optimizer for the case " + name);
        };
    }

    /** Options by PyTorch's names. */
    private record Values(JsonNode options) {
        double number(String name) {
            return options.path(name).asDouble();
        }

        double number(String name, int index) {
            return options.path(name).path(index).asDouble();
        }

        boolean flag(String name) {
            return options.path(name).asBoolean();
        }

        Moments moments() {
            return new Moments(number("betas", 0), number("betas", 1), number("eps"));
        }
    }
}
