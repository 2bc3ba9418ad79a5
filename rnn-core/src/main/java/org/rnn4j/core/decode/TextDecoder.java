package org.rnn4j.core.decode;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.rnn4j.core.data.SpecialSymbol;
import org.rnn4j.core.data.Vocabulary;
import org.rnn4j.core.engine.States;
import org.rnn4j.core.network.Network;

/**
 * Texts from a language model, and their probabilities.
 *
 * <pre>
 * TextDecoder decoder = TextDecoder.of(network, vocabulary);
 * List&lt;String&gt; names = decoder.sample(new Sampler(Categorical.atTemperature(0.8), 7), decoder.prompt("tyr"), 3);
 * </pre>
 *
 * <p>A vocabulary with an end symbol, as of names, gives texts that end; without one, as of running text, a text goes on to
 * the prompt's greatest length. Symbols for what is unknown or padded never appear. Immutable.
 */
public final class TextDecoder {
    private final Stepper<States> stepper;
    private final Vocabulary vocabulary;

    private TextDecoder(Stepper<States> stepper, Vocabulary vocabulary) {
        this.stepper = stepper;
        this.vocabulary = vocabulary;
    }

    /** A decoder of a network that was trained with this vocabulary. */
    public static TextDecoder of(Network network, Vocabulary vocabulary) {
        return new TextDecoder(NetworkStepper.of(network), vocabulary);
    }

    /** A decoder of anything that steps, with the vocabulary of its symbols. */
    public static TextDecoder of(Stepper<States> stepper, Vocabulary vocabulary) {
        return new TextDecoder(stepper, vocabulary);
    }

    /** The network as decoding sees it. */
    public Stepper<States> stepper() {
        return stepper;
    }

    /** A prompt for texts that begin with a prefix, which may be empty. */
    public Prompt prompt(String prefix) {
        int start = vocabulary.start();
        OptionalInt end = vocabulary.id(SpecialSymbol.END);
        Prompt prompt = end.isPresent() ? Prompt.of(start, end.getAsInt()) : Prompt.endless(start);
        int[] never = Stream.of(SpecialSymbol.UNKNOWN, SpecialSymbol.PADDING)
                .flatMapToInt(special -> vocabulary.id(special).stream())
                .toArray();
        return prompt.withPrefix(vocabulary.encode(prefix)).withConstraint(Constraint.without(never));
    }

    /** Draws texts. */
    public List<String> sample(Sampler sampler, Prompt prompt, int count) {
        return sampler.sample(stepper, prompt, count).stream().map(this::text).toList();
    }

    /** The most probable texts that a beam search finds, best first. */
    public List<String> search(BeamSearch search, Prompt prompt) {
        return search.search(stepper, prompt).stream().map(this::text).toList();
    }

    /** The most probable texts that a beam search finds where something is taken off the score, best first. */
    public List<String> search(BeamSearch search, Prompt prompt, Penalty<States> penalty) {
        return search.search(stepper, prompt, penalty).stream().map(this::text).toList();
    }

    /** The text of a sequence, prefix included. */
    public String text(Decoded decoded) {
        return vocabulary.decode(decoded.symbols());
    }

    /** A symbol of a text and its probability. */
    public record Scored(String symbol, double logProbability) {}

    /** The logarithm of the probability of every symbol of a text, given those before it; the end comes last. */
    public List<Scored> score(String text) {
        int[] symbols = vocabulary.encode(text);
        double[] each = Scorer.logProbabilities(stepper, prompt(text));
        Scored[] scored = new Scored[each.length];
        for (int t = 0; t < each.length; t++) {
            int symbol = t < symbols.length
                    ? symbols[t]
                    : vocabulary.id(SpecialSymbol.END).orElseThrow();
            scored[t] = new Scored(vocabulary.symbol(symbol), each[t]);
        }
        return List.of(scored);
    }
}
