package org.rnn4j.core.io;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;

/** Writes the JSON of a header. */
final class SafetensorsHeaderWriter {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();
    private static final int ALIGNMENT = 8;

    private SafetensorsHeaderWriter() {}

    /** The header with spaces at its end, so that the data after it is aligned. */
    static byte[] write(SafetensorsHeader header) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            if (!header.metadata().isEmpty()) writeMetadata(header.metadata(), json);
            for (SafetensorsHeader.Entry entry : header.entries()) {
                writeEntry(entry, json);
            }
            json.writeEndObject();
        }
        byte[] text = bytes.toByteArray();
        int padded = (text.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        byte[] aligned = Arrays.copyOf(text, padded);
        Arrays.fill(aligned, text.length, padded, (byte) ' ');
        return aligned;
    }

    private static void writeMetadata(Map<String, String> metadata, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart(SafetensorsHeader.METADATA);
        for (Map.Entry<String, String> text : metadata.entrySet()) {
            json.writeStringField(text.getKey(), text.getValue());
        }
        json.writeEndObject();
    }

    private static void writeEntry(SafetensorsHeader.Entry entry, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart(entry.name());
        json.writeStringField("dtype", entry.type().name());
        json.writeFieldName("shape");
        json.writeArray(entry.shape(), 0, entry.shape().length);
        json.writeFieldName("data_offsets");
        json.writeArray(new long[] {entry.begin(), entry.end()}, 0, 2);
        json.writeEndObject();
    }
}
