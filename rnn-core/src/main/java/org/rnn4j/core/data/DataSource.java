package org.rnn4j.core.data;

import java.nio.file.Path;
import java.util.Optional;

/** Data that can be read; nothing has been opened yet. Immutable. */
public interface DataSource {
    /**
     * Reads the data and divides it into parts.
     *
     * @param seed of the division
     * @param known the encoding of a model that exists; without one it is made from the data
     * @throws org.rnn4j.api.DataException if a file cannot be read or used; the message names file and line
     */
    Dataset read(long seed, Optional<Encoding> known);

    /**
     * Reads another file of the same kind, undivided, for a model that exists.
     *
     * @param known the model's encoding
     * @throws org.rnn4j.api.DataException if the file cannot be read or used
     */
    DataPart readWhole(Path file, Encoding known);
}
