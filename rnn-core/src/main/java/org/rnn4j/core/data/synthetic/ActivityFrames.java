package org.rnn4j.core.data.synthetic;

import java.util.List;
import java.util.random.RandomGenerator;
import org.rnn4j.api.Config;
import org.rnn4j.api.Option;
import org.rnn4j.core.data.Encoding;
import org.rnn4j.core.data.Example;
import org.rnn4j.core.data.Feature;
import org.rnn4j.core.engine.Tensor;

/**
 * Videos of a stick figure as features of their frames: what does it do?
 *
 * <p>A frame holds the height and the sideways place of hip, left and right hand, left and right foot: 10 numbers. A person
 * walks or runs (hands and feet swing against each other, slowly or fast), jumps (all go up and down together), waves (one
 * hand swings), or stands. Speed, size of the movement, phase, place in the picture and length of the video (20 to 40 frames)
 * are random, and every number has noise: so no frame alone tells, and walking differs from running only in time.
 *
 * @param noise standard deviation of what is added to every number
 */
record ActivityFrames(double noise) implements Task {
    private static final List<String> ACTIVITIES = List.of("walk", "run", "jump", "wave", "stand");
    /** Cycles of each activity in a frame, at the slowest. */
    private static final double[] SPEEDS = {0.04, 0.11, 0.08, 0.10, 0};
    /** Height and sideways place of hip, hands, feet at rest. */
    private static final double[] REST = {1.0, 0, 1.0, -0.4, 1.0, 0.4, 0, -0.2, 0, 0.2};

    private static final int SHORTEST = 20;
    private static final int LONGEST = 40;

    @Override
    public Encoding encoding() {
        return new Encoding(new Feature.Numbers(REST.length), Sequences.labels(ACTIVITIES), false);
    }

    @Override
    public Example example(RandomGenerator random, int number, Use use) {
        int activity = random.nextInt(ACTIVITIES.size());
        int frames = Sequences.between(random, SHORTEST, LONGEST + 1);
        double speed = SPEEDS[activity] * (1 + 0.5 * random.nextDouble());
        double size = 0.3 + 0.2 * random.nextDouble();
        double phase = random.nextDouble();
        double place = random.nextGaussian();
        double[] numbers = new double[frames * REST.length];
        for (int t = 0; t < frames; t++) {
            double swing = size * Math.sin(2 * Math.PI * (speed * t + phase));
            double[] moved = moved(activity, swing);
            for (int i = 0; i < REST.length; i++) {
                double sideways = i % 2 == 1 ? place : 0;
                numbers[t * REST.length + i] = REST[i] + moved[i] + sideways + noise * random.nextGaussian();
            }
        }
        return Example.of(Tensor.of(numbers, frames, REST.length), Sequences.label(activity));
    }

    private static double[] moved(int activity, double swing) {
        double lift = Math.abs(swing);
        return switch (ACTIVITIES.get(activity)) {
            case "walk", "run" -> new double[] {0.2 * lift, 0, 0, swing, 0, -swing, lift, -swing, lift, swing};
            case "jump" -> new double[] {lift, 0, lift, 0, lift, 0, lift, 0, lift, 0};
            case "wave" -> new double[] {0, 0, 0.8, swing, 0, 0, 0, 0, 0, 0};
            default -> new double[REST.length];
        };
    }

    /** Makes it available as {@code activityFrames}. */
    public static final class Provider implements TaskProvider {
        private static final Option<Double> NOISE = Option.number(
                        "noise", "standard deviation of what is added to every number")
                .atLeast(0)
                .orElse(0.1);

        @Override
        public String type() {
            return "activityFrames";
        }

        @Override
        public String summary() {
            return "What a stick figure does in a video, from features of its frames.";
        }

        @Override
        public List<Option<?>> options() {
            return List.of(NOISE);
        }

        @Override
        public Task create(Config config) {
            return new ActivityFrames(config.get(NOISE));
        }
    }
}
