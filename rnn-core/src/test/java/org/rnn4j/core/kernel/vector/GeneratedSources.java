package org.rnn4j.core.kernel.vector;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** All generated sources of this package; {@code main} writes them to the folder that it is given. */
final class GeneratedSources {
    private GeneratedSources() {}

    /** Returns the text of each file by its name. */
    static Map<String, String> all() {
        Map<String, String> files = new LinkedHashMap<>();
        for (int lanes : new int[] {16, 8, 4}) {
            files.put(TileSource.productClass(lanes) + ".java", TileSource.product(lanes));
            files.put(TileSource.packedClass(lanes) + ".java", TileSource.packed(lanes));
            files.put(TileSource.gradientClass(lanes) + ".java", TileSource.gradient(lanes));
        }
        files.put(LoopSource.UNARY_CLASS + ".java", LoopSource.unary());
        files.put(LoopSource.BINARY_CLASS + ".java", LoopSource.binary());
        files.put(LoopSource.BINARY_SCALAR_CLASS + ".java", LoopSource.binaryScalar());
        files.put(LoopSource.BINARY_ROW_CLASS + ".java", LoopSource.binaryRow());
        files.put(LoopSource.TERNARY_CLASS + ".java", LoopSource.ternary());
        return files;
    }

    public static void main(String[] args) throws IOException {
        for (Map.Entry<String, String> file : all().entrySet()) {
            Files.writeString(Path.of(args[0]).resolve(file.getKey()), file.getValue());
        }
    }
}
