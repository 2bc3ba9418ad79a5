package org.rnn4j.core.data;

import com.google.common.collect.ListMultimap;
import com.google.common.collect.MultimapBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.rnn4j.core.math.RandomKey;
import org.rnn4j.core.math.RandomPurpose;
import org.rnn4j.core.math.Shuffle;

/**
 * Divides the lines of a file at random. Lines with the same text come into the same part, so that no part holds what
 * another one was trained on.
 *
 * @param training in the order of the file, as the other parts
 * @param validation empty if it has no share
 * @param test empty if it has no share
 */
record LineParts(List<TextFile.Line> training, List<TextFile.Line> validation, List<TextFile.Line> test) {

    static LineParts of(TextFile file, Shares shares, long seed) {
        ListMultimap<String, TextFile.Line> byText =
                MultimapBuilder.linkedHashKeys().arrayListValues().build();
        for (TextFile.Line line : file.lines()) byText.put(line.text(), line);
        List<String> texts = new ArrayList<>(byText.keySet());
        Shares.Counts counts = shares.of(texts.size(), "different lines", file.place());
        int[] order = Shuffle.permutation(texts.size(), RandomKey.of(seed, RandomPurpose.SPLIT));
        int validation = counts.validation();
        int test = validation + counts.test();
        return new LineParts(
                lines(byText, texts, Arrays.copyOfRange(order, test, order.length)),
                lines(byText, texts, Arrays.copyOfRange(order, 0, validation)),
                lines(byText, texts, Arrays.copyOfRange(order, validation, test)));
    }

    private static List<TextFile.Line> lines(
            ListMultimap<String, TextFile.Line> byText, List<String> texts, int[] numbers) {
        return Arrays.stream(numbers)
                .sorted()
                .mapToObj(texts::get)
                .flatMap(text -> byText.get(text).stream())
                .toList();
    }

    /** The lines of all parts. */
    List<TextFile.Line> all() {
        List<TextFile.Line> all = new ArrayList<>(training);
        all.addAll(validation);
        all.addAll(test);
        return all;
    }
}
