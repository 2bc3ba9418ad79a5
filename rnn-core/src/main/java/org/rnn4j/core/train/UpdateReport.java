package org.rnn4j.core.train;

/**
 * What an update did.
 *
 * @param epoch from 1
 * @param update of the whole training, from 1
 * @param part of the epoch that is done, up to 1
 * @param loss mean over its steps
 * @param gradientNorm of all gradients together, before clipping
 * @param learningRate with which it was made
 * @param steps that counted
 */
public record UpdateReport(
        int epoch, long update, double part, double loss, double gradientNorm, double learningRate, long steps) {}
