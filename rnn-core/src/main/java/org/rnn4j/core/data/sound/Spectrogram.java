package org.rnn4j.core.data.sound;

import org.rnn4j.core.engine.Tensor;
import org.rnn4j.core.math.PowerSpectrum;

/**
 * How loud each frequency is over time.
 *
 * <p>The recording is cut into frames that overlap; a frame is multiplied by a Hann window and filled up with zeros to a power
 * of two. Its power spectrum P, from 0 to half the sample rate, is summed up in triangular bands that are equally wide on the
 * mel scale, m = 2595 log10(1 + f / 700), and a step is log(10^-6 + sum) for each band. With bands 0, it is log(10^-6 + P)
 * itself.
 *
 * <p>Source: Davis and Mermelstein 1980, doi:10.1109/TASSP.1980.1163420; the scale: O'Shaughnessy 1987.
 *
 * @param windowMillis length of a frame
 * @param hopMillis from the beginning of a frame to that of the next
 * @param bands of the mel scale; 0 for the spectrum itself
 */
public record Spectrogram(double windowMillis, double hopMillis, int bands) {
    private static final double FLOOR = 1e-6;
    private static final double MILLIS = 1000;

    /** Numbers of a step, for recordings with so many samples a second. */
    public int size(float sampleRate) {
        return bands > 0 ? bands : transformed(sampleRate) / 2 + 1;
    }

    private int window(float sampleRate) {
        return Math.max(1, (int) Math.round(windowMillis * sampleRate / MILLIS));
    }

    private int transformed(float sampleRate) {
        int window = window(sampleRate);
        return window == 1 ? 2 : Integer.highestOneBit(2 * window - 1);
    }

    /** The steps [T, size] of a recording; a last frame that would reach beyond its end is left out. */
    public Tensor of(Wave wave) {
        float rate = wave.sampleRate();
        int window = window(rate);
        int hop = Math.max(1, (int) Math.round(hopMillis * rate / MILLIS));
        int frames = wave.samples().length < window ? 0 : 1 + (wave.samples().length - window) / hop;
        int size = size(rate);
        double[][] filters = filters(rate);
        float[] steps = new float[frames * size];
        for (int t = 0; t < frames; t++) {
            double[] frame = new double[transformed(rate)];
            for (int i = 0; i < window; i++) {
                double hann = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / window);
                frame[i] = hann * wave.samples()[t * hop + i];
            }
            double[] power = PowerSpectrum.of(frame);
            for (int k = 0; k < size; k++) {
                double sum = bands == 0 ? power[k] : dot(filters[k], power);
                steps[t * size + k] = (float) Math.log(FLOOR + sum);
            }
        }
        return Tensor.of(steps, frames, size);
    }

    private static double dot(double[] filter, double[] power) {
        double sum = 0;
        for (int k = 0; k < power.length; k++) sum += filter[k] * power[k];
        return sum;
    }

    /** For each band the weight of each frequency. */
    private double[][] filters(float rate) {
        int length = transformed(rate);
        double[][] filters = new double[bands][length / 2 + 1];
        double width = mel(rate / 2) / (bands + 1);
        for (int b = 0; b < bands; b++) {
            for (int k = 0; k <= length / 2; k++) {
                double distance = Math.abs(mel(k * rate / length) - (b + 1) * width) / width;
                filters[b][k] = Math.max(0, 1 - distance);
            }
        }
        return filters;
    }

    private static double mel(double frequency) {
        return 2595 * Math.log10(1 + frequency / 700);
    }
}
