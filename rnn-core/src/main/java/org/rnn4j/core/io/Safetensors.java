package org.rnn4j.core.io;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.ModelFormatException;

/**
 * Reads and writes the safetensors format: numbers that Python, Rust and others open as they are.
 *
 * <pre>
 * 8 bytes      length of the header, little-endian
 * header       JSON: {"__metadata__": {"key": "text"}, "name": {"dtype": "F32", "shape": [2, 3], "data_offsets": [0, 24]}}
 * data         the numbers, little-endian, row after row; offsets count from here
 * </pre>
 *
 * <p>The header ends with spaces, so that the data begins at a multiple of 8; types of 8 bytes are stored first, so that
 * every tensor begins at a multiple of its type's size. A file with the same content has the same bytes.
 *
 * <p>Types: those of {@link TensorType}; a file with another one is an error that names it. A reader checks everything
 * that the header says against the size of the file before it allocates; every failure of it is a
 * {@link ModelFormatException}.
 *
 * <p>Source: github.com/huggingface/safetensors, README, section "Format".
 */
public final class Safetensors {
    private Safetensors() {}

    /** Reads a whole file. */
    public static TensorFile read(Path file) {
        FileErrors errors = new FileErrors(file);
        return open(errors, channel -> read(channel, errors));
    }

    /**
     * Reads what stands in an array of bytes, as {@link #toBytes} makes it.
     *
     * @param name of it in errors
     */
    public static TensorFile fromBytes(byte[] bytes, String name) {
        FileErrors errors = new FileErrors(Path.of(name));
        try (SeekableByteChannel channel = new BytesChannel(bytes)) {
            return read(channel, errors);
        } catch (IOException e) {
            throw new AssertionError("memory does not fail", e);
        }
    }

    private static TensorFile read(SeekableByteChannel channel, FileErrors errors) throws IOException {
        TensorReader in = new TensorReader(channel, errors);
        SafetensorsHeader header = header(channel, in, errors);
        long dataStart = channel.position();
        checkMemory(channel.size() - dataStart, Runtime.getRuntime().maxMemory(), errors);
        List<Tensor> tensors = new ArrayList<>();
        for (SafetensorsHeader.Entry entry : header.entries()) {
            channel.position(dataStart + entry.begin());
            int elements = Tensor.elements(entry.shape());
            tensors.add(Tensor.of(entry.name(), entry.type(), entry.shape(), in.read(entry.type(), elements)));
        }
        return TensorFile.of(tensors, header.metadata());
    }

    /** Reads only the texts of a file, in order; the header is checked as in {@link #read}. */
    public static Map<String, String> readMetadata(Path file) {
        FileErrors errors = new FileErrors(file);
        return open(
                errors,
                channel -> Collections.unmodifiableMap(header(channel, new TensorReader(channel, errors), errors)
                        .metadata()));
    }

    /** Writes a file, wholly or not at all, see {@link AtomicFiles}. */
    public static void write(Path file, TensorFile content) {
        checkTexts(content, file);
        AtomicFiles.write(file, channel -> write(channel, content, file));
    }

    /** The bytes that {@link #write} would write. */
    public static byte[] toBytes(TensorFile content) {
        Path memory = Path.of("memory");
        checkTexts(content, memory);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (WritableByteChannel channel = Channels.newChannel(bytes)) {
            write(channel, content, memory);
        } catch (IOException e) {
            throw new AssertionError("memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    private static void write(WritableByteChannel channel, TensorFile content, Path file) throws IOException {
        List<Tensor> stored = content.tensors().values().stream()
                .sorted(Comparator.comparingInt(tensor -> -tensor.type().bytes()))
                .toList();
        byte[] header = SafetensorsHeaderWriter.write(layOut(content, stored));
        checkHeader(header.length, file);
        TensorWriter out = new TensorWriter(channel);
        out.writeLong(header.length);
        out.writeBytes(header);
        for (Tensor tensor : stored) {
            out.write(tensor);
        }
    }

    private static SafetensorsHeader header(SeekableByteChannel channel, TensorReader in, FileErrors errors)
            throws IOException {
        long size = channel.size();
        long most = Math.min(SafetensorsHeader.MOST_BYTES, size - SafetensorsHeader.LENGTH_BYTES);
        if (most < 0) throw errors.damaged("it is too short", "size", size + " bytes");
        long length = in.readLong();
        if (length < 1 || length > most) {
            throw errors.damaged(
                    "the length of its header is impossible",
                    "header",
                    Long.toUnsignedString(length) + " bytes; possible are 1 to " + most);
        }
        SafetensorsHeader header = SafetensorsHeaderReader.read(in.readBytes((int) length), errors);
        header.verify(size - channel.position(), errors);
        return header;
    }

    private static SafetensorsHeader layOut(TensorFile content, List<Tensor> stored) {
        Map<String, Long> begins = new HashMap<>();
        long end = 0;
        for (Tensor tensor : stored) {
            begins.put(tensor.name(), end);
            end += tensor.bytes();
        }
        List<SafetensorsHeader.Entry> entries = new ArrayList<>();
        for (Tensor tensor : content.tensors().values()) {
            long begin = begins.getOrDefault(tensor.name(), 0L);
            entries.add(new SafetensorsHeader.Entry(
                    tensor.name(), tensor.type(), tensor.shape(), begin, begin + tensor.bytes()));
        }
        return new SafetensorsHeader(entries, content.metadata());
    }

    /** Says how to go on, where the virtual machine would only say that its memory is full. */
    static void checkMemory(long bytes, long available, FileErrors errors) {
        if (bytes > available) {
            throw new ModelFormatException(errors.message("it does not fit into memory")
                    .fact("needed", bytes + " bytes")
                    .fact("heap", available + " bytes at most")
                    .fix("give the virtual machine more, for example -Xmx" + ((bytes >> 30) + 2) + "g")
                    .toString());
        }
    }

    /** Half of a surrogate pair is legal in Java and in JSON, but no other language could read it. */
    private static void checkTexts(TensorFile content, Path file) {
        CharsetEncoder utf8 = StandardCharsets.UTF_8.newEncoder();
        Stream.of(
                        content.tensors().keySet(),
                        content.metadata().keySet(),
                        content.metadata().values())
                .flatMap(Collection::stream)
                .filter(text -> !utf8.canEncode(text))
                .findFirst()
                .ifPresent(text -> {
                    throw new ModelFormatException(
                            ErrorMessage.of("Cannot write " + FileErrors.name(file) + ": a text is not Unicode")
                                    .fact("text", FileErrors.quote(text))
                                    .fix("split texts between code points, not between the halves of one")
                                    .toString());
                });
    }

    private static void checkHeader(int bytes, Path file) {
        if (bytes > SafetensorsHeader.MOST_BYTES) {
            throw new ModelFormatException(
                    ErrorMessage.of("Cannot write " + FileErrors.name(file) + ": its header is too long")
                            .fact("header", bytes + " bytes")
                            .fact("limit", SafetensorsHeader.MOST_BYTES + " bytes")
                            .fix("put fewer or shorter texts into the metadata, for example a smaller vocabulary")
                            .toString());
        }
    }

    private interface Reading<T> {
        T from(FileChannel channel) throws IOException;
    }

    private static <T> T open(FileErrors errors, Reading<T> reading) {
        try (FileChannel channel = FileChannel.open(errors.file(), StandardOpenOption.READ)) {
            return reading.from(channel);
        } catch (NoSuchFileException e) {
            throw new ModelFormatException(
                    errors.message("there is no such file")
                            .fix("check the path")
                            .toString(),
                    e);
        } catch (IOException e) {
            throw new ModelFormatException(
                    errors.message("reading failed")
                            .fact("error", e)
                            .fix("check the path, the rights of the file and the health of the disk")
                            .toString(),
                    e);
        }
    }
}
