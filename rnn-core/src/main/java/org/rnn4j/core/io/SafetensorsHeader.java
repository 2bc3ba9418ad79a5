package org.rnn4j.core.io;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.rnn4j.api.ModelFormatException;

/**
 * What the header of a safetensors file says.
 *
 * @param entries the tensors, in the order of the header
 * @param metadata texts by name
 */
record SafetensorsHeader(List<Entry> entries, Map<String, String> metadata) {
    /** The key of the texts, among the names of tensors. */
    static final String METADATA = "__metadata__";
    /** What other readers accept, too. */
    static final int MOST_BYTES = 100_000_000;
    /** The length of the header comes first. */
    static final int LENGTH_BYTES = Long.BYTES;

    /** One tensor; its bytes are counted from the end of the header. */
    record Entry(String name, TensorType type, int[] shape, long begin, long end) {
        long bytes() {
            return end - begin;
        }
    }

    /**
     * Checks that the tensors fill the data exactly: each has the bytes of its shape, none overlap, none are left over.
     *
     * @param dataBytes the size of the file after the header
     */
    void verify(long dataBytes, FileErrors errors) {
        for (Entry entry : entries) {
            verifySize(entry, dataBytes, errors);
        }
        List<Entry> stored = entries.stream()
                .sorted(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end))
                .toList();
        long reached = 0;
        for (Entry entry : stored) {
            if (entry.begin() != reached) {
                String problem = entry.begin() < reached ? " overlaps another" : " leaves a hole before it";
                throw errors.damaged(
                        "tensor " + FileErrors.quote(entry.name()) + problem,
                        "bytes",
                        place(entry) + ", not " + reached);
            }
            reached = entry.end();
        }
        if (reached != dataBytes) {
            throw errors.damaged("bytes follow the last tensor", "bytes", dataBytes - reached);
        }
    }

    private static void verifySize(Entry entry, long dataBytes, FileErrors errors) {
        String tensor = "tensor " + FileErrors.quote(entry.name());
        if (entry.begin() < 0 || entry.end() < entry.begin() || entry.end() > dataBytes) {
            throw errors.damaged(tensor + " lies outside of the file", "bytes", place(entry) + " of " + dataBytes);
        }
        int elements = Tensor.elements(entry.shape());
        if (elements < 0) {
            throw new ModelFormatException(errors.message(tensor + " is too large")
                    .fact("shape", shape(entry))
                    .fact("limit", Tensor.MOST_ELEMENTS + " elements")
                    .fix("split the tensor, or check whether the file is damaged")
                    .toString());
        }
        if ((long) elements * entry.type().bytes() != entry.bytes()) {
            throw errors.damaged(
                    tensor + " has not the size of its shape",
                    "shape",
                    shape(entry) + " " + entry.type() + " in " + entry.bytes() + " bytes");
        }
    }

    private static String place(Entry entry) {
        return entry.begin() + " to " + entry.end();
    }

    private static String shape(Entry entry) {
        int most = 8;
        int[] shape = entry.shape();
        return shape.length <= most ? Arrays.toString(shape) : "[" + shape.length + " dimensions]";
    }
}
