package org.rnn4j.core.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.rnn4j.api.DataException;
import org.rnn4j.api.ErrorMessage;

/**
 * Vectors of words that were learnt elsewhere, of those that a vocabulary has.
 *
 * <p>A file has a word on each line and the numbers of its vector, with spaces between, as GloVe and word2vec (as text) write
 * it; a first line with two whole numbers, as word2vec has, is skipped. A symbol that is not in the file takes the vector of
 * its lower case, if that is there. Immutable.
 *
 * @param size numbers of a vector
 * @param vectors by the symbol's number
 */
public record WordVectors(int size, Map<Integer, double[]> vectors) {
    private static final Pattern BLANKS = Pattern.compile("[ \t]+");

    /** Copies the map, not the arrays. */
    public WordVectors {
        vectors = Map.copyOf(vectors);
    }

    /**
     * Reads a file.
     *
     * @throws DataException if there is no such file, or a line is no vector, or of another size than the first
     */
    public static WordVectors read(Path file, Vocabulary vocabulary) {
        Set<String> wanted = new HashSet<>();
        for (String symbol : vocabulary.symbols()) {
            wanted.add(symbol);
            wanted.add(symbol.toLowerCase(Locale.ROOT));
        }
        Map<String, double[]> found = new HashMap<>();
        int size = 0;
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            TextPlace place = TextPlace.of(file);
            int number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                String[] fields = BLANKS.split(line.strip());
                if (number == 1 && fields.length == 2) continue;
                if (size == 0) size = fields.length - 1;
                if (fields.length - 1 != size || size < 1) throw wrongSize(place.at(number), size, fields.length - 1);
                if (wanted.contains(fields[0])) found.put(fields[0], numbers(fields, place.at(number)));
            }
        } catch (IOException e) {
            throw new DataException(
                    ErrorMessage.of("Cannot read vectors from " + file)
                            .fact("reason", e)
                            .fix("name a text file in UTF-8, as of GloVe")
                            .toString(),
                    e);
        }
        return new WordVectors(size, ofSymbols(vocabulary, found));
    }

    private static Map<Integer, double[]> ofSymbols(Vocabulary vocabulary, Map<String, double[]> found) {
        Map<Integer, double[]> vectors = new HashMap<>();
        for (int id = 0; id < vocabulary.size(); id++) {
            String symbol = vocabulary.symbol(id);
            String key = found.containsKey(symbol) ? symbol : symbol.toLowerCase(Locale.ROOT);
            double[] vector = found.get(key);
            if (vector != null) vectors.put(id, vector);
        }
        return vectors;
    }

    private static double[] numbers(String[] fields, TextPlace place) {
        double[] numbers = new double[fields.length - 1];
        for (int i = 0; i < numbers.length; i++) {
            try {
                numbers[i] = Double.parseDouble(fields[i + 1]);
            } catch (NumberFormatException e) {
                throw new DataException(
                        ErrorMessage.of("Not a number: '" + fields[i + 1] + "'" + place.suffix())
                                .fact("word", fields[0])
                                .fix("write a word and its numbers on each line, with spaces between")
                                .toString(),
                        e);
            }
        }
        return numbers;
    }

    private static DataException wrongSize(TextPlace place, int size, int found) {
        return new DataException(ErrorMessage.of("A vector of another size" + place.suffix())
                .fact("wanted", Math.max(1, size) + " numbers")
                .fact("found", found)
                .fix("write a word and its numbers on each line, with spaces between")
                .toString());
    }
}
