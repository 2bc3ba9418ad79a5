package org.rnn4j.core.run;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.rnn4j.api.ConfigException;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.RnnException;
import org.rnn4j.core.data.DataPart;
import org.rnn4j.core.data.Dataset;
import org.rnn4j.core.data.Encoding;
import org.rnn4j.core.data.Example;
import org.rnn4j.core.data.SequencePart;
import org.rnn4j.core.decode.Prompt;
import org.rnn4j.core.decode.Sampler;
import org.rnn4j.core.decode.TextDecoder;
import org.rnn4j.core.decode.Translator;
import org.rnn4j.core.engine.Tensor;
import org.rnn4j.core.math.Categorical;
import org.rnn4j.core.network.Network;
import org.rnn4j.core.train.SampleSettings;

/**
 * Lets a model answer some sources of the validation, always the same ones, so that one sees it learn: {@code source → answer},
 * with what was expected where it said something else. Where the source is a class or a vector, there are many right answers:
 * one is drawn, and none expected.
 */
final class Answers implements SampleMaker {
    private static final int USUAL = 3;

    private final Translator translator;
    private final Encoding encoding;
    private final List<Example> asked;
    private final SampleSettings settings;
    private final long seed;

    private Answers(Network network, Encoding encoding, List<Example> asked, SampleSettings settings, long seed) {
        this.translator = Translator.of(network, encoding);
        this.encoding = encoding;
        this.asked = asked;
        this.settings = settings;
        this.seed = seed;
    }

    /**
     * Answers to sources that are spread evenly over the validation, or over what is trained with if there is none.
     *
     * @throws RnnException if answers are asked for, and the network cannot give them
     */
    static Optional<SampleMaker> of(Network network, Dataset dataset, SampleSettings settings, long seed) {
        int count = settings.count().orElse(USUAL);
        DataPart part = dataset.validation().orElse(dataset.training());
        if (count == 0) return Optional.empty();
        try {
            List<Example> asked = spread(sequences(part), count);
            Answers answers = new Answers(network, dataset.encoding(), asked, settings, seed);
            answers.asked.forEach(answers::decoder);
            return Optional.of(answers);
        } catch (RnnException e) {
            // A network that cannot decode learns all the same; that is only an error if somebody wants answers.
            if (settings.count().isPresent()) throw e;
            return Optional.empty();
        }
    }

    private static List<Example> sequences(DataPart part) {
        if (part instanceof SequencePart sequences) return sequences.list();
        throw new ConfigException(ErrorMessage.of("No sources to answer while the model learns")
                .fact("reason", "the data for training is other in every epoch, and there is none for validation")
                .fix("keep some examples for validation, or set samples.count to 0")
                .toString());
    }

    private static List<Example> spread(List<Example> examples, int count) {
        int shown = Math.min(count, examples.size());
        return IntStream.range(0, shown)
                .mapToObj(k -> examples.get((int) ((long) k * examples.size() / shown)))
                .toList();
    }

    private TextDecoder decoder(Example example) {
        TextDecoder decoder = translator.decoder(example.source().orElseThrow());
        decoder.prompt(settings.prefix());
        return decoder;
    }

    @Override
    public List<String> make(int epoch) {
        if (epoch % settings.every() != 0) return List.of();
        boolean one = encoding.source().orElseThrow().perStep();
        Sampler drawn = new Sampler(Categorical.atTemperature(settings.temperature()), seed + epoch);
        return asked.stream()
                .map(example -> one ? judged(example) : said(example, answer(example, drawn)))
                .toList();
    }

    private String judged(Example example) {
        String answer = answer(example, Sampler.greedy());
        String expected = expected(example);
        String said = said(example, answer);
        return answer.equals(expected) ? said : said + ", expected " + shown(expected);
    }

    private String answer(Example example, Sampler sampler) {
        TextDecoder decoder = decoder(example);
        Prompt prompt = decoder.prompt(settings.prefix()).withMaxLength(settings.maxLength());
        return decoder.sample(sampler, prompt, 1).get(0);
    }

    private String said(Example example, String answer) {
        return shown(source(example)) + " → " + shown(answer);
    }

    private static String shown(String text) {
        return text.isEmpty() ? "(empty)" : text;
    }

    private String expected(Example example) {
        return encoding.vocabulary().orElseThrow().decode(example.target().ids());
    }

    private String source(Example example) {
        Tensor source = example.source().orElseThrow();
        if (source.isIds()) return encoding.sourceVocabulary().orElseThrow().decode(source.ids());
        if (source.rank() > 1) return source.extent(0) + " vectors";
        return Arrays.stream(source.doubles())
                .mapToObj(number -> String.valueOf((float) number))
                .collect(Collectors.joining(", ", "[", "]"));
    }
}
