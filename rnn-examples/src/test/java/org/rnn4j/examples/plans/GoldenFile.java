package org.rnn4j.examples.plans;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A text that must stay as it is in a file, until somebody says that the new one is right. */
final class GoldenFile {
    private static final String UPDATE = "rnn.plans.update";
    private static final Path FOLDER = Path.of("src", "test", "resources", "plans");

    private GoldenFile() {}

    /** Compares a text with the file of a name; with {@code -Drnn.plans.update=true} writes it there instead. */
    static void check(String name, String text) throws IOException {
        Path file = FOLDER.resolve(name + ".txt");
        if (Boolean.getBoolean(UPDATE)) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, text);
            return;
        }
        String expected = Files.exists(file) ? Files.readString(file) : "";
        if (expected.equals(text)) return;
        fail("The plan of " + name + " is not that of " + file + "\n\n"
                + String.join(
                        "\n",
                        differences(expected.lines().toList(), text.lines().toList()))
                + "\n\n  if this is what you want  mvn -q -pl rnn-examples -am test -Dtest=CellPlanTest -D" + UPDATE
                + "=true\n  then                      read the changes of the file, and commit it\n");
    }

    /** The lines that were (-) and are now (+), each group below the last line that both have. */
    static List<String> differences(List<String> before, List<String> after) {
        int[][] common = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                common[i][j] = before.get(i).equals(after.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        List<String> lines = new ArrayList<>();
        List<String> context = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
                context = new ArrayList<>(Collections.singletonList("  " + before.get(i++)));
                j++;
                continue;
            }
            lines.addAll(context);
            context.clear();
            boolean gone = j == after.size() || i < before.size() && common[i + 1][j] >= common[i][j + 1];
            lines.add(gone ? "- " + before.get(i++) : "+ " + after.get(j++));
        }
        return lines;
    }
}
