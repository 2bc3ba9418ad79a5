package org.rnn4j.core.io;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.RnnException;

/**
 * Writes a file wholly or not at all: whoever opens it sees the old content or the new, also after a crash.
 *
 * <p>The content goes to a temporary file in the same folder, is forced to the disk, and takes the file's name in one
 * step; then the folder is forced. If anything fails, the old file is as it was and the temporary one is gone. A symbolic
 * link is replaced by a file.
 *
 * <p>Failures of the disk are an {@link RnnException}; an unchecked exception of the writer passes through.
 */
public final class AtomicFiles {
    private AtomicFiles() {}

    /**
     * Writes a file through a channel.
     *
     * @param file in a folder that exists
     * @param writer gives the content; the channel is closed for it
     */
    public static void write(Path file, IoConsumer<FileChannel> writer) {
        Path target = file.toAbsolutePath();
        Path folder = checkedFolder(target);
        // A name of its own, not derived from the target's, which may be as long as the file system allows.
        Path temporary = folder.resolve(".rnn-" + UUID.randomUUID() + ".tmp");
        try {
            replace(temporary, target, writer);
        } catch (IOException e) {
            throw failed(target, e);
        } finally {
            deleteQuietly(temporary);
        }
        forceFolder(folder);
    }

    /** Writes a file through a buffered stream, which is flushed and closed for the writer. */
    public static void writeStream(Path file, IoConsumer<OutputStream> writer) {
        write(file, channel -> {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel));
            writer.accept(out);
            // Many writers close what they are given; the buffer is then empty and the channel closed.
            if (channel.isOpen()) out.flush();
        });
    }

    /** Writes a text as UTF-8. */
    public static void writeString(Path file, String text) {
        writeStream(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Takes a file away, if it is there. */
    public static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw failed(file, e);
        }
    }

    private static void replace(Path temporary, Path target, IoConsumer<FileChannel> writer) throws IOException {
        try (FileChannel channel = FileChannel.open(temporary, CREATE_NEW, WRITE)) {
            writer.accept(channel);
        }
        // Opened anew, because the writer may have closed the channel.
        try (FileChannel channel = FileChannel.open(temporary, WRITE)) {
            channel.force(true);
        }
        Files.move(temporary, target, ATOMIC_MOVE);
    }

    private static Path checkedFolder(Path target) {
        Path folder = target.getParent();
        if (folder == null || Files.isDirectory(target)) {
            throw new RnnException(message(target, "it is a folder")
                    .fix("add the name of a file")
                    .toString());
        }
        if (!Files.isDirectory(folder)) {
            String problem = Files.exists(folder) ? "its folder is a file" : "its folder does not exist";
            throw new RnnException(message(target, problem)
                    .fix("create the folder, or choose another one")
                    .toString());
        }
        return folder;
    }

    private static RnnException failed(Path target, IOException e) {
        if (e instanceof AccessDeniedException) {
            return new RnnException(
                    message(target, "no permission to write in its folder")
                            .fix("change the rights of the folder, or choose another one")
                            .toString(),
                    e);
        }
        return new RnnException(
                message(target, "writing failed")
                        .fact("error", e)
                        .fact("old file", Files.exists(target) ? "unchanged" : "there was none")
                        .fix("check the space on the disk and its health, then try again")
                        .toString(),
                e);
    }

    private static ErrorMessage message(Path target, String problem) {
        return ErrorMessage.of("Cannot write " + FileErrors.name(target) + ": " + problem)
                .fact("file", target);
    }

    private static void deleteQuietly(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException ignored) {
            // Nothing is lost but space; an exception from here would hide the one that matters.
        }
    }

    /** Makes the new name survive a crash, where the system lets a folder be forced: not on Windows, nor on all disks. */
    private static void forceFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, READ)) {
            channel.force(true);
        } catch (IOException ignored) {
            // The file is in place and complete: to report a failure now would be wrong.
        }
    }
}
