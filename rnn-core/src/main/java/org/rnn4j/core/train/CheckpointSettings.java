package org.rnn4j.core.train;

/**
 * What training can be resumed from.
 *
 * @param every epochs between two checkpoints
 * @param minutes after which there is one within an epoch, too
 * @param keep newest checkpoints that are kept
 */
public record CheckpointSettings(int every, double minutes, int keep) {}
