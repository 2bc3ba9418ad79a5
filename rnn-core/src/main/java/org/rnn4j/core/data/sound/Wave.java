package org.rnn4j.core.data.sound;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.rnn4j.api.DataException;
import org.rnn4j.api.ErrorMessage;

/**
 * A recording with one channel.
 *
 * @param sampleRate samples a second
 * @param samples from -1 to 1; not copied
 */
public record Wave(float sampleRate, double[] samples) {
    private static final int BITS = 16;
    private static final double LOUDEST = 1 << (BITS - 1);

    /**
     * Reads a file in a format that the JDK knows (WAV, AIFF, AU); channels are averaged.
     *
     * @throws DataException if there is no such file, or it is no recording
     */
    public static Wave read(Path file) {
        try (AudioInputStream any = AudioSystem.getAudioInputStream(file.toFile())) {
            AudioFormat format = any.getFormat();
            AudioFormat wanted = new AudioFormat(format.getSampleRate(), BITS, format.getChannels(), true, false);
            try (AudioInputStream stream = AudioSystem.getAudioInputStream(wanted, any)) {
                return of(stream.readAllBytes(), format.getChannels(), format.getSampleRate());
            }
        } catch (UnsupportedAudioFileException | IllegalArgumentException e) {
            throw unreadable("Not a recording: " + file, e);
        } catch (IOException e) {
            throw unreadable("Cannot read " + file, e);
        }
    }

    private static DataException unreadable(String headline, Exception e) {
        return new DataException(
                ErrorMessage.of(headline)
                        .fact("reason", e)
                        .fix("name a file in WAV, AIFF or AU")
                        .toString(),
                e);
    }

    private static Wave of(byte[] bytes, int channels, float sampleRate) {
        double[] samples = new double[bytes.length / (2 * channels)];
        for (int i = 0; i < samples.length; i++) {
            double sum = 0;
            for (int c = 0; c < channels; c++) {
                int at = 2 * (i * channels + c);
                sum += (short) (bytes[at] & 0xFF | bytes[at + 1] << 8);
            }
            samples[i] = sum / channels / LOUDEST;
        }
        return new Wave(sampleRate, samples);
    }

    /** Writes a WAV file with 16 bits a sample; what is beyond ±1 is cut. */
    public void write(Path file) {
        byte[] bytes = new byte[2 * samples.length];
        for (int i = 0; i < samples.length; i++) {
            int value = (int) Math.round(Math.max(-1, Math.min(1, samples[i])) * (LOUDEST - 1));
            bytes[2 * i] = (byte) value;
            bytes[2 * i + 1] = (byte) (value >> 8);
        }
        AudioFormat format = new AudioFormat(sampleRate, BITS, 1, true, false);
        try (AudioInputStream stream = new AudioInputStream(new ByteArrayInputStream(bytes), format, samples.length)) {
            AudioSystem.write(stream, AudioFileFormat.Type.WAVE, file.toFile());
        } catch (IOException e) {
            throw unreadable("Cannot write " + file, e);
        }
    }
}
