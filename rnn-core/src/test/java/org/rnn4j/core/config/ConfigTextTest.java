package org.rnn4j.core.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rnn4j.core.config.ConfigNode.ListNode;
import org.rnn4j.core.config.ConfigNode.NumberNode;
import org.rnn4j.core.config.ConfigNode.ObjectNode;
import org.rnn4j.core.config.ConfigNode.TextNode;

class ConfigTextTest {
    private static ConfigNode member(ConfigNode node, String key) {
        return ((ObjectNode) node).members().get(key).value();
    }

    @Test
    void everyNodeKnowsWhereItStands() {
        ConfigNode root = Samples.json("{\n  \"model\": {\n    \"layers\": [1, { \"type\": \"lstm\" }]\n  }\n}");
        assertEquals("the top level (names.json:1:1)", root.place().toString());
        ListNode layers = (ListNode) member(member(root, "model"), "layers");
        assertEquals("model.layers (names.json:3:15)", layers.place().toString());
        assertEquals(
                "model.layers[0] (names.json:3:16)",
                layers.elements().get(0).place().toString());
        ObjectNode layer = (ObjectNode) layers.elements().get(1);
        assertEquals("model.layers[1] (names.json:3:19)", layer.place().toString());
        assertEquals(
                "model.layers[1].type (names.json:3:21)",
                layer.members().get("type").key().toString());
        assertEquals(
                "model.layers[1].type (names.json:3:29)",
                member(layer, "type").place().toString());
    }

    @Test
    void commentsAndTrailingCommasAreAllowed() {
        ConfigNode root = Samples.json("// names\n{ \"a\": [1, /* two */ 2,], }");
        assertEquals("{\n  \"a\": [ 1, 2 ]\n}", root.toJson());
    }

    @Test
    void aKeyThatIsNoNameIsQuotedInThePath() {
        ConfigNode root = Samples.json("{ \"a.b\\n\": { \"c\": 1 } }");
        assertEquals(
                "\"a.b\\n\".c (names.json:1:19)",
                member(member(root, "a.b\n"), "c").place().toString());
    }

    @Test
    void numbersKeepTheirDigits() {
        ConfigNode root = Samples.json("[5, 5.0, -0.50, 1e3, 0.00000001, 1E+300, 12345678901234567890]");
        List<String> written =
                ((ListNode) root).elements().stream().map(ConfigNode::describe).toList();
        assertEquals(List.of("5", "5", "-0.5", "1000", "1E-8", "1E+300", "1.234567890123456789E+19"), written);
    }

    @Test
    void scalarsAloneAreConfigurationsToo() {
        assertInstanceOf(NumberNode.class, Samples.json(" 7 "));
        assertEquals("é𝄞\"\n", ((TextNode) Samples.json("\"é𝄞\\\"\\n\"")).text());
    }

    @Test
    void longTextsAreDescribedShortly() {
        assertEquals(
                "\"" + "x".repeat(60) + "…\"",
                Samples.json("\"" + "x".repeat(99) + "\"").describe());
    }

    @Test
    void whatIsWrittenReadsBackTheSame() {
        String json = Samples.json(Samples.GOOD).toJson();
        assertEquals(json, Samples.json(json).toJson());
    }

    @Test
    void depthUpToTheLimitIsRead() {
        String deep = "[".repeat(ConfigText.DEEPEST) + "1" + "]".repeat(ConfigText.DEEPEST);
        assertInstanceOf(ListNode.class, Samples.json(deep));
    }
}
