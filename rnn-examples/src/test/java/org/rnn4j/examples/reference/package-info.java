/**
 * The product's numbers against those of PyTorch, Keras and a well-known course.
 *
 * <p>Every case of every file in the folder {@code -Drnn.fixtures=DIR} is checked; without it, the files that come with the
 * tests. {@link org.rnn4j.examples.reference.Form} tells files apart, {@link org.rnn4j.examples.reference.WeightTable} says
 * how weights are called and ordered elsewhere, {@link org.rnn4j.examples.reference.Tolerance} how close is close.
 */
@NullMarked
package org.rnn4j.examples.reference;

import org.jspecify.annotations.NullMarked;
