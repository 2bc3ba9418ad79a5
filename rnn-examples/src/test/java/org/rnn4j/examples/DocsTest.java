package org.rnn4j.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What README.md and docs/ show and link to is what the repository has. */
final class DocsTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern QUOTED = Pattern.compile("<!-- from (\\S+) -->\\R```\\w*\\R(.*?)```", Pattern.DOTALL);
    private static final Pattern JAVA_OR_JSON = Pattern.compile("```(java|json)\\R");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:\\s]+)(?:#[^)]*)?\\)");

    static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>();
        for (String name : List.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md")) pages.add(ROOT.resolve(name));
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            docs.filter(page -> page.toString().endsWith(".md")).sorted().forEach(pages::add);
        }
        return pages;
    }

    @ParameterizedTest
    @MethodSource("pages")
    void codeStandsInTheFileThatItIsFrom(Path page) throws IOException {
        Matcher quoted = QUOTED.matcher(Files.readString(page));
        while (quoted.find()) {
            String file = squeezed(Files.readString(ROOT.resolve(quoted.group(1))));
            String code = squeezed(quoted.group(2));
            assertTrue(file.contains(code), () -> page + " shows what is not in the file:\n" + code);
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyBlockOfCodeNamesItsFile(Path page) throws IOException {
        String text = Files.readString(page);
        assertEquals(
                JAVA_OR_JSON.matcher(text).results().count(),
                QUOTED.matcher(text)
                        .results()
                        .filter(block -> JAVA_OR_JSON.matcher(block.group()).find())
                        .count(),
                page::toString);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void linksLeadToFiles(Path page) throws IOException {
        Matcher link = LINK.matcher(Files.readString(page));
        while (link.find()) {
            Path target = page.resolveSibling(link.group(1));
            assertTrue(Files.exists(target), () -> page + " links to " + target);
        }
    }

    /** Without indentation, so that a method can be shown without its class. */
    private static String squeezed(String text) {
        return text.lines().map(String::strip).reduce("", (a, b) -> a + b + "\n");
    }
}
