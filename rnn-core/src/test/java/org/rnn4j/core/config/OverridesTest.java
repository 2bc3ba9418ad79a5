package org.rnn4j.core.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rnn4j.core.config.ConfigNode.ListNode;
import org.rnn4j.core.config.ConfigNode.ObjectNode;

class OverridesTest {
    private static String set(String json, String... overrides) {
        return Overrides.apply(Samples.json(json), List.of(overrides)).toJson().replaceAll("\\s+", "");
    }

    @Test
    void setsExistingValues() {
        assertEquals(
                "{\"model\":{\"layers\":[{\"size\":128},{\"size\":2}]}}",
                set("{\"model\":{\"layers\":[{\"size\":1},{\"size\":2}]}}", "model.layers[0].size=128"));
    }

    @Test
    void addsKeysAndTheObjectsAroundThem() {
        assertEquals("{\"a\":1,\"b\":{\"c\":{\"d\":true}}}", set("{\"a\":1}", "b.c.d=true"));
    }

    @Test
    void replacesElementsOfNestedLists() {
        assertEquals("{\"a\":[[1,9],[3]]}", set("{\"a\":[[1,2],[3]]}", "a[0][1]=9"));
    }

    @Test
    void laterOverridesWin() {
        assertEquals("{\"a\":3}", set("{}", "a=1", "a=3"));
    }

    @Test
    void valuesAreJson() {
        assertEquals(
                "{\"a\":{\"type\":\"gru\"},\"b\":[1,2],\"c\":null,\"d\":-1.5}",
                set("{}", "a={\"type\": \"gru\"}", "b=[1,2]", "c=null", "d=-1.5"));
    }

    @Test
    void valuesThatAreNotJsonAreTexts() {
        assertEquals(
                "{\"a\":\"gru\",\"b\":\"x=y\",\"c\":\"\",\"d\":\"1.2.3\"}",
                set("{}", "a=gru", "b=x=y", "c=", "d=1.2.3"));
    }

    @Test
    void textsKeepTheirBlanks() {
        ConfigNode node = Overrides.apply(Samples.json("{}"), List.of("a= two words "));
        assertEquals("{\n  \"a\": \" two words \"\n}", node.toJson());
    }

    @Test
    void newValuesStandOnTheCommandLine() {
        ConfigNode node = Overrides.apply(Samples.json("{\"a\":[{}]}"), List.of("a[0]={\"b\":1}"));
        ListNode list = (ListNode) ((ObjectNode) node).members().get("a").value();
        ObjectNode element = (ObjectNode) list.elements().get(0);
        assertEquals("a (names.json:1:6)", list.place().toString());
        assertEquals("a[0] (--set)", element.place().toString());
        assertEquals(
                "a[0].b (--set)", element.members().get("b").value().place().toString());
    }
}
