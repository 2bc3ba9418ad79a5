package org.rnn4j.cli.stream;

import java.util.List;
import java.util.Optional;
import org.rnn4j.core.network.SessionState;

/** A model on lines: for each line that comes in, one goes out, in the same order. Not thread-safe. */
public interface Lines {
    /** Takes in a line; the lines that are ready, in order. An empty line ends a sequence. */
    List<String> line(String line);

    /** Ends the sequence; the lines that were still to come. */
    List<String> finish();

    /** Where the stream stands; nothing where the next line begins anew. */
    Optional<SessionState> state();
}
