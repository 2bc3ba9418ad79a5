package org.rnn4j.examples.reference;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;
import org.rnn4j.api.Optimizer;
import org.rnn4j.api.expr.Parameter;
import org.rnn4j.core.component.clip.Clip;
import org.rnn4j.core.component.layer.DenseLayer;
import org.rnn4j.core.component.layer.EmbeddingLayer;
import org.rnn4j.core.component.layer.RecurrentLayer;
import org.rnn4j.core.component.loss.SoftmaxCrossEntropyLoss;
import org.rnn4j.core.component.optimizer.Adam;
import org.rnn4j.core.component.optimizer.Sgd;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.Engine;
import org.rnn4j.core.engine.Execution;
import org.rnn4j.core.engine.Precision;
import org.rnn4j.core.engine.States;
import org.rnn4j.core.engine.Tensor;
import org.rnn4j.core.engine.Updater;
import org.rnn4j.core.engine.Weights;
import org.rnn4j.core.network.Network;
import org.rnn4j.core.network.NetworkBuilder;

/** Whole training runs of PyTorch: losses, norms of gradients, and the weights in the end. */
class TorchTrainingReferenceTest {
    private static final Pattern MODEL = Pattern.compile(
            "Embedding\\((\\d+),(\\d+)\\)->(\\w+)\\(\\d+,(\\d+),(\\d+) layers,batch_first\\)->Linear\\(.*");
    private static final Pattern OPTIMIZER = Pattern.compile("([a-z]+)([0-9.]+)");
    private static final int IGNORED = -100;
    private static final double MAX_NORM = 1;

    @TestFactory
    Stream<DynamicContainer> trajectoriesEqualThoseOfPyTorch() {
        return Fixtures.tests(Form.TORCH_TRAINING, List.of(Precision.FLOAT64), (c, p) -> new Run(c, p).check());
    }

    /** One training run. */
    private static final class Run {
        private final JsonNode json;
        private final TorchModule module;
        private final int depth;
        private final Network network;
        private final Optimizer optimizer;
        private final double learningRate;

        Run(JsonNode json, Precision precision) {
            this.json = json;
            Matcher model = matched(MODEL, "model");
            Matcher update = matched(OPTIMIZER, "optimizer");
            requireText("loss", "cross_entropy mean, ignore_index=-100");
            requireText("clip", "clip_grad_norm_(max=1.0)");
            int vocabulary = Integer.parseInt(model.group(1));
            module = TorchModule.of(model.group(3), Integer.parseInt(model.group(4)), json.path("config"));
            depth = Integer.parseInt(model.group(5));
            NetworkBuilder builder = Network.builder()
                    .oneHotInput(vocabulary)
                    .layer("emb", EmbeddingLayer.of(Integer.parseInt(model.group(2))))
                    .precision(precision);
            for (int k = 0; k < depth; k++) builder.layer("rnn.l" + k, RecurrentLayer.of(new TwoBiases(module.cell())));
            network = builder.layer("out", DenseLayer.of(vocabulary)).build();
            optimizer = switch (update.group(1)) {
                case "sgd" -> Sgd.of();
                case "adam" -> Adam.of();
                default -> throw new AssertionError("no test knows the optimizer " + update.group(1));
            };
            learningRate = Double.parseDouble(update.group(2));
        }

        private Matcher matched(Pattern pattern, String field) {
            Matcher matcher = pattern.matcher(json.get(field).asText());
            if (matcher.matches()) return matcher;
            throw new AssertionError("no test knows the " + field + " " + json.get(field));
        }

        private void requireText(String field, String known) {
            if (!json.get(field).asText().equals(known)) throw new AssertionError("no test knows " + json.get(field));
        }

        void check() {
            forEachParameter(
                    json.get("init"), (name, values) -> network.weights().set(name, values));
            SoftmaxCrossEntropyLoss loss = SoftmaxCrossEntropyLoss.of();
            Execution run = network.newExecution(new Engine.Options(Optional.of(loss), false, 1));
            Updater updater = network.newUpdater(optimizer);
            Batch batch = batch();
            Weights gradients = run.gradients();
            for (int k = 0; k < json.get("losses").size(); k++) {
                gradients.clear();
                run.forward(batch, States.initial(), Execution.Mode.GRADIENT);
                Execution.LossSum sum = run.loss();
                run.backward();
                gradients.scale(1 / sum.weight());
                double norm = norm(gradients);
                check("loss before update " + k, json.get("losses").get(k), sum.mean());
                check(
                        "norm before update " + k,
                        json.get("grad_norms_before_clip").get(k),
                        norm);
                gradients.scale(Clip.factor(norm, MAX_NORM));
                updater.update(gradients, learningRate);
            }
            forEachParameter(
                    json.get("final"),
                    (name, values) -> Tolerance.TRAINING.check(
                            "final " + name, values, network.weights().get(name)));
        }

        private static void check(String what, JsonNode expected, double actual) {
            Tolerance.TRAINING.check(what, new double[] {expected.asDouble()}, new double[] {actual});
        }

        private static double norm(Weights gradients) {
            double squares = 0;
            for (Parameter parameter : gradients.parameters()) {
                squares += Math.pow(gradients.norm(parameter.name(), 2), 2);
            }
            return Math.sqrt(squares);
        }

        private Batch batch() {
            Numbers x = Numbers.of(json.get("x")).transposed(1, 0);
            Numbers y = Numbers.of(json.get("y")).transposed(1, 0);
            double[] mask = java.util.Arrays.stream(y.data())
                    .map(v -> v == IGNORED ? 0 : 1)
                    .toArray();
            return Batch.of(ids(x)).withTarget(ids(y)).withTargetMask(Tensor.of(mask, y.shape()));
        }

        private static Tensor ids(Numbers numbers) {
            return Tensor.ofIds(
                    java.util.Arrays.stream(numbers.data())
                            .mapToInt(v -> (int) v)
                            .toArray(),
                    numbers.shape());
        }

        private interface ParameterVisitor {
            void visit(String name, double... values);
        }

        private void forEachParameter(JsonNode arrays, ParameterVisitor visitor) {
            visitor.visit(
                    "emb.E",
                    Numbers.of(arrays.get("emb.weight")).transposed(1, 0).data());
            visitor.visit("out.W_xy", Numbers.of(arrays.get("out.weight")).data());
            visitor.visit("out.b_y", Numbers.of(arrays.get("out.bias")).data());
            for (int k = 0; k < depth; k++) {
                Map<String, double[]> sources = new LinkedHashMap<>();
                String suffix = "_l" + k;
                arrays.properties().forEach(field -> {
                    if (!field.getKey().startsWith("rnn.") || !field.getKey().endsWith(suffix)) return;
                    String name = field.getKey()
                            .substring("rnn.".length(), field.getKey().length() - suffix.length());
                    sources.put(name, Numbers.of(field.getValue()).data());
                });
                module.table()
                        .withTwoBiases()
                        .values(network.weights(), "rnn.l" + k + ".cell", sources)
                        .forEach(visitor::visit);
            }
        }
    }
}
