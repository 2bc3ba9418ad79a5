package org.rnn4j.core.data.synthetic;

import java.util.List;
import java.util.random.RandomGenerator;
import org.rnn4j.core.data.sound.Wave;

/**
 * A very simple voice: pulses or noise through two resonators side by side, whose frequencies glide from phone to phone.
 *
 * <p>A resonator of frequency f with poles of radius r:
 * <pre>
 * y_n = (1 - r) x_n + 2 r cos(2π f / rate) y_{n-1} - r² y_{n-2}
 * </pre>
 *
 * <p>Source: Klatt 1980, doi:10.1121/1.383940, much simplified.
 *
 * @param pitch pulses a second
 * @param tract factor of all resonances: below 1 for a long vocal tract
 * @param speed factor of all lengths of time
 * @param loudness of everything
 */
record Voice(double pitch, double tract, double speed, double loudness) {
    private static final double RADIUS = 0.97;
    private static final double BACKGROUND = 0.002;
    private static final double GLIDE_MILLIS = 15;

    /**
     * A sound.
     *
     * @param first resonance in hertz
     * @param second resonance in hertz
     * @param voiced strength of the pulses
     * @param noise strength of the noise
     * @param millis how long it lasts
     */
    record Phone(double first, double second, double voiced, double noise, double millis) {
        static Phone pause(double millis) {
            return new Phone(500, 1500, 0, 0, millis);
        }
    }

    static Voice drawn(RandomGenerator random) {
        return new Voice(
                90 + 120 * random.nextDouble(),
                0.92 + 0.16 * random.nextDouble(),
                0.8 + 0.5 * random.nextDouble(),
                0.5 + random.nextDouble());
    }

    Wave say(List<Phone> phones, float rate, RandomGenerator random) {
        int length = 0;
        for (Phone phone : phones) length += samples(phone, rate);
        double[] out = new double[length];
        Resonator low = new Resonator(rate);
        Resonator high = new Resonator(rate);
        Phone now = phones.get(0);
        double glide = 1 / (GLIDE_MILLIS * rate / 1000);
        double phase = 0;
        int n = 0;
        for (Phone phone : phones) {
            int end = n + samples(phone, rate);
            for (; n < end; n++) {
                now = nearer(now, phone, glide);
                phase += pitch / rate;
                boolean pulse = phase >= 1;
                if (pulse) phase -= 1;
                double x = (pulse ? 20 * now.voiced() : 0) + now.noise() * random.nextGaussian();
                double y = low.next(x, tract * now.first()) + high.next(x, tract * now.second());
                out[n] = loudness * y + BACKGROUND * random.nextGaussian();
            }
        }
        return new Wave(rate, out);
    }

    private int samples(Phone phone, float rate) {
        return (int) (phone.millis() * speed * rate / 1000);
    }

    private static Phone nearer(Phone now, Phone then, double share) {
        return new Phone(
                now.first() + share * (then.first() - now.first()),
                now.second() + share * (then.second() - now.second()),
                now.voiced() + share * (then.voiced() - now.voiced()),
                now.noise() + share * (then.noise() - now.noise()),
                then.millis());
    }

    /** Mutable; one for a recording. */
    private static final class Resonator {
        private final double rate;
        private double last;
        private double before;

        Resonator(double rate) {
            this.rate = rate;
        }

        double next(double x, double frequency) {
            double y = (1 - RADIUS) * x
                    + 2 * RADIUS * Math.cos(2 * Math.PI * frequency / rate) * last
                    - RADIUS * RADIUS * before;
            before = last;
            last = y;
            return y;
        }
    }
}
