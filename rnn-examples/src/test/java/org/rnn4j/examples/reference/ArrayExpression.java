package org.rnn4j.examples.reference;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what a check of the course looks at: a name with indices, such as {@code a[2,1,4:6]}, or {@code argmax(dWax)}. */
final class ArrayExpression {
    private static final Pattern ARGMAX = Pattern.compile("argmax\\((\\w+)\\)");
    private static final Pattern INDEXED = Pattern.compile("(\\w+)((?:\\[[0-9:,]+])*)");

    private ArrayExpression() {}

    /** The elements that an expression chooses. */
    static double[] value(String expression, Map<String, Numbers> results) {
        Matcher argmax = ARGMAX.matcher(expression);
        if (argmax.matches())
            return new double[] {argmax(named(argmax.group(1), results).data())};
        Matcher indexed = INDEXED.matcher(expression);
        if (!indexed.matches()) throw new AssertionError("no test can read " + expression);
        Numbers numbers = named(indexed.group(1), results);
        String indices = indexed.group(2).replace("][", ",").replaceAll("[\\[\\]]", "");
        return indices.isEmpty() ? numbers.data() : chosen(numbers, indices.split(","), 0);
    }

    private static Numbers named(String name, Map<String, Numbers> results) {
        Numbers numbers = results.get(name);
        if (numbers == null) throw new AssertionError("no result " + name + " among " + results.keySet());
        return numbers;
    }

    private static double[] chosen(Numbers numbers, String[] indices, int axis) {
        if (axis == indices.length) return numbers.data();
        String[] range = indices[axis].split(":");
        int from = Integer.parseInt(range[0]);
        int to = range.length == 2 ? Integer.parseInt(range[1]) : from + 1;
        return java.util.stream.IntStream.range(from, to)
                .mapToObj(k -> chosen(numbers.part(k), indices, axis + 1))
                .flatMapToDouble(java.util.Arrays::stream)
                .toArray();
    }

    private static int argmax(double... values) {
        int best = 0;
        for (int k = 1; k < values.length; k++) if (values[k] > values[best]) best = k;
        return best;
    }
}
