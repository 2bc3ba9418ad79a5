package org.rnn4j.core.io;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.ModelFormatException;

/** The content of a safetensors file: tensors by name and texts by name, both in order. Immutable. */
public final class TensorFile {
    private final Map<String, Tensor> tensors;
    private final Map<String, String> metadata;

    private TensorFile(Map<String, Tensor> tensors, Map<String, String> metadata) {
        this.tensors = Collections.unmodifiableMap(tensors);
        this.metadata = Collections.unmodifiableMap(metadata);
    }

    /**
     * Puts a file together.
     *
     * @param tensors with different names, none of them {@code __metadata__}
     * @param metadata texts by name, for example the configuration of a model
     */
    public static TensorFile of(Collection<Tensor> tensors, Map<String, String> metadata) {
        Map<String, Tensor> byName = new LinkedHashMap<>();
        for (Tensor tensor : tensors) {
            boolean reserved = tensor.name().equals(SafetensorsHeader.METADATA);
            if (reserved || byName.putIfAbsent(tensor.name(), tensor) != null) {
                throw new IllegalArgumentException(ErrorMessage.of("The name of a tensor cannot be used: " + tensor)
                        .fact("reason", reserved ? "the file format reserves it" : "another tensor has it")
                        .fix("give the tensor a name of its own")
                        .toString());
            }
        }
        return new TensorFile(byName, new LinkedHashMap<>(metadata));
    }

    /** The tensors by name. */
    public Map<String, Tensor> tensors() {
        return tensors;
    }

    /** The texts by name. */
    public Map<String, String> metadata() {
        return metadata;
    }

    /** The tensor of a name; an error where there is none. */
    public Tensor tensor(String name) {
        Tensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new ModelFormatException(ErrorMessage.of("No tensor '" + name + "' in the file")
                    .choices(name, tensors.keySet())
                    .fix("check that the file belongs to this model")
                    .toString());
        }
        return tensor;
    }
}
