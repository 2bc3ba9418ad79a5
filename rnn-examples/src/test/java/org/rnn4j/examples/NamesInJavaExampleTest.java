package org.rnn4j.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class NamesInJavaExampleTest {
    private static final Path NAMES = Path.of("data", "dinosaur-names.txt");

    @Test
    void inventsTheSameNamesEveryTime() {
        List<String> names = NamesInJava.invent(NAMES, 1);
        assertEquals(5, names.size());
        assertTrue(names.stream().allMatch(name -> name.matches("[a-z]+")), names::toString);
        assertEquals(names, NamesInJava.invent(NAMES, 1));
    }
}
