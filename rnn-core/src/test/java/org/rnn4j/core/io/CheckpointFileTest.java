package org.rnn4j.core.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rnn4j.api.RnnException;
import org.rnn4j.api.expr.Parameter;
import org.rnn4j.core.data.Dataset;
import org.rnn4j.core.engine.States;
import org.rnn4j.core.network.Network;
import org.rnn4j.core.train.Experiment;
import org.rnn4j.core.train.TrainingListener;
import org.rnn4j.core.train.TrainingResult.Best;
import org.rnn4j.core.train.TrainingState;
import org.rnn4j.core.train.TrainingState.BestWeights;
import org.rnn4j.core.train.TrainingState.Memory;
import org.rnn4j.core.train.TrainingState.Position;

final class CheckpointFileTest {
    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("state.safetensors");
    }

    private static TrainingState state(Network network, double value) {
        Map<String, double[]> weights = new java.util.LinkedHashMap<>();
        for (Parameter p : network.parameters()) {
            double[] values = new double[p.length()];
            java.util.Arrays.fill(values, value);
            weights.put(p.name(), values);
        }
        States carried = new States(
                Map.of("layers.0.cell.h", org.rnn4j.core.engine.Tensor.of(new double[] {1, 2, 3, 4, 5, value}, 2, 3)));
        Map<String, Double> validation = new java.util.LinkedHashMap<>();
        validation.put("loss", 1.0 / 3);
        validation.put("accuracy", Double.NaN);
        Memory memory = new Memory(List.of(0.1, 2e300), List.of(-0.0, 3.0), validation);
        return new TrainingState(
                new Position(4, 7, 1234567890123L, memory),
                weights,
                Map.of("output.b_y/m", new double[] {value}),
                carried,
                Optional.of(new BestWeights(new Best(3, 99, 0.7), 2, weights)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.1, Double.MIN_VALUE, -0.0})
    void everyBitComesBack(double value) {
        Network network = Models.model(folder).network();
        TrainingState state = state(network, value);
        CheckpointFile.write(file(), state);
        TrainingState read = CheckpointFile.read(file(), network);
        assertEquals(state.position(), read.position());
        state.weights()
                .forEach((name, values) ->
                        assertArrayEquals(values, read.weights().get(name)));
        assertEquals(state.weights().keySet(), read.weights().keySet());
        assertArrayEquals(
                state.optimizer().get("output.b_y/m"), read.optimizer().get("output.b_y/m"));
        assertArrayEquals(
                state.carried().get("layers.0.cell.h").doubles(),
                read.carried().get("layers.0.cell.h").doubles());
        assertEquals(
                state.best().orElseThrow().where(), read.best().orElseThrow().where());
        assertEquals(2, read.best().orElseThrow().waited());
    }

    @ParameterizedTest
    @ValueSource(strings = {"float32", "float64"})
    void trainingGoesOnFromAFileBitForBit(String precision) {
        for (String optimizer : List.of("adam", "nadam", "radam", "rprop", "adadelta")) {
            String[] settings = {
                "precision=" + precision,
                "optimizer={\"type\": \"" + optimizer + "\"}",
                "training.epochs=3",
                "training.truncatedBptt=3"
            };
            Experiment experiment = Models.experiment(folder, settings);
            Dataset data = Models.data(experiment);
            Network whole = experiment.network(data.encoding());
            List<Path> files = new ArrayList<>();
            experiment
                    .trainer(whole, data.encoding())
                    .withListener(new TrainingListener() {
                        @Override
                        public void epochFinished(
                                org.rnn4j.core.train.EpochReport report, Supplier<TrainingState> state) {
                            Path file = folder.resolve(optimizer + report.epoch());
                            CheckpointFile.write(file, state.get());
                            files.add(file);
                        }
                    })
                    .train(data);
            Network resumed = experiment.network(data.encoding());
            experiment.trainer(resumed, data.encoding()).resume(data, CheckpointFile.read(files.get(0), resumed));
            for (Parameter p : whole.parameters()) {
                assertArrayEquals(
                        whole.weights().get(p.name()), resumed.weights().get(p.name()), optimizer + " " + p.name());
            }
        }
    }

    @Test
    void aModelInsteadOfACheckpoint() {
        TrainedModel model = Models.model(folder);
        ModelFile.write(file(), model);
        assertMessage(model.network(), """
                Cannot read state.safetensors: it is no checkpoint of this version of RNN4J
                  file    DIR/state.safetensors
                  format  'rnn4j/1'
                  known   'rnn4j-checkpoint/1'
                  fix     use a checkpoint that 'rnn train' of the same version wrote""");
    }

    @Test
    void aCheckpointOfAnotherModel() {
        CheckpointFile.write(file(), state(Models.model(folder).network(), 1));
        Network other =
                Models.model(folder, "model.layers[0].cell.hiddenSize=4").network();
        assertMessage(other, """
                Cannot read state.safetensors: it is of another model
                  file       DIR/state.safetensors
                  parameter  layers.0.cell.W_xh
                  numbers    54; the model has 72
                  fix        resume with the configuration that the training began with""");
    }

    private void assertMessage(Network network, String expected) {
        RnnException e = assertThrows(RnnException.class, () -> CheckpointFile.read(file(), network));
        assertEquals(expected, e.getMessage().replace(folder.toString(), "DIR"));
    }
}
