/**
 * Sequences from a trained network, symbol by symbol: greedy, sampled, or the best of a beam search; and the probability
 * of a given sequence.
 *
 * <p>Start with {@link org.rnn4j.core.decode.Sampler}, and a {@link org.rnn4j.core.decode.Prompt} that says where to begin
 * and when to stop. Decoding knows nothing of cells or layers: it sees a network as a
 * {@link org.rnn4j.core.decode.Stepper}.
 *
 * <p>Before it in the flow comes a trained network; after it the vocabulary turns symbols into text.
 */
@NullMarked
package org.rnn4j.core.decode;

import org.jspecify.annotations.NullMarked;
