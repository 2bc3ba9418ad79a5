package org.rnn4j.core.run;

import java.util.List;
import java.util.stream.Collectors;

/** Texts that a model made, as a reader wants to see them among lines of numbers. */
final class SampleText {
    private static final int SHORT = 40;
    private static final String INDENT = "    ";

    private SampleText() {}

    /** Short ones on one line, longer ones each on a line; where one has several lines, as indented paragraphs. */
    static String of(List<String> samples) {
        boolean isShort = samples.stream().allMatch(text -> text.length() <= SHORT && !text.contains("\n"));
        if (isShort) {
            return samples.stream()
                    .map(text -> text.isEmpty() ? "(empty)" : text)
                    .collect(Collectors.joining(", ", INDENT, ""));
        }
        if (samples.stream().noneMatch(text -> text.contains("\n"))) {
            return samples.stream()
                    .map(text -> INDENT + (text.isEmpty() ? "(empty)" : text))
                    .collect(Collectors.joining("\n"));
        }
        return samples.stream()
                .map(text -> text.strip().lines().map(line -> INDENT + line).collect(Collectors.joining("\n")))
                .collect(Collectors.joining("\n" + INDENT + "--\n"));
    }
}
