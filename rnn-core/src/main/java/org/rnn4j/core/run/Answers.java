package org.rnn4j.core.run;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.rnn4j.api.RnnException;
import org.rnn4j.core.data.DataPart;
import org.rnn4j.core.data.Dataset;
import org.rnn4j.core.data.Encoding;
import org.rnn4j.core.data.Example;
import org.rnn4j.core.data.SequencePart;
import org.rnn4j.core.decode.Sampler;
import org.rnn4j.core.decode.TextDecoder;
import org.rnn4j.core.decode.Translator;
import org.rnn4j.core.engine.Tensor;
import org.rnn4j.core.network.Network;
import org.rnn4j.core.train.SampleSettings;

/**
 * Lets a model answer some sources of the validation, always the same ones, so that one sees it learn: {@code source → answer},
 * with what was expected where it said something else.
 */
final class Answers implements SampleMaker {
    private static final int USUAL = 3;

    private final Translator translator;
    private final Encoding encoding;
    private final List<Example> asked;
    private final SampleSettings settings;

    private Answers(Translator translator, Encoding encoding, List<Example> asked, SampleSettings settings) {
        this.translator = translator;
        this.encoding = encoding;
        this.asked = asked;
        this.settings = settings;
    }

    /**
     * Answers to sources that are spread evenly over the validation, or over what is trained with if there is none.
     *
     * @throws RnnException if answers are asked for, and the network cannot give them
     */
    static Optional<SampleMaker> of(Network network, Dataset dataset, SampleSettings settings) {
        int count = settings.count().orElse(USUAL);
        DataPart part = dataset.validation().orElse(dataset.training());
        if (count == 0 || !(part instanceof SequencePart sequences)) return Optional.empty();
        try {
            Translator translator = Translator.of(network, dataset.encoding());
            Answers answers = new Answers(translator, dataset.encoding(), spread(sequences.list(), count), settings);
            answers.asked.forEach(answers::decoder);
            return Optional.of(answers);
        } catch (RnnException e) {
            // A network that cannot decode learns all the same; that is only an error if somebody wants answers.
            if (settings.count().isPresent()) throw e;
            return Optional.empty();
        }
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
        return asked.stream().map(this::sample).toList();
    }

    private String sample(Example example) {
        TextDecoder decoder = decoder(example);
        String answer = decoder.sample(
                        Sampler.greedy(), decoder.prompt(settings.prefix()).withMaxLength(settings.maxLength()), 1)
                .get(0);
        String expected = expected(example);
        String said = shown(source(example)) + " → " + shown(answer);
        return answer.equals(expected) ? said : said + ", expected " + shown(expected);
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
