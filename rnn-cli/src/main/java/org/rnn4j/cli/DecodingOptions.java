package org.rnn4j.cli;

import java.util.List;
import java.util.Optional;
import org.rnn4j.api.ConfigException;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.core.decode.BeamSearch;
import org.rnn4j.core.decode.Constraint;
import org.rnn4j.core.decode.Decoded;
import org.rnn4j.core.decode.Prompt;
import org.rnn4j.core.decode.Sampler;
import org.rnn4j.core.decode.TextDecoder;
import org.rnn4j.core.math.Categorical;
import picocli.CommandLine.Option;

/** The options that say how texts are made. */
final class DecodingOptions {
    private static final org.rnn4j.api.Option<Integer> COUNT =
            org.rnn4j.api.Option.integer("--count", "number of texts").atLeast(1);
    private static final org.rnn4j.api.Option<Double> TEMPERATURE =
            org.rnn4j.api.Option.number("--temperature", "0 is greedy").atLeast(0);
    private static final org.rnn4j.api.Option<Integer> TOP_K = org.rnn4j.api.Option.integer(
                    "--top-k", "most symbols to choose from")
            .atLeast(1);
    private static final org.rnn4j.api.Option<Double> TOP_P = org.rnn4j.api.Option.number(
                    "--top-p", "probability of the symbols to choose from")
            .above(0)
            .atMost(1);
    private static final org.rnn4j.api.Option<Integer> MAX_LENGTH = org.rnn4j.api.Option.integer(
                    "--max-length", "most symbols after the prefix")
            .atLeast(1);

    private static final org.rnn4j.api.Option<Integer> NO_REPEAT = org.rnn4j.api.Option.integer(
                    "--no-repeat", "symbols in a row that must not appear twice")
            .atLeast(1);

    @Option(names = "--count", paramLabel = "N", description = "How many texts (default: ${DEFAULT-VALUE}).")
    private int count = 10;

    @Option(
            names = "--temperature",
            paramLabel = "X",
            description = "Below 1 the texts are more usual, above 1 bolder, 0 is greedy (default: ${DEFAULT-VALUE}).")
    private double temperature = 1;

    @Option(names = "--top-k", paramLabel = "K", description = "Choose among the K most probable symbols only.")
    private int topK = Categorical.ALL;

    @Option(
            names = "--top-p",
            paramLabel = "P",
            description = "Choose among the most probable symbols whose probabilities reach P only.")
    private double topP = 1;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "The same seed gives the same texts (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--prefix", paramLabel = "TEXT", description = "What every text begins with.")
    private String prefix = "";

    @Option(
            names = "--max-length",
            paramLabel = "N",
            description = "Most symbols after the prefix (default: ${DEFAULT-VALUE}).")
    private int maxLength = 200;

    @Option(names = "--greedy", description = "The one text of always the most probable symbol.")
    private boolean greedy;

    @Option(
            names = "--beam",
            paramLabel = "W",
            description = "The most probable texts that a beam of W hypotheses finds, best first; no chance in it.")
    private Optional<Integer> beam = Optional.empty();

    @Option(
            names = "--length-normalization",
            paramLabel = "A",
            description = "With --beam: rank by log P / length^A (default: ${DEFAULT-VALUE}).")
    private double lengthNormalization = 0.7;

    @Option(names = "--no-repeat", paramLabel = "N", description = "No N symbols in a row appear twice in a text.")
    private Optional<Integer> noRepeat = Optional.empty();

    /** Makes the texts. */
    List<String> texts(TextDecoder decoder) {
        return decoded(decoder).stream().map(decoder::text).toList();
    }

    /** Makes the texts, with their probabilities. */
    List<Decoded> decoded(TextDecoder decoder) {
        noRepeat.ifPresent(NO_REPEAT::checked);
        Prompt plain = decoder.prompt(prefix).withMaxLength(MAX_LENGTH.checked(maxLength));
        Prompt prompt = noRepeat.map(
                        n -> plain.withConstraint(plain.constraint().and(Constraint.withoutRepeating(n))))
                .orElse(plain);
        COUNT.checked(count);
        if (greedy && beam.isPresent()) {
            throw new ConfigException(ErrorMessage.of("Both --greedy and --beam")
                    .fix("give one of them; a beam of 1 is greedy")
                    .toString());
        }
        if (beam.isPresent()) {
            int width = BeamSearch.WIDTH.checked(beam.get());
            return new BeamSearch(width, lengthNormalization, Math.min(width, count)).search(decoder.stepper(), prompt);
        }
        if (greedy) return Sampler.greedy().sample(decoder.stepper(), prompt, 1);
        Categorical choice =
                new Categorical(TEMPERATURE.checked(temperature), TOP_K.checked(topK), TOP_P.checked(topP));
        return new Sampler(choice, seed).sample(decoder.stepper(), prompt, count);
    }
}
