package org.rnn4j.core.io;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The kinds of numbers that are read and written, named as in safetensors. */
public enum TensorType {
    /** 32-bit floating point. */
    F32(Float.BYTES),
    /** 64-bit floating point. */
    F64(Double.BYTES),
    /** 32-bit signed integer. */
    I32(Integer.BYTES),
    /** 64-bit signed integer. */
    I64(Long.BYTES);

    private final int bytes;

    TensorType(int bytes) {
        this.bytes = bytes;
    }

    /** The size of one number. */
    public int bytes() {
        return bytes;
    }

    static Optional<TensorType> named(String name) {
        return Arrays.stream(values()).filter(t -> t.name().equals(name)).findFirst();
    }

    static List<String> names() {
        return Arrays.stream(values()).map(TensorType::name).toList();
    }
}
