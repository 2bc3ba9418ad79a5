package org.rnn4j.core.io;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rnn4j.api.ModelFormatException;

/** Whatever is done to a file, it loads or says what is wrong, and takes no memory that it does not need. */
final class SafetensorsDamageTest {
    private static final long SEED = 20_140_605;
    private static final int RUNS = 5_000;
    /** The parser's own buffers and a stack trace; sizes that a header may claim are thousands of times as much. */
    private static final long MOST_MEMORY = 1 << 20;

    private static final List<String> NASTY = List.of(
            "-1",
            "0",
            "1e3",
            "1.0",
            "2147483639",
            "2147483647",
            "2147483648",
            "4294967296",
            "9223372036854775807",
            "9223372036854775808",
            "99999999999999999999999999",
            "[4294967296,4294967296]",
            "[2147483647,2147483647,2147483647]",
            "[0,8,8]",
            "null",
            "true",
            "{}",
            "[]",
            "\"\"",
            "\"F16\"",
            "\"F64\"",
            "\"a\":",
            "\"\\ud800\"",
            "\u0000",
            "[[[[[[[[",
            "}",
            "]",
            ",");

    @TempDir
    Path folder;

    private byte[] whole = new byte[0];

    @BeforeEach
    void writeWhole() throws IOException {
        Path file = folder.resolve("whole.safetensors");
        TensorFile content = TensorFile.of(
                List.of(
                        Tensor.of("a", new float[] {1, 2, 3, 4, 5, 6}, 2, 3),
                        Tensor.of("b", new double[] {7}, 1),
                        Tensor.of("c", new int[0], 0)),
                Map.of("key", "text"));
        Safetensors.write(file, content);
        whole = Files.readAllBytes(file);
    }

    @Test
    void everyTruncationIsAnError() {
        for (int length = 0; length < whole.length; length++) {
            Path file = SafetensorsFiles.file(folder, Arrays.copyOf(whole, length));
            assertThrows(ModelFormatException.class, () -> Safetensors.read(file), "length " + length);
            assertThrows(ModelFormatException.class, () -> Safetensors.readMetadata(file), "length " + length);
        }
    }

    @Test
    void everyExtraByteIsAnError() {
        for (int more = 1; more <= 16; more++) {
            Path file = SafetensorsFiles.file(folder, Arrays.copyOf(whole, whole.length + more));
            assertThrows(ModelFormatException.class, () -> Safetensors.read(file));
        }
    }

    @Test
    void everyChangedByteLoadsOrIsAnError() {
        int loaded = 0;
        for (int i = 0; i < whole.length; i++) {
            for (int value : new int[] {0, 0x20, 0x22, 0x30, 0x39, 0x7B, 0x80, 0xFF}) {
                byte[] changed = whole.clone();
                changed[i] = (byte) value;
                loaded += loads(changed, "byte " + i + " is " + value);
            }
        }
        assertTrue(loaded > 0, "numbers and texts may be anything");
    }

    @Test
    void randomDamageLoadsOrIsAnError() {
        Random random = new Random(SEED);
        for (int run = 0; run < RUNS; run++) {
            byte[] damaged = whole;
            for (int i = random.nextInt(3); i >= 0; i--) {
                damaged = damage(damaged, random);
            }
            loads(damaged, "seed " + SEED + ", run " + run);
        }
    }

    @Test
    void nastyValuesInTheHeaderLoadOrAreAnError() {
        int headerEnd = new String(whole, StandardCharsets.ISO_8859_1).lastIndexOf('}') + 1;
        String header = new String(whole, 8, headerEnd - 8, StandardCharsets.UTF_8);
        byte[] data = Arrays.copyOfRange(whole, whole.length - 32, whole.length);
        for (String nasty : NASTY) {
            for (int from = 0; from < header.length(); from++) {
                for (int length : new int[] {0, 1, 2, 5}) {
                    int to = Math.min(header.length(), from + length);
                    String changed = header.substring(0, from) + nasty + header.substring(to);
                    loads(SafetensorsFiles.bytes(changed, data), nasty + " at " + from + " to " + to);
                }
            }
        }
    }

    private static byte[] damage(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length);
        int length = Math.min(bytes.length - at, random.nextInt(9));
        byte[] put = new byte[random.nextInt(9)];
        random.nextBytes(put);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, at);
        out.writeBytes(put);
        out.write(bytes, at + length, bytes.length - at - length);
        byte[] damaged = out.toByteArray();
        return damaged.length == 0 ? bytes : damaged;
    }

    /** 1 if the file loads, 0 if it is an error of the right kind. */
    private int loads(byte[] bytes, String what) {
        Path file = SafetensorsFiles.file(folder, bytes);
        long before = allocated();
        int loaded = 0;
        try {
            Safetensors.read(file);
            loaded = 1;
        } catch (ModelFormatException e) {
            assertTrue(e.getMessage().contains("\n  file  "), e.getMessage());
            assertTrue(e.getMessage().contains("\n  fix"), e.getMessage());
        } catch (RuntimeException | Error e) {
            fail(what, e);
        }
        long used = allocated() - before;
        assertTrue(used < MOST_MEMORY, () -> what + " took " + used + " bytes");
        return loaded;
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
