package org.rnn4j.core.math;

import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.transform.DftNormalization;
import org.apache.commons.math3.transform.FastFourierTransformer;
import org.apache.commons.math3.transform.TransformType;
import org.rnn4j.api.ErrorMessage;

/** How much of each frequency is in a piece of a signal. */
public final class PowerSpectrum {
    private PowerSpectrum() {}

    /**
     * The squared absolute values of the discrete Fourier transform, from frequency 0 to half the sample rate.
     *
     * @param samples n of them, a power of two
     * @return n / 2 + 1 numbers
     */
    public static double[] of(double[] samples) {
        int n = samples.length;
        if (Integer.bitCount(n) != 1) {
            throw new IllegalArgumentException(ErrorMessage.of("A spectrum of " + n + " samples")
                    .fix("fill up with zeros to a power of two")
                    .toString());
        }
        Complex[] transformed =
                new FastFourierTransformer(DftNormalization.STANDARD).transform(samples, TransformType.FORWARD);
        double[] power = new double[n / 2 + 1];
        for (int k = 0; k < power.length; k++) {
            double re = transformed[k].getReal();
            double im = transformed[k].getImaginary();
            power[k] = re * re + im * im;
        }
        return power;
    }
}
