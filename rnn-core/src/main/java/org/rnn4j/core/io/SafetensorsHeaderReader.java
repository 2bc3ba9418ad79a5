package org.rnn4j.core.io;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.rnn4j.api.ModelFormatException;

/** Reads the JSON of a header; strictly, for a header is written by programs. Used once, by one thread. */
final class SafetensorsHeaderReader {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            // Names come from files: they are not worth a place in tables that live as long as the program.
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(SafetensorsHeader.MOST_BYTES)
                    .build())
            .build();

    private final JsonParser json;
    private final FileErrors errors;

    private SafetensorsHeaderReader(JsonParser json, FileErrors errors) {
        this.json = json;
        this.errors = errors;
    }

    /** Reads a header that is not verified against the size of the file yet. */
    static SafetensorsHeader read(byte[] header, FileErrors errors) throws IOException {
        if (header[0] != '{')
            throw errors.damaged("the header does not begin with '{'", "first byte", header[0] & 0xFF);
        try (JsonParser json = JSON.createParser(utf8(header))) {
            return new SafetensorsHeaderReader(json, errors).header();
        } catch (CharacterCodingException e) {
            throw errors.damaged("the header is not UTF-8", "error", e, e);
        } catch (JsonProcessingException e) {
            throw errors.damaged("the header is not proper JSON", "error", FileErrors.quote(e.getOriginalMessage()), e);
        }
    }

    // Not left to the parser, which would guess among UTF-8, UTF-16 and UTF-32.
    private static String utf8(byte[] header) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(header))
                .toString();
    }

    private SafetensorsHeader header() throws IOException {
        List<SafetensorsHeader.Entry> entries = new ArrayList<>();
        Map<String, String> metadata = new LinkedHashMap<>();
        expect(JsonToken.START_OBJECT, "the header");
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            if (name.equals(SafetensorsHeader.METADATA)) {
                readMetadata(metadata);
            } else {
                entries.add(entry(name));
            }
        }
        if (json.nextToken() != null) throw errors.damaged("text follows the header", "found", json.currentToken());
        return new SafetensorsHeader(entries, metadata);
    }

    private void readMetadata(Map<String, String> metadata) throws IOException {
        expect(JsonToken.START_OBJECT, SafetensorsHeader.METADATA);
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            expect(JsonToken.VALUE_STRING, SafetensorsHeader.METADATA + " " + FileErrors.quote(name));
            metadata.put(name, json.getText());
        }
    }

    private SafetensorsHeader.Entry entry(String name) throws IOException {
        String tensor = "tensor " + FileErrors.quote(name);
        TensorType type = null;
        long[] shape = null;
        long[] offsets = null;
        expect(JsonToken.START_OBJECT, tensor);
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = json.currentName();
            switch (key) {
                case "dtype" -> type = type(tensor);
                case "shape" -> shape = sizes(tensor + " shape", Integer.MAX_VALUE);
                case "data_offsets" -> offsets = sizes(tensor + " data_offsets", Long.MAX_VALUE);
                default -> throw errors.damaged(tensor + " has an unknown key", "key", FileErrors.quote(key));
            }
        }
        if (type == null || shape == null || offsets == null || offsets.length != 2) {
            throw errors.damaged(tensor + " is incomplete", "needed", "dtype, shape, two data_offsets");
        }
        int[] dimensions = Arrays.stream(shape).mapToInt(Math::toIntExact).toArray();
        return new SafetensorsHeader.Entry(name, type, dimensions, offsets[0], offsets[1]);
    }

    private TensorType type(String tensor) throws IOException {
        expect(JsonToken.VALUE_STRING, tensor + " dtype");
        String name = json.getText();
        return TensorType.named(name)
                .orElseThrow(
                        () -> new ModelFormatException(errors.message(tensor + " is of type " + FileErrors.quote(name))
                                .choices(name, TensorType.names())
                                .fix("save the tensor as one of these types")
                                .toString()));
    }

    private long[] sizes(String what, long most) throws IOException {
        LongStream.Builder sizes = LongStream.builder();
        expect(JsonToken.START_ARRAY, what);
        while (json.nextToken() != JsonToken.END_ARRAY) {
            boolean whole = json.currentToken() == JsonToken.VALUE_NUMBER_INT;
            if (!whole || json.getLongValue() < 0 || json.getLongValue() > most) {
                throw errors.damaged(what + " is not made of sizes", "found", FileErrors.quote(json.getText()));
            }
            sizes.add(json.getLongValue());
        }
        return sizes.build().toArray();
    }

    private void expect(JsonToken expected, String what) throws IOException {
        JsonToken found = json.nextToken();
        if (found != expected) {
            throw errors.damaged(what + " is of the wrong kind", "kind", found + " instead of " + expected);
        }
    }
}
