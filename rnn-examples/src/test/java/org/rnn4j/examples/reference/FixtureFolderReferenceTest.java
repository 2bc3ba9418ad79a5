package org.rnn4j.examples.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rnn4j.examples.reference.Fixtures.File;

/** No file of the folder is passed over in silence. */
class FixtureFolderReferenceTest {
    private static final List<String> DESCRIPTIONS = List.of("source", "licence");

    @Test
    void everyFileIsOfAKnownFormAndHasCases() {
        List<File> files = Fixtures.files();
        assertFalse(files.isEmpty(), () -> "no fixtures in " + Fixtures.folder());
        for (File file : files) {
            Form form = Form.of(file.name(), file.root());
            switch (form) {
                case LOSS_CURVE ->
                    System.out.println(file.name() + ": a loss curve, for comparing long runs; no cases");
                case TORCH_PARTS -> checkParts(file);
                default -> assertTrue(!form.cases(file.root()).isEmpty(), () -> "no cases in " + file.name());
            }
        }
    }

    private static void checkParts(File file) {
        List<String> sections = new ArrayList<>();
        file.root().fieldNames().forEachRemaining(sections::add);
        sections.removeAll(DESCRIPTIONS);
        sections.removeAll(Form.PARTS);
        assertEquals(List.of(), sections, () -> "sections of " + file.name() + " that no test knows");
        System.out.println(file.name() + ": cells are checked here, the other sections by the tests of rnn-core");
    }
}
