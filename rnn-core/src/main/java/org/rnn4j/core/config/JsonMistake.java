package org.rnn4j.core.config;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rnn4j.api.ConfigException;
import org.rnn4j.api.ErrorMessage;

/** Says what is wrong with a JSON text in the words of somebody who edits it. */
final class JsonMistake {
    /**
     * One way to be wrong.
     *
     * @param sign how the parser's message shows it
     * @param problem what we say, with {@code $1} for the sign's first group
     * @param fix the way out
     */
    private record Kind(Pattern sign, String problem, String fix) {}

    private static final String NUMBERS = "write numbers like 12, -3.5 or 1e-4";
    private static final String UNEXPECTED = "Unexpected character \\('(.+?)' \\(code .*?\\)\\).*";

    // The first that fits counts.
    private static final List<Kind> KINDS = List.of(
            kind("end-of-input.*closing quote", "a text has no closing quote", "add the missing \""),
            kind("end-of-input in a comment", "a comment has no end", "add the missing */"),
            kind("end-of-input.*Object", "the text ends inside an object", "add the missing }"),
            kind("end-of-input.*Array", "the text ends inside a list", "add the missing ]"),
            kind("end-of-input", "the text ends too early", "complete it"),
            kind("close marker '(.)': expected '(.)'", "unexpected '$1'", "close with '$2' first"),
            kind("close marker '(.)'", "unexpected '$1'", "remove it: nothing is open here"),
            kind("numeric value|Leading zeroes", "a number is not written as JSON writes it", NUMBERS),
            kind("Non-standard token '(.*?)'", "$1 is no number in JSON", NUMBERS),
            kind("Number value length", "a number has more than 1000 digits", NUMBERS),
            kind(UNEXPECTED + "hex-digit", "unexpected '$1'", "write four hexadecimal digits after \\u"),
            kind(UNEXPECTED + "field name and value", "unexpected '$1'", "put a colon after the key"),
            kind(UNEXPECTED + "comma", "unexpected '$1'", "put a comma between two elements"),
            kind(UNEXPECTED + "field name", "unexpected '$1'", "write keys in double quotes"),
            kind(UNEXPECTED, "unexpected '$1'", "write a value: \"text\", number, true, false, null, object or list"),
            kind(
                    "Unrecognized token '(.*?)'",
                    "unknown word '$1'",
                    "write texts in double quotes; only true, false and null stand without them"),
            kind(
                    "Illegal unquoted character",
                    "a line break or control character inside a text",
                    "close the text on its line, or write \\n"),
            kind("character escape '(.)'", "unknown escape '\\$1' in a text", "write \\\\ for a backslash"),
            kind("Illegal character", "a control character", "remove it"));

    private JsonMistake() {}

    private static Kind kind(String sign, String problem, String fix) {
        return new Kind(Pattern.compile(sign, Pattern.DOTALL), problem, fix);
    }

    static ConfigException of(JsonProcessingException e, JsonParser parser, Place place) {
        String position = position(e, parser, place);
        for (Kind kind : KINDS) {
            Matcher sign = kind.sign().matcher(e.getOriginalMessage());
            if (sign.find()) {
                return mistake(filled(kind.problem(), sign), position, filled(kind.fix(), sign), e);
            }
        }
        return e instanceof StreamConstraintsException
                ? mistake("a key or text is too long", position, "shorten it", e)
                : mistake("it cannot be read", position, "correct the text there", e);
    }

    private static ConfigException mistake(String problem, String position, String fix, Exception cause) {
        String headline = "Not valid JSON: " + problem + " (" + position + ")";
        return new ConfigException(ErrorMessage.of(headline).fix(fix).toString(), cause);
    }

    private static String position(JsonProcessingException e, JsonParser parser, Place place) {
        if (place.line() == 0) return place.position();
        JsonLocation location = e.getLocation() == null ? parser.currentLocation() : e.getLocation();
        return place.at(location.getLineNr(), location.getColumnNr()).position();
    }

    private static String filled(String text, Matcher sign) {
        String filled = text;
        for (int g = 1; g <= sign.groupCount(); g++) filled = filled.replace("$" + g, sign.group(g));
        return filled;
    }
}
