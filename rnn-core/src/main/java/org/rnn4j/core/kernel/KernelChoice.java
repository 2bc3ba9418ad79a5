package org.rnn4j.core.kernel;

/**
 * The kernels in use and why.
 *
 * @param kernels the kernels
 * @param name their name
 * @param reason for the user: why these, and what would give faster ones
 * @param fallback whether faster kernels were wanted and could not be had
 */
public record KernelChoice(Kernels kernels, String name, String reason, boolean fallback) {}
