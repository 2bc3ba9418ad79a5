package org.rnn4j.cli.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.rnn4j.api.Loss;
import org.rnn4j.core.data.Encoding;
import org.rnn4j.core.data.Feature;
import org.rnn4j.core.data.Level;
import org.rnn4j.core.data.SpecialSymbol;
import org.rnn4j.core.data.Vocabulary;
import org.rnn4j.core.engine.Precision;
import org.rnn4j.core.engine.Tensor;
import org.rnn4j.core.math.Categorical;
import org.rnn4j.core.math.CounterRandom;
import org.rnn4j.core.math.RandomKey;
import org.rnn4j.core.math.RandomPurpose;
import org.rnn4j.core.network.Network;

/**
 * Outputs as text: a symbol, or the probabilities of some as a JSON object, or numbers as a JSON array.
 *
 * <p>Numbers are what the loss says that the outputs stand for, such as probabilities, in the units of the data.
 */
public final class Predictions {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Encoding encoding;
    private final Choice choice;
    private final Network meaning;

    /**
     * How a symbol is chosen.
     *
     * @param sampling temperature 0 for the most probable
     * @param seed of what is drawn
     * @param top how many symbols are given with their probabilities, instead of one
     */
    public record Choice(Categorical sampling, long seed, OptionalInt top) {}

    /** Predictions of a model. */
    public Predictions(Encoding encoding, Loss loss, Choice choice) {
        this.encoding = encoding;
        this.choice = choice;
        this.meaning = Network.builder()
                .vectorInput(encoding.target().size())
                .layer((flow, x) -> flow.map(t -> t.output(loss.prediction(t.input())), List.of(x)))
                .precision(Precision.FLOAT64)
                .build();
    }

    /**
     * The text of an output.
     *
     * @param output [1, size]
     * @param step number of the output in its sequence: each has a random number of its own
     */
    public String text(Tensor output, long step) {
        return encoding.target() instanceof Feature.Symbols symbols
                ? symbol(symbols.vocabulary(), output.doubles().clone(), step)
                : numbers(meaning.newSession().step(output));
    }

    private String symbol(Vocabulary vocabulary, double[] logits, long step) {
        if (encoding.isNextSymbol()) {
            Stream.of(SpecialSymbol.UNKNOWN, SpecialSymbol.PADDING)
                    .flatMapToInt(special -> vocabulary.id(special).stream())
                    .forEach(id -> logits[id] = Double.NEGATIVE_INFINITY);
        }
        if (choice.top().isPresent())
            return top(vocabulary, logits, choice.top().getAsInt());
        RandomKey key = RandomKey.of(choice.seed(), RandomPurpose.SAMPLE).at((int) (step >>> 32), 0, (int) step);
        int id = choice.sampling().sample(logits, CounterRandom.uniform(key, 0));
        String text = name(vocabulary, id);
        boolean plain = !text.isBlank() && text.equals(text.strip()) && !text.startsWith("\"");
        return plain && text.chars().noneMatch(Character::isISOControl) ? text : json(text);
    }

    private String top(Vocabulary vocabulary, double[] logits, int count) {
        Categorical shown = choice.sampling().temperature() == 0
                ? new Categorical(1, choice.sampling().topK(), choice.sampling().topP())
                : choice.sampling();
        double[] probabilities = shown.probabilities(logits);
        Map<String, Double> best = new LinkedHashMap<>();
        IntStream.range(0, probabilities.length)
                .boxed()
                .sorted(Comparator.comparingDouble(id -> -probabilities[id]))
                .limit(count)
                .filter(id -> probabilities[id] > 0)
                .forEach(id -> best.put(name(vocabulary, id), rounded(probabilities[id])));
        return json(best);
    }

    private static String name(Vocabulary vocabulary, int id) {
        boolean special = vocabulary.specials().containsValue(id);
        return special || vocabulary.level() != Level.BYTE_PAIR
                ? vocabulary.symbol(id)
                : vocabulary.decode(new int[] {id});
    }

    private String numbers(Tensor output) {
        double[] values = output.doubles().clone();
        for (int k = 0; k < values.length; k++) values[k] = rounded(unscaled(k, values[k]));
        return json(values);
    }

    private double unscaled(int element, double z) {
        if (!(encoding.target() instanceof Feature.Numbers numbers)) return z;
        return numbers.scaling().map(s -> s.undo(element, z)).orElse(z);
    }

    /** Seven digits, all that a float has. */
    private static double rounded(double number) {
        return (float) number == number || !Double.isFinite(number)
                ? Double.parseDouble(Float.toString((float) number))
                : new java.math.BigDecimal(number)
                        .round(new java.math.MathContext(7))
                        .doubleValue();
    }

    private static String json(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON: " + value, e);
        }
    }
}
