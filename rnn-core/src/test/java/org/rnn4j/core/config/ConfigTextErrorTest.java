package org.rnn4j.core.config;

import static org.rnn4j.core.config.Errors.assertMessage;

import org.junit.jupiter.api.Test;

class ConfigTextErrorTest {
    private static void assertMistake(String json, String problem, String position, String fix) {
        assertMessage(
                () -> Samples.json(json),
                "Not valid JSON: " + problem + " (names.json:" + position + ")",
                "  fix  " + fix);
    }

    @Test
    void nothing() {
        assertMessage(
                () -> Samples.json(""),
                "Empty configuration: names.json",
                "  fix  write a JSON object, such as { \"format\": \"rnn4j/1\", … }");
    }

    @Test
    void onlyAComment() {
        assertMessage(
                () -> Samples.json("// later\n"),
                "Empty configuration: names.json",
                "  fix  write a JSON object, such as { \"format\": \"rnn4j/1\", … }");
    }

    @Test
    void sameKeyTwice() {
        assertMessage(
                () -> Samples.json("{\n \"a\": { \"b\": 1,\n \"b\": 2 } }"),
                "Key 'b' stands twice at a.b (names.json:3:2)",
                "  first  names.json:2:9",
                "  fix    keep one of the two");
    }

    @Test
    void nestedTooDeeply() {
        assertMessage(
                () -> Samples.json("[".repeat(100_000)),
                "Nested too deeply (names.json:1:66)",
                "  fix  at most 64 objects and lists may stand in each other");
    }

    @Test
    void textAfterTheEnd() {
        assertMessage(
                () -> Samples.json("{}\n 5"),
                "Not valid JSON: text after the end (names.json:2:2)",
                "  fix  keep one value; remove what follows it");
    }

    @Test
    void numberBeyondAllBounds() {
        assertMessage(
                () -> Samples.json("{ \"a\": 1e99999999999 }"),
                "Number 1e99999999999 is beyond all bounds at a (names.json:1:8)",
                "  fix  give a number between ±4.9E-324 and ±1.8E308");
    }

    @Test
    void objectWithoutEnd() {
        assertMistake("{\"a\": 1", "the text ends inside an object", "1:8", "add the missing }");
    }

    @Test
    void objectWithoutValueAtTheEnd() {
        assertMistake("{\"a\":", "the text ends inside an object", "1:6", "add the missing }");
    }

    @Test
    void listWithoutEnd() {
        assertMistake("[1,", "the text ends inside a list", "1:4", "add the missing ]");
    }

    @Test
    void textWithoutEnd() {
        assertMistake("{\"a\": \"xy", "a text has no closing quote", "1:10", "add the missing \"");
    }

    @Test
    void commentWithoutEnd() {
        assertMistake("{} /* x", "a comment has no end", "1:8", "add the missing */");
    }

    @Test
    void wrongBracket() {
        assertMistake("{\"a\": 1]", "unexpected ']'", "1:8", "close with '}' first");
    }

    @Test
    void bracketTooMany() {
        assertMistake("{}}", "unexpected '}'", "1:3", "remove it: nothing is open here");
    }

    @Test
    void missingComma() {
        assertMistake("{\"a\": 1\n \"b\": 2}", "unexpected '\"'", "2:2", "put a comma between two elements");
    }

    @Test
    void missingColon() {
        assertMistake("{\"a\" 1}", "unexpected '1'", "1:6", "put a colon after the key");
    }

    @Test
    void keyWithoutQuotes() {
        assertMistake("{a: 1}", "unexpected 'a'", "1:2", "write keys in double quotes");
    }

    @Test
    void keyInTypographicQuotes() {
        assertMistake("{“a”: 1}", "unexpected '“'", "1:2", "write keys in double quotes");
    }

    @Test
    void textInSingleQuotes() {
        assertMistake(
                "{\"a\": 'x'}",
                "unexpected '''",
                "1:7",
                "write a value: \"text\", number, true, false, null, object or list");
    }

    @Test
    void textWithoutQuotes() {
        assertMistake(
                "{\"a\": lstm}",
                "unknown word 'lstm'",
                "1:7",
                "write texts in double quotes; only true, false and null stand without them");
    }

    @Test
    void valueMissing() {
        assertMistake(
                "{\"a\": ,}",
                "unexpected ','",
                "1:7",
                "write a value: \"text\", number, true, false, null, object or list");
    }

    @Test
    void lineBreakInText() {
        assertMistake(
                "{\"a\": \"x\ny\"}",
                "a line break or control character inside a text",
                "1:9",
                "close the text on its line, or write \\n");
    }

    @Test
    void unknownEscape() {
        assertMistake("{\"a\": \"C:\\data\"}", "unknown escape '\\d' in a text", "1:11", "write \\\\ for a backslash");
    }

    @Test
    void unfinishedUnicodeEscape() {
        assertMistake("{\"a\": \"\\u12g4\"}", "unexpected 'g'", "1:12", "write four hexadecimal digits after \\u");
    }

    @Test
    void leadingZero() {
        assertMistake(
                "{\"a\": 01}",
                "a number is not written as JSON writes it",
                "1:8",
                "write numbers like 12, -3.5 or 1e-4");
    }

    @Test
    void unfinishedNumber() {
        assertMistake(
                "{\"a\": 1.}",
                "a number is not written as JSON writes it",
                "1:8",
                "write numbers like 12, -3.5 or 1e-4");
    }

    @Test
    void notANumber() {
        assertMistake("{\"a\": NaN}", "NaN is no number in JSON", "1:10", "write numbers like 12, -3.5 or 1e-4");
    }

    @Test
    void endlessNumber() {
        assertMistake(
                "{\"a\": 1" + "0".repeat(1200) + "}",
                "a number has more than 1000 digits",
                "1:1208",
                "write numbers like 12, -3.5 or 1e-4");
    }

    @Test
    void controlCharacter() {
        assertMistake("{\"a\": \u0000}", "a control character", "1:8", "remove it");
    }
}
