package org.rnn4j.core.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.rnn4j.api.ConfigException;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.core.data.Encoding;
import org.rnn4j.core.data.Feature;
import org.rnn4j.core.data.SpecialSymbol;
import org.rnn4j.core.data.Vocabulary;

/** What labels mean, for metrics of symbols. */
final class Symbols {
    private Symbols() {}

    /** The vocabulary of the targets; an error if they are numbers. */
    static Vocabulary of(Encoding data, String metric) {
        if (data.target() instanceof Feature.Symbols symbols) return symbols.vocabulary();
        throw new ConfigException(ErrorMessage.of("The metric '" + metric + "' is for targets that are symbols")
                .fact("data", data.target())
                .fix("use a metric for numbers, such as meanAbsoluteError")
                .toString());
    }

    /** The symbols of labels that stand for text: neither end nor padding. */
    static List<String> texts(Vocabulary vocabulary, int[] labels) {
        int end = vocabulary.id(SpecialSymbol.END).orElse(-1);
        int padding = vocabulary.id(SpecialSymbol.PADDING).orElse(-1);
        List<String> texts = new ArrayList<>();
        for (int label : labels) {
            if (label >= 0 && (label == end || label == padding)) continue;
            texts.add(label < 0 ? "" : vocabulary.symbol(label));
        }
        return texts;
    }

    /** The text of labels. */
    static String text(Vocabulary vocabulary, int[] labels) {
        return vocabulary.decode(Arrays.stream(labels).filter(k -> k >= 0).toArray());
    }
}
