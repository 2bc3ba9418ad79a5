package org.rnn4j.core.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rnn4j.api.RnnException;
import org.rnn4j.core.config.Registry;
import org.rnn4j.core.train.Components;

final class ModelFileErrorTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void writeAModel() {
        file = folder.resolve("model.safetensors");
        ModelFile.write(file, Models.model(folder));
    }

    private void assertMessage(String expected) {
        assertMessage(expected, Models.REGISTRY);
    }

    private void assertMessage(String expected, Registry registry) {
        RnnException e = assertThrows(RnnException.class, () -> ModelFile.read(file, registry));
        assertEquals(expected, e.getMessage().replace(folder.toString(), "DIR"));
    }

    private void rewrite(List<Tensor> tensors, Map<String, String> metadata) {
        Safetensors.write(file, TensorFile.of(tensors, metadata));
    }

    private List<Tensor> tensors() {
        return new ArrayList<>(Safetensors.read(file).tensors().values());
    }

    private Map<String, String> metadata() {
        return new LinkedHashMap<>(Safetensors.readMetadata(file));
    }

    @Test
    void truncated() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 8));
        RnnException e = assertThrows(RnnException.class, () -> ModelFile.read(file, Models.REGISTRY));
        String[] lines = e.getMessage().replace(folder.toString(), "DIR").split("\n");
        assertEquals("Cannot read model.safetensors: tensor 'output.b_y' lies outside of the file", lines[0]);
        assertEquals(
                "  fix    the file is damaged or not safetensors: copy it again, or save the model again",
                lines[lines.length - 1]);
    }

    @Test
    void ofAnotherProgram() {
        rewrite(tensors(), Map.of("format", "pt"));
        assertMessage("""
                Cannot read model.safetensors: it is no model of RNN4J
                  file    DIR/model.safetensors
                  format  'pt'
                  fix     name a model.safetensors that 'rnn train' wrote, or its run folder""");
    }

    @Test
    void withoutMetadata() {
        rewrite(tensors(), Map.of());
        assertMessage("""
                Cannot read model.safetensors: it is no model of RNN4J
                  file    DIR/model.safetensors
                  format  not given
                  fix     name a model.safetensors that 'rnn train' wrote, or its run folder""");
    }

    @Test
    void ofANewerVersion() {
        Map<String, String> metadata = metadata();
        metadata.put("format", "rnn4j/2");
        rewrite(tensors(), metadata);
        assertMessage("""
                Cannot read model.safetensors: a newer RNN4J wrote it
                  file    DIR/model.safetensors
                  format  'rnn4j/2'
                  known   'rnn4j/1'
                  fix     update RNN4J""");
    }

    @Test
    void aCheckpointInsteadOfAModel() {
        Map<String, String> metadata = metadata();
        metadata.put("format", "rnn4j-checkpoint/1");
        rewrite(tensors(), metadata);
        assertMessage("""
                Cannot read model.safetensors: it is no model of RNN4J
                  file    DIR/model.safetensors
                  format  'rnn4j-checkpoint/1'
                  fix     name a model.safetensors that 'rnn train' wrote, or its run folder""");
    }

    @Test
    void aMissingTensor() {
        List<Tensor> tensors = tensors();
        tensors.remove(1);
        rewrite(tensors, metadata());
        assertMessage("""
                Cannot read model.safetensors: it lacks tensors of the model
                  file     DIR/model.safetensors
                  missing  'layers.0.cell.W_hh'
                  extra    none
                  fix      use the configuration that the weights were trained with""");
    }

    @Test
    void anExtraTensor() {
        List<Tensor> tensors = tensors();
        tensors.add(Tensor.of("layers.1.W_xy", new double[4], 2, 2));
        rewrite(tensors, metadata());
        assertMessage("""
                Cannot read model.safetensors: it has tensors that the model has not
                  file     DIR/model.safetensors
                  missing  none
                  extra    'layers.1.W_xy'
                  fix      use the configuration that the weights were trained with""");
    }

    @Test
    void aTensorOfAnotherShape() {
        List<Tensor> tensors = tensors();
        tensors.set(1, Tensor.of("layers.0.cell.W_hh", new double[16], 4, 4));
        rewrite(tensors, metadata());
        assertMessage("""
                Cannot read model.safetensors: a tensor does not fit the model
                  file    DIR/model.safetensors
                  tensor  layers.0.cell.W_hh F64 [4, 4]
                  model   layers.0.cell.W_hh F32 or F64 [3, 3]
                  fix     use the configuration that the weights were trained with""");
    }

    @Test
    void aTensorOfWholeNumbers() {
        List<Tensor> tensors = tensors();
        tensors.set(2, Tensor.of("layers.0.cell.b_h", new int[3], 3));
        rewrite(tensors, metadata());
        assertMessage("""
                Cannot read model.safetensors: a tensor does not fit the model
                  file    DIR/model.safetensors
                  tensor  layers.0.cell.b_h I32 [3]
                  model   layers.0.cell.b_h F32 or F64 [3]
                  fix     use the configuration that the weights were trained with""");
    }

    @Test
    void aMissingConfiguration() {
        Map<String, String> metadata = metadata();
        metadata.remove("config");
        rewrite(tensors(), metadata);
        assertMessage("""
                Cannot read model.safetensors: a part of the model is missing
                  file     DIR/model.safetensors
                  missing  config in the metadata
                  fix      the file is damaged or not safetensors: copy it again, or save the model again""");
    }

    @Test
    void aCellThatIsNotOnTheClassPath() {
        assertMessage("""
                Unknown dataset type 'lines' at data.type (DIR/model.safetensors:6:13)
                  available  (none)
                  fix        correct the name, or add the jar that provides it to the class path""", Registry.empty(Components.FAMILIES));
    }

    @Test
    void noFile() {
        file = folder.resolve("none.safetensors");
        assertMessage("""
                Cannot read none.safetensors: there is no such file
                  file  DIR/none.safetensors
                  fix   check the path""");
    }
}
