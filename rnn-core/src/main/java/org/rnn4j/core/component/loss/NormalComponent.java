package org.rnn4j.core.component.loss;

/**
 * One of the normal distributions that a vector may come from; its elements are independent. The arrays are not copied.
 *
 * @param weight its probability
 * @param means of the elements
 * @param deviations standard deviations of the elements
 */
@SuppressWarnings("ArrayRecordComponent") // A few numbers on the way from an output to who draws or asks.
public record NormalComponent(double weight, double[] means, double[] deviations) {}
