package org.rnn4j.core.decode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rnn4j.api.DataException;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.ShapeException;
import org.rnn4j.api.expr.Operation;
import org.rnn4j.core.data.Encoding;
import org.rnn4j.core.data.SpecialSymbol;
import org.rnn4j.core.data.Vocabulary;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.Tensor;
import org.rnn4j.core.network.Network;
import org.rnn4j.core.trace.SequenceGraph.Scan;

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
        if (encoding.source().orElseThrow().perStep()) {
            int[] ids = read.encode(source);
            return decoder(Tensor.ofIds(ids, ids.length));
        }
        int id = read.id(source)
                .orElseThrow(() -> new DataException(
                        ErrorMessage.of("Not one of the symbols that the network reads: '" + source + "'")
                                .choices(source, read.symbols())
                                .toString()));
        return decoder(Tensor.ofIds(new int[] {id}));
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

    /** The names of all values that weigh the positions of the source, such as {@code decoder.0.cell.alpha}. */
    public List<String> attentions() {
        List<String> names = new ArrayList<>();
        for (Scan scan : network.graph().scans()) {
            scan.graph().labels().forEach((node, label) -> {
                boolean weighs = node.operation() == Operation.SEGMENT_SOFTMAX && node.size() == 1;
                if (weighs) names.add(scan.graph().name() + "." + label);
            });
        }
        Collections.sort(names);
        return names;
    }

    /**
     * To what the network looks while it gives an answer, whether it would give that one or not.
     *
     * @param value one of {@link #attentions}
     * @throws ShapeException if it is none of them, or the source is no text
     */
    public Attention attention(String source, String answer, String value) {
        Optional<Vocabulary> read = encoding.sourceVocabulary()
                .filter(v -> encoding.source().orElseThrow().perStep());
        if (read.isEmpty() || !attentions().contains(value)) {
            throw new ShapeException(ErrorMessage.of("No attention '" + value + "' in this model")
                    .choices(value, attentions())
                    .fix("use a model whose decoder has a cell of type attention, and texts as sources")
                    .toString());
        }
        int[] from = read.get().encode(source);
        int[] said = answers.encode(answer);
        int[] input = new int[said.length + 1];
        input[0] = answers.start();
        System.arraycopy(said, 0, input, 1, said.length);
        Batch batch = Batch.of(Tensor.ofIds(input, input.length, 1))
                .withSource(Encoding.SOURCE, asBatch(Tensor.ofIds(from, from.length), true), new int[] {from.length});
        Tensor found = network.value(batch, value);
        int positions = found.extent(2);
        double[][] weights = new double[input.length][from.length];
        for (int t = 0; t < input.length; t++) {
            for (int s = 0; s < from.length; s++) weights[t][s] = found.get(t * positions + s);
        }
        List<String> symbols = new ArrayList<>(symbols(answers, said));
        symbols.add(
                answers.id(SpecialSymbol.END).isPresent()
                        ? answers.symbol(answers.id(SpecialSymbol.END).getAsInt())
                        : "");
        return new Attention(symbols(read.get(), from), symbols, weights);
    }

    private static List<String> symbols(Vocabulary vocabulary, int[] ids) {
        return Arrays.stream(ids).mapToObj(vocabulary::symbol).toList();
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
