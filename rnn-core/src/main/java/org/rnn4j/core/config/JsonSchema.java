package org.rnn4j.core.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.rnn4j.api.Option;
import org.rnn4j.api.Provider;

/**
 * The JSON Schema (draft 2020-12) of a configuration, from the same declarations that read it: an editor that knows it
 * completes keys and shows mistakes while they are typed.
 *
 * <p>Each component has a definition of its own, {@code cell.lstm}; that of its family, {@code cell}, chooses by {@code type}.
 */
public final class JsonSchema {
    private static final String DRAFT = "https://json-schema.org/draft/2020-12/schema";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Registry registry;
    private final OptionSchema options;

    private JsonSchema(Registry registry) {
        this.registry = registry;
        this.options = new OptionSchema(new Defaults(registry, new ConfigReader(registry)));
    }

    /** The schema of a whole configuration, as JSON text. */
    public static String of(Registry registry, Section whole) {
        JsonSchema schema = new JsonSchema(registry);
        ObjectNode root = JSON.objectNode().put("$schema", DRAFT).put("title", whole.name());
        root.setAll(schema.section(whole));
        root.withObjectProperty("properties").putObject(ConfigReader.SCHEMA_KEY).put("type", "string");
        root.set("$defs", schema.definitions());
        try {
            return new ObjectMapper().writer(JsonWriter.printer()).writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a tree in memory does not fail", e);
        }
    }

    private ObjectNode section(Section section) {
        ObjectNode schema = object(section.doc());
        members(schema, section.options());
        for (Section inner : section.sections()) {
            JsonNode innerSchema = section(inner);
            properties(schema).set(inner.name(), inner.isMaybe() ? orNull(innerSchema) : innerSchema);
            if (inner.isRequired()) required(schema).add(inner.name());
        }
        return schema;
    }

    private ObjectNode definitions() {
        ObjectNode definitions = JSON.objectNode();
        for (Family<?> family : registry.families()) {
            List<? extends Provider<?>> providers = registry.types(family.component()).stream()
                    .map(type -> registry.provider(family.component(), type))
                    .flatMap(Optional::stream)
                    .toList();
            definitions.set(family.word(), family(family, providers));
            for (Provider<?> provider : providers) definitions.set(name(family, provider), component(provider));
        }
        return definitions;
    }

    /** if-then rather than oneOf: a validator then shows the mistakes of the type that was meant, and no others. */
    private static JsonNode family(Family<?> family, List<? extends Provider<?>> providers) {
        if (providers.isEmpty()) return BooleanNode.FALSE;
        ObjectNode schema = JSON.objectNode().put("description", family.one());
        ArrayNode bare = JSON.arrayNode();
        ArrayNode types = JSON.arrayNode();
        ArrayNode cases = JSON.arrayNode();
        for (Provider<?> provider : providers) {
            types.add(provider.type());
            if (Defaults.needsNothing(provider)) bare.add(provider.type());
            ObjectNode choice = cases.addObject();
            ObjectNode condition = choice.putObject("if");
            condition.putObject("properties").putObject(DeclarationCheck.TYPE).put("const", provider.type());
            condition.putArray("required").add(DeclarationCheck.TYPE);
            choice.set("then", OptionSchema.reference(name(family, provider)));
        }
        ObjectNode object = bare.isEmpty() ? schema : JSON.objectNode();
        object.put("type", "object");
        object.putObject("properties").putObject(DeclarationCheck.TYPE).set("enum", types);
        object.putArray("required").add(DeclarationCheck.TYPE);
        object.set("allOf", cases);
        if (!bare.isEmpty()) {
            schema.putObject("if").put("type", "string");
            schema.putObject("then").set("enum", bare);
            schema.set("else", object);
        }
        return schema;
    }

    private ObjectNode component(Provider<?> provider) {
        ObjectNode schema = object(provider.summary());
        properties(schema).putObject(DeclarationCheck.TYPE).put("const", provider.type());
        required(schema).add(DeclarationCheck.TYPE);
        members(schema, provider.options());
        return schema;
    }

    private void members(ObjectNode schema, List<Option<?>> declared) {
        for (Option<?> option : declared) {
            properties(schema).set(option.name(), option(option));
            if (option.isRequired()) required(schema).add(option.name());
        }
    }

    private JsonNode option(Option<?> option) {
        String family = switch (option.kind()) {
            case COMPONENT, COMPONENTS -> registry.family(option.valueType()).word();
            default -> "";
        };
        ObjectNode schema = options.of(option, family);
        return option.isMaybe() ? orNull(schema) : schema;
    }

    private static ObjectNode orNull(JsonNode schema) {
        ObjectNode either = JSON.objectNode();
        either.putArray("anyOf").add(schema).addObject().put("type", "null");
        return either;
    }

    private static ObjectNode object(String description) {
        ObjectNode schema = JSON.objectNode().put("description", description).put("type", "object");
        schema.putObject("properties");
        schema.putArray("required");
        return schema.put("additionalProperties", false);
    }

    private static ObjectNode properties(ObjectNode schema) {
        return schema.withObjectProperty("properties");
    }

    private static ArrayNode required(ObjectNode schema) {
        return schema.withArrayProperty("required");
    }

    private static String name(Family<?> family, Provider<?> provider) {
        return family.word() + "." + provider.type();
    }
}
