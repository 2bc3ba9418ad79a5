package org.rnn4j.core.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rnn4j.api.ModelFormatException;

final class SafetensorsErrorTest {
    private static final String DAMAGED =
            "the file is damaged or not safetensors: copy it again, or save the model again";

    @TempDir
    Path folder;

    @Test
    void missingFile() {
        Path file = folder.resolve("a.safetensors");
        assertEquals(
                "Cannot read a.safetensors: there is no such file\n  file  " + file + "\n  fix   check the path",
                assertThrows(ModelFormatException.class, () -> Safetensors.read(file))
                        .getMessage());
    }

    @Test
    void folderInsteadOfFile() {
        String message = assertThrows(ModelFormatException.class, () -> Safetensors.read(folder))
                .getMessage();
        assertTrue(message.startsWith("Cannot read " + folder.getFileName() + ": "), message);
    }

    @Test
    void tooShort() {
        assertDamaged(new byte[7], "it is too short", "size  7 bytes");
    }

    @Test
    void headerLongerThanTheFile() {
        byte[] bytes = ByteBuffer.allocate(10)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(3)
                .array();
        assertDamaged(bytes, "the length of its header is impossible", "header  3 bytes; possible are 1 to 2");
    }

    @Test
    void headerOfAbsurdLength() {
        byte[] bytes = ByteBuffer.allocate(10).putLong(-1).array();
        assertDamaged(
                bytes,
                "the length of its header is impossible",
                "header  18446744073709551615 bytes; possible are 1 to 2");
    }

    @Test
    void otherKindOfFile() {
        assertDamaged(SafetensorsFiles.bytes("[]"), "the header does not begin with '{'", "first byte  91");
    }

    @Test
    void headerThatIsNotUtf8() {
        byte[] bytes = SafetensorsFiles.bytes("{\"?\":1}");
        bytes[10] = (byte) 0xC0;
        assertDamaged(
                bytes, "the header is not UTF-8", "error  java.nio.charset.MalformedInputException: Input length = 1");
    }

    @Test
    void headerInUtf16() {
        assertThrows(
                ModelFormatException.class,
                () -> Safetensors.read(SafetensorsFiles.file(folder, SafetensorsFiles.bytes("{\0}\0"))));
    }

    @Test
    void brokenJson() {
        assertDamaged(
                SafetensorsFiles.bytes("{\"a\" 1}"),
                "the header is not proper JSON",
                "error  'Unexpected character ('1' (code 49)): was expecting a colon to separate field na…'");
    }

    @Test
    void textAfterTheHeader() {
        assertDamaged(SafetensorsFiles.bytes("{}{}"), "text follows the header", "found  START_OBJECT");
    }

    @Test
    void nameTwice() {
        String tensor = "\"a\":{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[0,0]}";
        assertDamaged(
                SafetensorsFiles.bytes("{" + tensor + "," + tensor + "}"),
                "the header is not proper JSON",
                "error  'Duplicate field 'a''");
    }

    @Test
    void metadataThatIsNoText() {
        assertDamaged(
                SafetensorsFiles.bytes("{\"__metadata__\":{\"k\":1}}"),
                "__metadata__ 'k' is of the wrong kind",
                "kind  VALUE_NUMBER_INT instead of VALUE_STRING");
    }

    @Test
    void typeThatIsNotSupported() {
        Path file = SafetensorsFiles.file(
                folder,
                SafetensorsFiles.bytes(
                        "{\"a\":{\"dtype\":\"BF16\",\"shape\":[1],\"data_offsets\":[0,2]}}", new byte[2]));
        assertEquals(
                "Cannot read a.safetensors: tensor 'a' is of type 'BF16'"
                        + "\n  file       " + file
                        + "\n  available  F32, F64, I32, I64"
                        + "\n  fix        save the tensor as one of these types",
                assertThrows(ModelFormatException.class, () -> Safetensors.read(file))
                        .getMessage());
    }

    @Test
    void incompleteTensor() {
        assertDamaged(
                SafetensorsFiles.bytes("{\"a\":{\"dtype\":\"F32\",\"shape\":[0]}}"),
                "tensor 'a' is incomplete",
                "needed  dtype, shape, two data_offsets");
    }

    @Test
    void threeOffsets() {
        assertDamaged(header("[0]", "[0,0,0]"), "tensor 'a' is incomplete", "needed  dtype, shape, two data_offsets");
    }

    @Test
    void unknownKey() {
        assertDamaged(
                SafetensorsFiles.bytes("{\"a\":{\"type\":\"F32\"}}"), "tensor 'a' has an unknown key", "key   'type'");
    }

    @Test
    void negativeDimension() {
        assertDamaged(header("[-1]", "[0,0]"), "tensor 'a' shape is not made of sizes", "found  '-1'");
    }

    @Test
    void dimensionThatIsNoInteger() {
        assertDamaged(header("[1.0]", "[0,4]", 0, 0, 0, 0), "tensor 'a' shape is not made of sizes", "found  '1.0'");
    }

    @Test
    void dimensionThatIsTooLarge() {
        assertDamaged(header("[2147483648]", "[0,0]"), "tensor 'a' shape is not made of sizes", "found  '2147483648'");
    }

    @Test
    void dimensionWhoseProductIsTooLarge() {
        Path file = SafetensorsFiles.file(folder, header("[2147483647,2147483647,4]", "[0,4]", 0, 0, 0, 0));
        assertEquals(
                "Cannot read a.safetensors: tensor 'a' is too large"
                        + "\n  file   " + file
                        + "\n  shape  [2147483647, 2147483647, 4]"
                        + "\n  limit  2147483639 elements"
                        + "\n  fix    split the tensor, or check whether the file is damaged",
                assertThrows(ModelFormatException.class, () -> Safetensors.read(file))
                        .getMessage());
    }

    @Test
    void shapeThatDoesNotFitTheBytes() {
        assertDamaged(
                header("[1,2]", "[0,4]", 0, 0, 0, 0),
                "tensor 'a' has not the size of its shape",
                "shape  [1, 2] F32 in 4 bytes");
    }

    @Test
    void offsetsOutsideOfTheFile() {
        assertDamaged(header("[2]", "[0,8]", 0, 0, 0, 0), "tensor 'a' lies outside of the file", "bytes  0 to 8 of 4");
    }

    @Test
    void offsetsInTheWrongOrder() {
        assertDamaged(header("[1]", "[4,0]", 0, 0, 0, 0), "tensor 'a' lies outside of the file", "bytes  4 to 0 of 4");
    }

    @Test
    void overlap() {
        assertDamaged(
                SafetensorsFiles.bytes(
                        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},"
                                + "\"b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}",
                        new byte[4]),
                "tensor 'b' overlaps another",
                "bytes  0 to 4, not 4");
    }

    @Test
    void hole() {
        assertDamaged(
                header("[1]", "[4,8]", 0, 0, 0, 0, 0, 0, 0, 0),
                "tensor 'a' leaves a hole before it",
                "bytes  4 to 8, not 0");
    }

    @Test
    void bytesAfterTheLastTensor() {
        assertDamaged(header("[0]", "[0,0]", 0, 0), "bytes follow the last tensor", "bytes  2");
    }

    @Test
    void strangeNamesDoNotSpoilTheMessage() {
        String name = "\\n\\u001b[31m" + "x".repeat(200);
        String message = assertThrows(
                        ModelFormatException.class,
                        () -> Safetensors.read(
                                SafetensorsFiles.file(folder, SafetensorsFiles.bytes("{\"" + name + "\":1}"))))
                .getMessage();
        assertTrue(message.startsWith("Cannot read a.safetensors: tensor '??[31mxxx"), message);
        assertTrue(message.lines().findFirst().orElse("").endsWith("xxx…' is of the wrong kind"), message);
    }

    @Test
    void fileThatIsLargerThanTheMemory() {
        FileErrors errors = new FileErrors(folder.resolve("a.safetensors"));
        assertEquals(
                "Cannot read a.safetensors: it does not fit into memory"
                        + "\n  file    " + folder.resolve("a.safetensors")
                        + "\n  needed  5368709120 bytes"
                        + "\n  heap    1073741824 bytes at most"
                        + "\n  fix     give the virtual machine more, for example -Xmx7g",
                assertThrows(ModelFormatException.class, () -> Safetensors.checkMemory(5L << 30, 1L << 30, errors))
                        .getMessage());
    }

    @Test
    void textThatIsNoUnicode() throws IOException {
        Path file = folder.resolve("a.safetensors");
        Files.writeString(file, "old");
        TensorFile content = TensorFile.of(List.of(), Map.of("key", "half \ud83e"));
        assertEquals(
                """
                Cannot write a.safetensors: a text is not Unicode
                  text  'half ?'
                  fix   split texts between code points, not between the halves of one""",
                assertThrows(ModelFormatException.class, () -> Safetensors.write(file, content))
                        .getMessage());
        assertEquals("old", Files.readString(file));
    }

    @Test
    void reservedName() {
        Tensor tensor = Tensor.of("__metadata__", new float[1], 1);
        assertEquals(
                """
                The name of a tensor cannot be used: __metadata__ F32 [1]
                  reason  the file format reserves it
                  fix     give the tensor a name of its own""",
                assertThrows(IllegalArgumentException.class, () -> TensorFile.of(List.of(tensor), Map.of()))
                        .getMessage());
    }

    @Test
    void twoTensorsOfOneName() {
        Tensor tensor = Tensor.of("b", new float[1], 1);
        assertEquals(
                """
                The name of a tensor cannot be used: b F32 [1]
                  reason  another tensor has it
                  fix     give the tensor a name of its own""",
                assertThrows(IllegalArgumentException.class, () -> TensorFile.of(List.of(tensor, tensor), Map.of()))
                        .getMessage());
    }

    @Test
    void tensorThatIsNotThere() {
        TensorFile file = TensorFile.of(List.of(Tensor.of("layers.0.b_f", new float[1], 1)), Map.of());
        assertEquals(
                """
                No tensor 'layers.0.b_r' in the file
                  available     layers.0.b_f
                  did you mean  layers.0.b_f
                  fix           check that the file belongs to this model""",
                assertThrows(ModelFormatException.class, () -> file.tensor("layers.0.b_r"))
                        .getMessage());
        assertFalse(file.tensors().containsKey("layers.0.b_r"));
    }

    private static byte[] header(String shape, String offsets, int... data) {
        byte[] bytes = new byte[data.length];
        for (int i = 0; i < data.length; i++) bytes[i] = (byte) data[i];
        return SafetensorsFiles.bytes(
                "{\"a\":{\"dtype\":\"F32\",\"shape\":" + shape + ",\"data_offsets\":" + offsets + "}}", bytes);
    }

    private void assertDamaged(byte[] bytes, String problem, String fact) {
        Path file = SafetensorsFiles.file(folder, bytes);
        String message = assertThrows(ModelFormatException.class, () -> Safetensors.read(file))
                .getMessage();
        int width = Math.max(4, fact.indexOf("  "));
        assertEquals(
                "Cannot read a.safetensors: " + problem
                        + "\n  file" + " ".repeat(width - 4) + "  " + file
                        + "\n  " + fact
                        + "\n  fix" + " ".repeat(width - 3) + "  " + DAMAGED,
                message);
    }
}
