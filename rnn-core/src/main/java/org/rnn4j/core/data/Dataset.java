package org.rnn4j.core.data;

import java.util.Optional;

/**
 * Data that is ready to be fed to a network. Immutable.
 *
 * @param encoding what its numbers mean
 * @param training what a network learns from
 * @param validation what it is judged by while it learns; no example of the training part is in it
 * @param test what it is judged by at the end; no example of the other parts is in it
 */
public record Dataset(Encoding encoding, DataPart training, Optional<DataPart> validation, Optional<DataPart> test) {
    /** Data for training only. */
    public static Dataset of(Encoding encoding, DataPart training) {
        return new Dataset(encoding, training, Optional.empty(), Optional.empty());
    }

    /** The same with a part for validation. */
    public Dataset withValidation(DataPart part) {
        return new Dataset(encoding, training, Optional.of(part), test);
    }
}
