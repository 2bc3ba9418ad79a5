package org.rnn4j.core.run;

import java.util.List;
import java.util.Optional;
import org.rnn4j.api.RnnException;
import org.rnn4j.core.data.Encoding;
import org.rnn4j.core.data.SpecialSymbol;
import org.rnn4j.core.data.Vocabulary;
import org.rnn4j.core.decode.Prompt;
import org.rnn4j.core.decode.Sampler;
import org.rnn4j.core.decode.TextDecoder;
import org.rnn4j.core.math.Categorical;
import org.rnn4j.core.network.Network;
import org.rnn4j.core.train.SampleSettings;

/** Lets a language model make some texts. */
final class InventedTexts implements SampleMaker {
    private static final int USUAL_ENDING = 3;

    private final TextDecoder decoder;
    private final Prompt prompt;
    private final SampleSettings settings;
    private final int count;
    private final long seed;

    private InventedTexts(TextDecoder decoder, SampleSettings settings, int count, long seed) {
        this.decoder = decoder;
        this.prompt = decoder.prompt(settings.prefix()).withMaxLength(settings.maxLength());
        this.settings = settings;
        this.count = count;
        this.seed = seed;
    }

    /**
     * A maker of texts; empty if the network is no language model, or none are wanted.
     *
     * @throws RnnException if texts are asked for, and the network cannot make them
     */
    static Optional<SampleMaker> of(Network network, Encoding encoding, SampleSettings settings, long seed) {
        boolean wanted = settings.count().orElse(1) > 0;
        if (!wanted || !encoding.isNextSymbol()) return Optional.empty();
        Vocabulary vocabulary = encoding.vocabulary().orElseThrow();
        boolean ends = vocabulary.id(SpecialSymbol.END).isPresent();
        int count = settings.count().orElse(ends ? USUAL_ENDING : 1);
        return decoder(network, vocabulary, settings.count().isPresent())
                .map(decoder -> new InventedTexts(decoder, settings, count, seed));
    }

    // A network that looks ahead learns, but cannot write; that is only an error if somebody wants it to.
    private static Optional<TextDecoder> decoder(Network network, Vocabulary vocabulary, boolean askedFor) {
        try {
            return Optional.of(TextDecoder.of(network, vocabulary));
        } catch (RnnException e) {
            if (askedFor) throw e;
            return Optional.empty();
        }
    }

    /** Other texts after each epoch. */
    @Override
    public List<String> make(int epoch) {
        if (epoch % settings.every() != 0) return List.of();
        Sampler sampler = new Sampler(Categorical.atTemperature(settings.temperature()), seed + epoch);
        return decoder.sample(sampler, prompt, count);
    }
}
