package org.rnn4j.core.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SafetensorsTest {
    /** More than one chunk, and not a multiple of it. */
    private static final int MANY = 300_001;

    @TempDir
    Path folder;

    @Test
    void everyTypeComesBackAsItWas() {
        float[] floats = {1.5f, -0.0f, Float.MIN_VALUE, Float.NEGATIVE_INFINITY, Float.NaN, 3};
        double[] doubles = {Math.PI, -0.0, Double.MAX_VALUE, Double.NaN};
        int[] ints = {Integer.MIN_VALUE, 0, Integer.MAX_VALUE};
        long[] longs = {Long.MIN_VALUE, 1L << 40};
        TensorFile read = roundTrip(
                List.of(
                        Tensor.of("floats", floats, 2, 3),
                        Tensor.of("doubles", doubles, 4),
                        Tensor.of("ints", ints, 3, 1),
                        Tensor.of("longs", longs, 1, 2, 1)),
                Map.of());
        assertArrayEquals(floats, read.tensor("floats").toFloats());
        assertArrayEquals(doubles, read.tensor("doubles").toDoubles());
        assertEquals(IntBuffer.wrap(ints), read.tensor("ints").ints());
        assertEquals(LongBuffer.wrap(longs), read.tensor("longs").longs());
        assertArrayEquals(new int[] {2, 3}, read.tensor("floats").shape());
        assertArrayEquals(new int[] {4}, read.tensor("doubles").shape());
        assertArrayEquals(new int[] {3, 1}, read.tensor("ints").shape());
        assertArrayEquals(new int[] {1, 2, 1}, read.tensor("longs").shape());
    }

    @Test
    void tensorsOfManyChunksComeBackAsTheyWere() {
        float[] floats = new float[MANY];
        double[] doubles = new double[MANY];
        int[] ints = new int[MANY];
        long[] longs = new long[MANY];
        for (int i = 0; i < MANY; i++) {
            floats[i] = i / 7f;
            doubles[i] = i / 7.0;
            ints[i] = i * 31;
            longs[i] = i * 31L << 20;
        }
        TensorFile read = roundTrip(
                List.of(
                        Tensor.of("floats", floats, MANY),
                        Tensor.of("doubles", doubles, MANY),
                        Tensor.of("ints", ints, MANY),
                        Tensor.of("longs", longs, MANY)),
                Map.of());
        assertArrayEquals(floats, read.tensor("floats").toFloats());
        assertArrayEquals(doubles, read.tensor("doubles").toDoubles());
        assertEquals(IntBuffer.wrap(ints), read.tensor("ints").ints());
        assertEquals(LongBuffer.wrap(longs), read.tensor("longs").longs());
    }

    @Test
    void scalarsAndEmptyTensorsComeBackAsTheyWere() {
        TensorFile read = roundTrip(
                List.of(Tensor.of("scalar", new float[] {7}), Tensor.of("empty", new double[0], 3, 0)), Map.of());
        assertArrayEquals(new int[0], read.tensor("scalar").shape());
        assertArrayEquals(new float[] {7}, read.tensor("scalar").toFloats());
        assertArrayEquals(new int[] {3, 0}, read.tensor("empty").shape());
        assertEquals(0, read.tensor("empty").elements());
    }

    @Test
    void textsAreWrittenAsTheyRead() throws IOException {
        Path file = folder.resolve("text.safetensors");
        Safetensors.write(file, TensorFile.of(List.of(), Map.of("k", "ä日🦕")));
        assertTrue(Files.readString(file).contains("{\"__metadata__\":{\"k\":\"ä日🦕\"}}"));
    }

    @Test
    void nothingAtAllComesBackAsNothing() {
        TensorFile read = roundTrip(List.of(), Map.of());
        assertTrue(read.tensors().isEmpty());
        assertTrue(read.metadata().isEmpty());
    }

    @Test
    void orderAndTextsAreKept() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("z", "");
        texts.put("a", "Zeile\n\"quoted\" \\ tab\t \u0000 ä 日本 🦕");
        texts.put("ключ", "{\"format\": \"rnn4j/1\"}");
        TensorFile read = roundTrip(
                List.of(
                        Tensor.of("z", new float[1], 1),
                        Tensor.of("layers.0.cell.W_xi", new double[1], 1),
                        Tensor.of("\"ä\n", new int[1], 1)),
                texts);
        assertEquals(
                List.of("z", "layers.0.cell.W_xi", "\"ä\n"),
                List.copyOf(read.tensors().keySet()));
        assertEquals(List.copyOf(texts.entrySet()), List.copyOf(read.metadata().entrySet()));
        assertEquals(texts, Safetensors.readMetadata(folder.resolve("round.safetensors")));
    }

    @Test
    void bytesAreThoseOfTheFormat() throws IOException {
        String header = "{\"__metadata__\":{\"format\":\"rnn4j/1\"},"
                + "\"b\":{\"dtype\":\"F32\",\"shape\":[1,2],\"data_offsets\":[8,16]},"
                + "\"W\":{\"dtype\":\"I64\",\"shape\":[1],\"data_offsets\":[0,8]}}";
        header += " ".repeat(Math.floorMod(-header.length(), 8));
        byte[] data = {1, 2, 0, 0, 0, 0, 0, 0, 0, 0, (byte) 0x80, 0x3F, 0, 0, 0, (byte) 0xC0};
        Path file = folder.resolve("exact.safetensors");
        Safetensors.write(
                file,
                TensorFile.of(
                        List.of(Tensor.of("b", new float[] {1, -2}, 1, 2), Tensor.of("W", new long[] {0x201}, 1)),
                        Map.of("format", "rnn4j/1")));
        assertArrayEquals(SafetensorsFiles.bytes(header, data), Files.readAllBytes(file));
    }

    @Test
    void filesOfOthersAreRead() {
        // As the Rust library writes: no metadata, tensors by size of type and name; also white space and other orders.
        byte[] bytes = SafetensorsFiles.bytes(
                "{ \"b\" : {\"data_offsets\":[4,8], \"shape\":[1], \"dtype\":\"I32\"},\n"
                        + "\"a\":{\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[0,4]}}   ",
                new byte[] {0, 0, 0, 0x40, 5, 0, 0, 0});
        TensorFile read = Safetensors.read(SafetensorsFiles.file(folder, bytes));
        assertEquals(List.of("b", "a"), List.copyOf(read.tensors().keySet()));
        assertArrayEquals(new float[] {2}, read.tensor("a").toFloats());
        assertEquals(5, read.tensor("b").ints().get(0));
    }

    @Test
    void everyTensorIsAlignedToItsType() throws IOException {
        Path file = folder.resolve("aligned.safetensors");
        Safetensors.write(
                file,
                TensorFile.of(
                        List.of(
                                Tensor.of("a", new float[3], 3),
                                Tensor.of("b", new double[1], 1),
                                Tensor.of("c", new int[1], 1),
                                Tensor.of("d", new long[1], 1)),
                        Map.of()));
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        int length = (int) bytes.getLong();
        assertEquals(0, (Long.BYTES + length) % 8);
        String header = new String(bytes.array(), Long.BYTES, length, StandardCharsets.UTF_8);
        assertTrue(header.contains("\"b\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[0,8]}"), header);
        assertTrue(header.contains("\"d\":{\"dtype\":\"I64\",\"shape\":[1],\"data_offsets\":[8,16]}"), header);
    }

    @Test
    void sameContentSameBytes() throws IOException {
        TensorFile content = TensorFile.of(List.of(Tensor.of("a", new float[3], 3)), Map.of("k", "v"));
        Safetensors.write(folder.resolve("1"), content);
        Safetensors.write(folder.resolve("2"), content);
        assertEquals(-1, Files.mismatch(folder.resolve("1"), folder.resolve("2")));
    }

    private TensorFile roundTrip(List<Tensor> tensors, Map<String, String> metadata) {
        Path file = folder.resolve("round.safetensors");
        Safetensors.write(file, TensorFile.of(tensors, metadata));
        return Safetensors.read(file);
    }
}
