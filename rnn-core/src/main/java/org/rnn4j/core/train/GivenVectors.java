package org.rnn4j.core.train;

import java.nio.file.Path;
import java.util.List;
import org.rnn4j.api.ConfigException;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.Option;
import org.rnn4j.api.expr.Parameter;
import org.rnn4j.core.config.Section;
import org.rnn4j.core.config.SectionConfig;
import org.rnn4j.core.data.Encoding;
import org.rnn4j.core.data.Vocabulary;
import org.rnn4j.core.data.WordVectors;
import org.rnn4j.core.network.Network;

/**
 * Vectors that were learnt elsewhere as the first values of an embedding; symbols that have none keep what was drawn.
 *
 * @param file see {@link WordVectors}
 * @param parameter the embedding's table
 */
public record GivenVectors(Path file, String parameter) {
    private static final Option<Path> FILE =
            Option.path("file", "a word and its numbers on each line, as GloVe and word2vec write them");
    private static final Option<String> PARAMETER =
            Option.text("parameter", "the table of an embedding layer").orElse("layers.0.E");

    static final Section SECTION = Section.of(
                    "vectors", "first values of an embedding that were learnt elsewhere", FILE, PARAMETER)
            .maybe();

    static GivenVectors of(SectionConfig config) {
        return new GivenVectors(config.get(FILE), config.get(PARAMETER));
    }

    /**
     * Writes the vectors into a network that has not been trained.
     *
     * @return how many symbols have one
     * @throws ConfigException if the network has no such table, or one of another size
     */
    public int applyTo(Network network, Encoding data) {
        List<String> known = network.parameters().stream().map(Parameter::name).toList();
        Frozen.check(parameter, known, "vectors.parameter");
        Parameter table = network.parameters().get(known.indexOf(parameter));
        Vocabulary vocabulary = data.vocabulary()
                .filter(v -> v.size() == table.columns())
                .or(data::sourceVocabulary)
                .filter(v -> v.size() == table.columns())
                .orElseThrow(() -> new ConfigException(
                        ErrorMessage.of("'" + parameter + "' is not the table of the data's symbols")
                                .fact("columns", table.columns())
                                .fact("data", data.input())
                                .fix("name the table of an embedding layer that reads the data")
                                .toString()));
        WordVectors given = WordVectors.read(file, vocabulary);
        if (given.size() != table.rows()) {
            throw new ConfigException(ErrorMessage.of("The vectors do not fit '" + parameter + "'")
                    .fact("vectors", given.size() + " numbers")
                    .fact("embedding", table.rows() + " numbers")
                    .fix("let the embedding have \"size\": " + given.size())
                    .toString());
        }
        double[] values = network.weights().get(parameter).clone();
        given.vectors().forEach((id, vector) -> {
            for (int row = 0; row < vector.length; row++) values[row * table.columns() + id] = vector[row];
        });
        network.weights().set(parameter, values);
        return given.vectors().size();
    }
}
