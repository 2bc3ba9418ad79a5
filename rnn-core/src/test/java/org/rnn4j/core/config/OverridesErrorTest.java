package org.rnn4j.core.config;

import static org.rnn4j.core.config.Errors.assertMessage;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OverridesErrorTest {
    private static void set(String json, String override) {
        Overrides.apply(Samples.json(json), List.of(override));
    }

    @Test
    void withoutValue() {
        assertMessage(
                () -> set("{}", "model.size"),
                "Cannot set 'model.size': no '='",
                "  fix  write it like model.layers[0].cell.hiddenSize=128");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ".a", "a..b", "a.", "a[", "a[x]", "a[-1]", "a[0]b", "[0].a", "a]", "a.[0]", "a[9999999999]"})
    void malformedPath(String path) {
        assertMessage(
                () -> set("{}", path + "=1"),
                "Cannot set '" + path + "=1': no path: \"" + path + "\"",
                "  fix  write it like model.layers[0].cell.hiddenSize=128");
    }

    @Test
    void elementThatIsNotThere() {
        assertMessage(
                () -> set("{\"layers\": [1, 2]}", "layers[2]=3"),
                "No element [2] at layers (names.json:1:12)",
                "  set       layers[2]=3",
                "  elements  [0] to [1]",
                "  fix       name an element that is there");
    }

    @Test
    void elementOfAnEmptyList() {
        assertMessage(
                () -> set("{\"layers\": []}", "layers[0]=3"),
                "No element [0] at layers (names.json:1:12)",
                "  set       layers[0]=3",
                "  elements  none",
                "  fix       name an element that is there");
    }

    @Test
    void elementOfAnObject() {
        assertMessage(
                () -> set("{\"model\": {}}", "model[0]=3"),
                "Not a list, so without an element [0]: model (names.json:1:11)",
                "  set    model[0]=3",
                "  found  an object",
                "  fix    correct the path, or set the whole value as JSON");
    }

    @Test
    void keyOfAText() {
        assertMessage(
                () -> set("{\"cell\": \"gru\"}", "cell.hiddenSize=3"),
                "Not an object, so without a key 'hiddenSize': cell (names.json:1:10)",
                "  set    cell.hiddenSize=3",
                "  found  \"gru\"",
                "  fix    correct the path, or set the whole value as JSON");
    }

    @Test
    void unfinishedJson() {
        assertMessage(
                () -> set("{}", "cell={\"type\": \"gru\""),
                "Not valid JSON: the text ends inside an object (--set)",
                "  fix  add the missing }");
    }
}
