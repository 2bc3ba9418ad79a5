package org.rnn4j.core.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import org.rnn4j.api.Option;

/** The JSON Schema of one option. */
final class OptionSchema {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Defaults defaults;

    OptionSchema(Defaults defaults) {
        this.defaults = defaults;
    }

    static ObjectNode reference(String definition) {
        return JSON.objectNode().put("$ref", "#/$defs/" + definition);
    }

    /** The schema of an option's value; {@code family} names the definition of a component's family. */
    ObjectNode of(Option<?> option, String family) {
        ObjectNode schema = JSON.objectNode().put("description", option.doc());
        switch (option.kind()) {
            case INTEGER -> schema.setAll(integer(option));
            case NUMBER -> schema.setAll(number(option));
            case BOOLEAN -> schema.put("type", "boolean");
            case TEXT -> schema.put("type", "string");
            case PATH -> schema.put("type", "string").put("pattern", "\\S");
            case CHOICE -> option.choices().forEach(schema.withArrayProperty("enum")::add);
            case INTEGERS -> array(schema, integer(option));
            case NUMBERS -> array(schema, number(option));
            case TEXTS -> array(schema, JSON.objectNode().put("type", "string"));
            case COMPONENT -> schema.setAll(reference(family));
            case COMPONENTS -> array(schema, reference(family)).put("minItems", 1);
        }
        defaults.node(option, Place.whole(Source.CODE)).ifPresent(node -> putDefault(schema, node));
        return schema;
    }

    private static ObjectNode array(ObjectNode schema, ObjectNode items) {
        schema.put("type", "array").set("items", items);
        return schema;
    }

    private static ObjectNode integer(Option<?> option) {
        ObjectNode schema = JSON.objectNode().put("type", "integer");
        bounds(schema, option);
        // Bounds that an option does not set itself are those of a Java int.
        if (option.low() < Integer.MIN_VALUE) schema.put("minimum", Integer.MIN_VALUE);
        if (option.high() > Integer.MAX_VALUE) schema.put("maximum", Integer.MAX_VALUE);
        return schema;
    }

    private static ObjectNode number(Option<?> option) {
        ObjectNode schema = JSON.objectNode().put("type", "number");
        bounds(schema, option);
        return schema;
    }

    private static void bounds(ObjectNode schema, Option<?> option) {
        if (!Double.isInfinite(option.low())) {
            put(schema, option.isLowOpen() ? "exclusiveMinimum" : "minimum", option.low());
        }
        if (!Double.isInfinite(option.high())) {
            put(schema, option.isHighOpen() ? "exclusiveMaximum" : "maximum", option.high());
        }
    }

    private static void put(ObjectNode schema, String key, double bound) {
        if (bound == (long) bound) {
            schema.put(key, (long) bound);
        } else {
            schema.put(key, bound);
        }
    }

    private static void putDefault(ObjectNode schema, ConfigNode node) {
        try {
            schema.set("default", MAPPER.readTree(node.toJson()));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("what we wrote, we can read", e);
        }
    }
}
