package org.rnn4j.core.data;

import com.google.common.collect.ListMultimap;
import com.google.common.collect.MultimapBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.rnn4j.core.math.RandomKey;
import org.rnn4j.core.math.RandomPurpose;
import org.rnn4j.core.math.Shuffle;

/**
 * What a file holds, divided at random. Equal things come into the same part, so that no part holds what another one was
 * trained on.
 *
 * @param training in the order of the file, as the other parts
 * @param validation empty if it has no share
 * @param test empty if it has no share
 * @param <T> what is divided
 */
public record Parts<T>(List<T> training, List<T> validation, List<T> test) {

    /** The lines of a file that are not blank. */
    static Parts<TextFile.Line> ofLines(TextFile file, Shares shares, long seed) {
        return of(file.lines(), TextFile.Line::text, shares.of("different lines", file.place()), seed);
    }

    /**
     * Divides a list.
     *
     * @param identity what makes two things equal
     * @param seed of the division
     */
    public static <T> Parts<T> of(List<T> all, Function<T, ?> identity, Shares.Of shares, long seed) {
        ListMultimap<Object, T> byIdentity =
                MultimapBuilder.linkedHashKeys().arrayListValues().build();
        for (T each : all) byIdentity.put(identity.apply(each), each);
        List<Object> different = new ArrayList<>(byIdentity.keySet());
        Shares.Counts counts = shares.counts(different.size());
        int[] order = Shuffle.permutation(different.size(), RandomKey.of(seed, RandomPurpose.SPLIT));
        int validation = counts.validation();
        int test = validation + counts.test();
        Function<int[], List<T>> part = numbers -> Arrays.stream(numbers)
                .sorted()
                .mapToObj(different::get)
                .flatMap(key -> byIdentity.get(key).stream())
                .toList();
        return new Parts<>(
                part.apply(Arrays.copyOfRange(order, test, order.length)),
                part.apply(Arrays.copyOfRange(order, 0, validation)),
                part.apply(Arrays.copyOfRange(order, validation, test)));
    }

    /** Everything in its part. */
    public <R> Parts<R> map(Function<T, R> function) {
        return new Parts<>(
                training.stream().map(function).toList(),
                validation.stream().map(function).toList(),
                test.stream().map(function).toList());
    }

    /** What all parts hold. */
    public List<T> all() {
        List<T> all = new ArrayList<>(training);
        all.addAll(validation);
        all.addAll(test);
        return all;
    }

    /** Sequences that a network learns from, one for each thing. */
    public Dataset dataset(Encoding encoding, Function<T, Example> example) {
        Function<List<T>, Optional<DataPart>> part = list -> list.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        SequencePart.of(encoding, list.stream().map(example).toList()));
        DataPart first =
                SequencePart.of(encoding, training.stream().map(example).toList());
        return new Dataset(encoding, first, part.apply(validation), part.apply(test));
    }
}
