package org.rnn4j.core.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rnn4j.api.RnnException;

final class AtomicFilesTest {
    @TempDir
    Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void writeOld() throws IOException {
        file = Files.writeString(folder.resolve("config.json"), "old");
    }

    @Test
    void newContentReplacesTheOld() throws IOException {
        AtomicFiles.writeString(file, "new ä");
        assertEquals("new ä", Files.readString(file));
        assertNothingElse();
    }

    @Test
    void newFileIsCreated() throws IOException {
        AtomicFiles.writeString(folder.resolve("other"), "new");
        assertEquals("new", Files.readString(folder.resolve("other")));
    }

    @Test
    void oldContentIsThereUntilTheNewIsComplete() throws IOException {
        AtomicFiles.writeStream(file, out -> {
            out.write('n');
            out.flush();
            assertEquals("old", Files.readString(file));
        });
        assertEquals("n", Files.readString(file));
    }

    @Test
    void writersMayCloseWhatTheyAreGiven() throws IOException {
        AtomicFiles.writeStream(file, out -> {
            out.write('a');
            out.close();
        });
        assertEquals("a", Files.readString(file));
        AtomicFiles.write(file, channel -> {
            channel.write(ByteBuffer.wrap(new byte[] {'b'}));
            channel.close();
        });
        assertEquals("b", Files.readString(file));
        assertNothingElse();
    }

    @Test
    void failureOfTheDiskLeavesTheOldContent() throws IOException {
        var error = assertThrows(
                RnnException.class,
                () -> AtomicFiles.writeStream(file, out -> {
                    out.write(new byte[100_000]);
                    throw new IOException("No space left on device");
                }));
        assertEquals(
                "Cannot write config.json: writing failed"
                        + "\n  file      " + file
                        + "\n  error     java.io.IOException: No space left on device"
                        + "\n  old file  unchanged"
                        + "\n  fix       check the space on the disk and its health, then try again",
                error.getMessage());
        assertEquals("old", Files.readString(file));
        assertNothingElse();
    }

    @Test
    void failureOfTheWriterPassesThroughAndLeavesTheOldContent() throws IOException {
        var failure = new IllegalStateException("writer");
        var error = assertThrows(
                IllegalStateException.class,
                () -> AtomicFiles.write(file, channel -> {
                    channel.write(ByteBuffer.allocate(3));
                    throw failure;
                }));
        assertEquals(failure, error);
        assertEquals("old", Files.readString(file));
        assertNothingElse();
    }

    @Test
    void failureOfTheReplacementLeavesNothingBehind() throws IOException {
        // The target becomes a folder while the content is written.
        Path target = folder.resolve("target");
        assertThrows(
                RnnException.class,
                () -> AtomicFiles.write(target, channel -> Files.createDirectories(target.resolve("inner"))));
        try (Stream<Path> paths = Files.list(folder)) {
            assertEquals(List.of(file, target), paths.sorted().toList());
        }
    }

    @Test
    void missingFolderIsAnError() {
        Path target = folder.resolve("runs").resolve("model");
        assertEquals(
                "Cannot write model: its folder does not exist"
                        + "\n  file  " + target
                        + "\n  fix   create the folder, or choose another one",
                assertThrows(RnnException.class, () -> AtomicFiles.writeString(target, ""))
                        .getMessage());
    }

    @Test
    void folderThatIsAFileIsAnError() {
        Path target = file.resolve("model");
        assertEquals(
                "Cannot write model: its folder is a file"
                        + "\n  file  " + target
                        + "\n  fix   create the folder, or choose another one",
                assertThrows(RnnException.class, () -> AtomicFiles.writeString(target, ""))
                        .getMessage());
    }

    @Test
    void targetThatIsAFolderIsAnError() {
        assertEquals(
                "Cannot write " + folder.getFileName() + ": it is a folder"
                        + "\n  file  " + folder
                        + "\n  fix   add the name of a file",
                assertThrows(RnnException.class, () -> AtomicFiles.writeString(folder, ""))
                        .getMessage());
    }

    @Test
    void missingPermissionIsAnError() throws IOException {
        // Thrown by hand: whoever runs the tests may have all rights.
        var error = assertThrows(
                RnnException.class,
                () -> AtomicFiles.write(file, channel -> {
                    throw new java.nio.file.AccessDeniedException(folder.toString());
                }));
        assertEquals(
                "Cannot write config.json: no permission to write in its folder"
                        + "\n  file  " + file
                        + "\n  fix   change the rights of the folder, or choose another one",
                error.getMessage());
        assertTrue(error.getCause() instanceof IOException);
        assertNothingElse();
    }

    private void assertNothingElse() throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            assertEquals(List.of(file), paths.toList());
        }
    }
}
