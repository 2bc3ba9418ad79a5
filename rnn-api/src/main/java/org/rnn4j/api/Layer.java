package org.rnn4j.api;

/**
 * A layer: how sequences flow.
 *
 * <p>Written in words for whole sequences; lengths, masks and gradients are the core's. A bidirectional layer is
 * <pre>
 * Sequence forward = flow.layer("forward", inner, x);
 * Sequence backward = flow.reverse(flow.layer("backward", inner, flow.reverse(x)));
 * return flow.concat(forward, backward);
 * </pre>
 *
 * <p>Implementations are immutable and called once for each place in a network.
 */
@FunctionalInterface
public interface Layer {
    /**
     * Writes down the flow from the layer's input to its output.
     *
     * @param flow the words
     * @param x the input
     * @return the output
     */
    Sequence apply(Flow flow, Sequence x);
}
