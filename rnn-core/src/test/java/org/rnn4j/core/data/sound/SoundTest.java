package org.rnn4j.core.data.sound;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rnn4j.api.DataException;
import org.rnn4j.core.config.Registry;
import org.rnn4j.core.data.DataSource;
import org.rnn4j.core.data.Dataset;
import org.rnn4j.core.data.DatasetProvider;
import org.rnn4j.core.data.Encoding;
import org.rnn4j.core.data.Example;
import org.rnn4j.core.data.SequencePart;
import org.rnn4j.core.data.TargetLength;
import org.rnn4j.core.data.synthetic.SpokenDigits;
import org.rnn4j.core.engine.Tensor;
import org.rnn4j.core.math.KeyedRandom;
import org.rnn4j.core.math.PowerSpectrum;
import org.rnn4j.core.math.RandomKey;
import org.rnn4j.core.math.RandomPurpose;

final class SoundTest {
    private static final Registry REGISTRY = Registry.load(List.of(DatasetProvider.FAMILY));
    private static final float RATE = 8000;

    @TempDir
    Path folder;

    private static Wave tone(double frequency, double seconds) {
        double[] samples = new double[(int) (seconds * RATE)];
        for (int n = 0; n < samples.length; n++) samples[n] = 0.5 * Math.sin(2 * Math.PI * frequency * n / RATE);
        return new Wave(RATE, samples);
    }

    @Test
    void aWaveIsReadAsItWasWritten() {
        Wave wave = tone(440, 0.1);
        wave.write(folder.resolve("a.wav"));
        Wave read = Wave.read(folder.resolve("a.wav"));
        assertEquals(RATE, read.sampleRate());
        assertArrayEquals(wave.samples(), read.samples(), 1e-4);
    }

    @Test
    void powerIsThatOfTheDefinition() {
        double[] samples = {1, -2, 0.5, 3, 0, 1, 1, -1};
        double[] power = PowerSpectrum.of(samples);
        for (int k = 0; k <= 4; k++) {
            double re = 0;
            double im = 0;
            for (int n = 0; n < 8; n++) {
                re += samples[n] * Math.cos(2 * Math.PI * k * n / 8);
                im -= samples[n] * Math.sin(2 * Math.PI * k * n / 8);
            }
            assertEquals(re * re + im * im, power[k], 1e-9);
        }
    }

    @Test
    void aToneIsInItsBand() {
        Tensor whole = new Spectrogram(32, 16, 0).of(tone(1000, 0.2));
        assertArrayEquals(new int[] {1 + (1600 - 256) / 128, 129}, whole.shape());
        assertEquals(32, loudest(whole, 3, 129));
        Tensor bands = new Spectrogram(25, 10, 40).of(tone(1000, 0.2));
        double mel = 2595 * Math.log10(1 + 1000.0 / 700) / (2595 * Math.log10(1 + 4000.0 / 700) / 41);
        assertEquals(mel - 1, loudest(bands, 3, 40), 1);
    }

    private static int loudest(Tensor steps, int t, int size) {
        int best = 0;
        for (int k = 0; k < size; k++) if (steps.get(t * size + k) > steps.get(t * size + best)) best = k;
        return best;
    }

    @Test
    void aRecordingShorterThanAFrameHasNoSteps() {
        assertEquals(0, new Spectrogram(25, 10, 40).of(tone(1000, 0.01)).extent(0));
    }

    private Dataset spoken(boolean text) throws IOException {
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            KeyedRandom random =
                    new KeyedRandom(RandomKey.of(1, RandomPurpose.GENERATE).at(0, i, 0));
            SpokenDigits.wave(random, i, 3).write(folder.resolve(i + ".wav"));
            list.append(i).append(".wav\t").append(i).append("3\n");
        }
        Path file = Files.writeString(folder.resolve("list.tsv"), list);
        return REGISTRY.create(
                        DataSource.class, "wav", Map.of("file", file, "validation", 0, "text", text, "bands", 20))
                .read(1, Optional.empty());
    }

    @Test
    void recordingsAndWhatIsSaid() throws IOException {
        Dataset data = spoken(true);
        assertEquals(TargetLength.OWN, data.encoding().targetLength());
        assertEquals(20, data.encoding().input().size());
        Example first = ((SequencePart) data.training()).list().get(0);
        assertEquals(2, first.target().length());
        assertTrue(first.length() > 30, "steps " + first.length());
        assertEquals(data.encoding(), Encoding.fromJson(data.encoding().toJson()));
        double sum = 0;
        for (Example example : ((SequencePart) data.training()).list()) {
            for (int t = 0; t < example.length(); t++) sum += example.input().get(20 * t + 7);
        }
        assertEquals(0, sum / data.training().steps(), 1e-4);
        assertEquals(TargetLength.ONE, spoken(false).encoding().targetLength());
    }

    @Test
    void whatIsNoRecording() throws IOException {
        Files.writeString(folder.resolve("a.wav"), "no sound");
        Path list = Files.writeString(folder.resolve("list.tsv"), "a.wav\tone\n");
        DataSource source = REGISTRY.create(DataSource.class, "wav", Map.of("file", list, "validation", 0));
        DataException e = assertThrows(DataException.class, () -> source.read(1, Optional.empty()));
        assertTrue(e.getMessage().startsWith("Not a recording: "), e.getMessage());
        Path other = Files.writeString(folder.resolve("other.tsv"), "a.wav one\n");
        DataSource second = REGISTRY.create(DataSource.class, "wav", Map.of("file", other, "validation", 0));
        DataException untabbed = assertThrows(DataException.class, () -> second.read(1, Optional.empty()));
        assertTrue(untabbed.getMessage().startsWith("No tab (" + other + ":1)"), untabbed.getMessage());
    }
}
