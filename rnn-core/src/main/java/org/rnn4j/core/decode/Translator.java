package org.rnn4j.core.decode;

import java.util.Map;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.ShapeException;
import org.rnn4j.core.data.Encoding;
import org.rnn4j.core.data.Vocabulary;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.Tensor;
import org.rnn4j.core.network.Network;

/**
 * Answers of a network to sources: the same network that was trained, decoded step by step.
 *
 * <pre>
 * Translator translator = Translator.of(network, encoding);
 * String date = translator.translate("third of May 1999");                              // greedy
 * TextDecoder decoder = translator.decoder("third of May 1999");
 * List&lt;String&gt; best = decoder.search(new BeamSearch(5, 0.7, 3), decoder.prompt(""));    // or sampled, or scored
 * </pre>
 *
 * <p>The source is read once, however long the answer. Immutable.
 */
public final class Translator {
    private final Network network;
    private final Encoding encoding;
    private final Vocabulary answers;

    private Translator(Network network, Encoding encoding, Vocabulary answers) {
        this.network = network;
        this.encoding = encoding;
        this.answers = answers;
    }

    /**
     * A translator of a network that was trained with data of this encoding.
     *
     * @throws ShapeException if the data has no source, or its answers are no symbols
     */
    public static Translator of(Network network, Encoding encoding) {
        if (encoding.source().isEmpty() || !encoding.isNextSymbol()) {
            throw new ShapeException(ErrorMessage.of("Only networks that answer a source with symbols translate")
                    .fact("source", encoding.source().map(Object::toString).orElse("none"))
                    .fact("answers", encoding.target())
                    .fix("use a model of type encoderDecoder or generator, and data of pairs")
                    .toString());
        }
        return new Translator(network, encoding, encoding.vocabulary().orElseThrow());
    }

    /**
     * A decoder of answers to a text; to one symbol where the source is a class.
     *
     * @throws org.rnn4j.api.DataException if the source's vocabulary lacks a symbol
     */
    public TextDecoder decoder(String source) {
        Vocabulary read = encoding.sourceVocabulary()
                .orElseThrow(() -> new ShapeException(ErrorMessage.of("The network reads numbers, not text")
                        .fact("source", encoding.source().orElseThrow())
                        .fix("give it a tensor: decoder(tensor)")
                        .toString()));
        int[] ids = read.encode(source);
        boolean perStep = encoding.source().orElseThrow().perStep();
        if (!perStep && ids.length != 1) {
            throw new ShapeException(ErrorMessage.of("Not one of the symbols that the network reads: '" + source + "'")
                    .fact("symbols", ids.length)
                    .choices(source, read.symbols())
                    .toString());
        }
        return decoder(perStep ? Tensor.ofIds(ids, ids.length) : Tensor.ofIds(ids));
    }

    /**
     * A decoder of answers.
     *
     * @param source of one example: symbols [S] or vectors [S, size], or one symbol [] or vector [size]
     */
    public TextDecoder decoder(Tensor source) {
        Batch.Source batch = encoding.source().orElseThrow().perStep()
                ? new Batch.Source(asBatch(source, true), new int[] {source.extent(0)})
                : new Batch.Source(asBatch(source, false), new int[0]);
        return TextDecoder.of(NetworkStepper.of(network, network.read(Map.of(Encoding.SOURCE, batch))), answers);
    }

    private static Tensor asBatch(Tensor source, boolean perStep) {
        if (source.isIds()) {
            int[] ids = source.ids();
            if (!perStep) return Tensor.ofIds(ids, 1);
            return ids.length == 0 ? Tensor.ofIds(new int[1], 1, 1) : Tensor.ofIds(ids, ids.length, 1);
        }
        int size = source.extent(source.rank() - 1);
        return perStep ? Tensor.of(source.doubles(), source.extent(0), 1, size) : Tensor.of(source.doubles(), 1, size);
    }

    /** The answer of always the most probable symbol, of at most 1000. */
    public String translate(String source) {
        TextDecoder decoder = decoder(source);
        return decoder.sample(Sampler.greedy(), decoder.prompt(""), 1).get(0);
    }
}
