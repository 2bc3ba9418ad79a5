package org.rnn4j.core.engine;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.rnn4j.api.expr.DropoutMask;
import org.rnn4j.core.math.CounterRandom;
import org.rnn4j.core.math.RandomKey;
import org.rnn4j.core.math.RandomPurpose;
import org.rnn4j.core.trace.SequenceGraph;
import org.rnn4j.core.trace.SequenceGraph.Scan;

/**
 * Draws the masks of dropout, the same ones for every engine.
 *
 * <p>An element depends on the seed, the number of the training step, the place of the mask in the network, the example's
 * id, the time step and the element's index; not on the batch that the example is in, nor on what was drawn before.
 * Immutable.
 */
public final class DropoutMasks {
    private final Map<Scan, String> places = new IdentityHashMap<>();

    private DropoutMasks() {}

    /** The masks of a network. */
    public static DropoutMasks of(SequenceGraph graph) {
        DropoutMasks masks = new DropoutMasks();
        Map<String, Integer> uses = new HashMap<>();
        for (Scan scan : graph.scans()) {
            // Maps of one layer share its path, and each counts its masks from 0.
            int use = uses.merge(scan.graph().name(), 1, Integer::sum);
            masks.places.put(scan, scan.graph().name() + "#" + use);
        }
        return masks;
    }

    /** The key of one mask of a scan in a run. */
    public RandomKey key(Scan scan, DropoutMask mask, Execution.Mode mode) {
        String place = places.get(scan);
        if (place == null)
            throw new AssertionError(
                    "not a scan of this network: " + scan.graph().name());
        return RandomKey.of(mode.seed(), RandomPurpose.DROPOUT)
                .named(place + "/" + mask.ordinal())
                .at(Long.hashCode(mode.step()), 0, 0);
    }

    /**
     * Draws the mask of one example at one time step: 0 with the mask's rate, else 1 / (1 - rate).
     *
     * @param key what {@link #key} gave
     * @param exampleId number of the example in the data set
     * @param time the time step; without influence on a mask that serves the whole sequence
     * @param out where the elements go, from offset on
     */
    public static void draw(
            DropoutMask mask, RandomKey key, long exampleId, int time, float[] out, int offset, int length) {
        int moment = mask.perSequence() ? 0 : time;
        CounterRandom.fillUniform(key.at(key.step(), Long.hashCode(exampleId), moment), out, offset, length);
        float rate = (float) mask.rate();
        float kept = (float) scale(mask);
        for (int k = offset; k < offset + length; k++) out[k] = out[k] < rate ? 0 : kept;
    }

    /** What elements that are kept are multiplied by: 1 / (1 - rate). */
    public static double scale(DropoutMask mask) {
        return 1 / (1 - mask.rate());
    }
}
