package org.rnn4j.core.config;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.rnn4j.core.config.ConfigNode.BooleanNode;
import org.rnn4j.core.config.ConfigNode.ListNode;
import org.rnn4j.core.config.ConfigNode.Member;
import org.rnn4j.core.config.ConfigNode.NumberNode;
import org.rnn4j.core.config.ConfigNode.ObjectNode;
import org.rnn4j.core.config.ConfigNode.TextNode;

/** Writes trees as JSON: always the same bytes for the same values. */
final class JsonWriter {
    private static final JsonFactory FACTORY = new JsonFactory();
    // Numbers of a magnitude outside 10^-5 … 10^16 are shorter with an exponent.
    private static final int LEAST_PLAIN_EXPONENT = -5;
    private static final int MOST_PLAIN_EXPONENT = 16;

    private JsonWriter() {}

    static String write(ConfigNode node) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.setPrettyPrinter(printer());
            write(node, json);
        } catch (IOException e) {
            throw new UncheckedIOException("a StringWriter does not fail", e);
        }
        return text.toString();
    }

    /** Two spaces, line feeds, {@code "key": value}. */
    static DefaultPrettyPrinter printer() {
        Separators separators = Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator("");
        return new DefaultPrettyPrinter(separators).withObjectIndenter(new DefaultIndenter("  ", "\n"));
    }

    private static void write(ConfigNode node, JsonGenerator json) throws IOException {
        if (node instanceof ObjectNode object) {
            writeMembers(object.members(), json);
        } else if (node instanceof ListNode list) {
            writeElements(list.elements(), json);
        } else if (node instanceof TextNode text) {
            json.writeString(text.text());
        } else if (node instanceof NumberNode number) {
            json.writeNumber(number(number.number()));
        } else if (node instanceof BooleanNode bool) {
            json.writeBoolean(bool.value());
        } else {
            json.writeNull();
        }
    }

    private static void writeMembers(Map<String, Member> members, JsonGenerator json) throws IOException {
        json.writeStartObject();
        for (Map.Entry<String, Member> member : members.entrySet()) {
            json.writeFieldName(member.getKey());
            write(member.getValue().value(), json);
        }
        json.writeEndObject();
    }

    private static void writeElements(List<ConfigNode> elements, JsonGenerator json) throws IOException {
        json.writeStartArray();
        for (ConfigNode element : elements) write(element, json);
        json.writeEndArray();
    }

    /** The shortest usual form: {@code 5} for 5.0, {@code 1E-8} for 0.00000001. */
    static String number(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        long exponent = (long) stripped.precision() - stripped.scale() - 1;
        boolean plain = exponent >= LEAST_PLAIN_EXPONENT && exponent <= MOST_PLAIN_EXPONENT;
        return plain ? stripped.toPlainString() : stripped.toString();
    }

    static String quote(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }
}
