package org.rnn4j.core.config;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rnn4j.api.ConfigException;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.core.config.ConfigNode.BooleanNode;
import org.rnn4j.core.config.ConfigNode.ListNode;
import org.rnn4j.core.config.ConfigNode.Member;
import org.rnn4j.core.config.ConfigNode.NullNode;
import org.rnn4j.core.config.ConfigNode.NumberNode;
import org.rnn4j.core.config.ConfigNode.ObjectNode;
import org.rnn4j.core.config.ConfigNode.TextNode;

/**
 * Reads JSON text into a tree whose nodes know their line and column.
 *
 * <p>JSON as in RFC 8259, and besides {@code //} and {@code /* *}{@code /} comments and a comma after the last element. A key
 * that stands twice is an error.
 */
public final class ConfigText {
    static final int DEEPEST = 64;
    private static final int MOST_DIGITS = 1000;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNumberLength(MOST_DIGITS).build())
            .build();

    private final JsonParser parser;

    private ConfigText(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * Reads a text.
     *
     * @throws ConfigException if it is not JSON; the message says where and what is expected there
     */
    public static ConfigNode parse(String text, Source source) {
        return parse(text, new Place(source, 1, 1, ""));
    }

    /** Reads a text that stands at a place; without line numbers if the place has none. */
    static ConfigNode parse(String text, Place place) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            try {
                return new ConfigText(parser).whole(place);
            } catch (JsonProcessingException e) {
                throw JsonMistake.of(e, parser, place);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory does not fail", e);
        }
    }

    private ConfigNode whole(Place place) throws IOException {
        if (parser.nextToken() == null) {
            throw new ConfigException(
                    ErrorMessage.of("Empty configuration: " + place.source().name())
                            .fix("write a JSON object, such as { \"format\": \"rnn4j/1\", … }")
                            .toString());
        }
        ConfigNode node = value(here(place), 0);
        if (parser.nextToken() != null) {
            throw new ConfigException(ErrorMessage.of(
                            "Not valid JSON: text after the end (" + here(place).position() + ")")
                    .fix("keep one value; remove what follows it")
                    .toString());
        }
        return node;
    }

    private ConfigNode value(Place place, int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new ConfigException(ErrorMessage.of("Nested too deeply (" + place.position() + ")")
                    .fix("at most " + DEEPEST + " objects and lists may stand in each other")
                    .toString());
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(place, depth);
            case START_ARRAY -> list(place, depth);
            case VALUE_STRING -> new TextNode(place, parser.getText(), false);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new NumberNode(place, number(place));
            case VALUE_TRUE -> new BooleanNode(place, true);
            case VALUE_FALSE -> new BooleanNode(place, false);
            case VALUE_NULL -> new NullNode(place);
            default -> throw new AssertionError("no value: " + parser.currentToken());
        };
    }

    private ObjectNode object(Place place, int depth) throws IOException {
        Map<String, Member> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            Place key = here(place.member(name));
            Member first = members.get(name);
            if (first != null) throw twice(name, key, first.key());
            parser.nextToken();
            members.put(name, new Member(key, value(here(key), depth + 1)));
        }
        return new ObjectNode(place, members);
    }

    private ListNode list(Place place, int depth) throws IOException {
        List<ConfigNode> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(here(place.element(elements.size())), depth + 1));
        }
        return new ListNode(place, elements);
    }

    private BigDecimal number(Place place) throws IOException {
        String digits = parser.getText();
        try {
            return new BigDecimal(digits);
        } catch (NumberFormatException e) {
            throw new ConfigException(
                    ErrorMessage.of("Number " + digits + " is beyond all bounds at " + place)
                            .fix("give a number between ±4.9E-324 and ±1.8E308")
                            .toString(),
                    e);
        }
    }

    private Place here(Place place) {
        if (place.line() == 0) return place;
        JsonLocation location = parser.currentTokenLocation();
        return place.at(location.getLineNr(), location.getColumnNr());
    }

    private static ConfigException twice(String name, Place second, Place first) {
        return new ConfigException(ErrorMessage.of("Key '" + name + "' stands twice at " + second)
                .fact("first", first.position())
                .fix("keep one of the two")
                .toString());
    }
}
