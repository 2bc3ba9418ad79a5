package org.rnn4j.core.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rnn4j.api.expr.Parameter;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.Tensor;

final class ModelFileTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"float32", "float64"})
    void readsBackToTheSameBits(String precision) {
        TrainedModel model = Models.model(folder, "precision=" + precision);
        Path file = folder.resolve("model.safetensors");
        ModelFile.write(file, model);
        TrainedModel read = ModelFile.read(file, Models.REGISTRY);
        for (Parameter parameter : model.network().parameters()) {
            assertArrayEquals(
                    model.network().weights().get(parameter.name()),
                    read.network().weights().get(parameter.name()),
                    parameter.name());
        }
        Batch batch = Batch.of(Tensor.ofIds(new int[] {1, 2, 3, 0}, 4, 1));
        assertArrayEquals(
                model.network().predict(batch).doubles(),
                read.network().predict(batch).doubles());
        assertEquals(model.encoding(), read.encoding());
        assertEquals(model.vocabulary(), read.vocabulary());
        assertEquals(model.experiment().precision(), read.experiment().precision());
        assertEquals(model.encoding(), ModelFile.readEncoding(file));
    }

    @Test
    void holdsWeightsUnderTheirNamesAndWhatTheyMean() {
        TrainedModel model = Models.model(folder);
        Path file = folder.resolve("model.safetensors");
        ModelFile.write(file, model);
        TensorFile content = Safetensors.read(file);
        assertEquals(
                List.of("format", "config", "encoding"),
                List.copyOf(content.metadata().keySet()));
        int symbols = model.encoding().input().size();
        assertEquals(
                List.of(
                        "layers.0.cell.W_xh F64 [3, " + symbols + "]",
                        "layers.0.cell.W_hh F64 [3, 3]",
                        "layers.0.cell.b_h F64 [3]",
                        "output.W_xy F64 [" + symbols + ", 3]",
                        "output.b_y F64 [" + symbols + "]"),
                content.tensors().values().stream().map(Object::toString).toList());
    }

    @Test
    void pathsLeadToTheSameFilesFromTheModelsFolder() throws IOException {
        TrainedModel model = Models.model(folder);
        Path run = Files.createDirectories(folder.resolve("runs/one"));
        ModelFile.write(run.resolve("model.safetensors"), model);
        TrainedModel read = ModelFile.read(run.resolve("model.safetensors"), Models.REGISTRY);
        assertEquals(
                model.encoding(),
                read.experiment().data().read(0, Optional.empty()).encoding());
    }

    @Test
    void otherWeightsCanBeWritten() {
        TrainedModel model = Models.model(folder);
        Map<String, double[]> weights = new java.util.HashMap<>();
        for (Parameter p : model.network().parameters()) weights.put(p.name(), new double[p.length()]);
        weights.put("output.b_y", new double[model.encoding().target().size()]);
        weights.get("output.b_y")[0] = 0.5;
        Path file = folder.resolve("model.safetensors");
        ModelFile.write(file, model, weights);
        TrainedModel read = ModelFile.read(file, Models.REGISTRY);
        assertEquals(0.5, read.network().weights().get("output.b_y")[0]);
        assertTrue(model.network().weights().norm("output.W_xy", 2) > 0);
    }
}
