/**
 * Drawings of a few shapes, made once and written in the format that the name of the file asks for.
 *
 * <p>Begin with {@link org.rnn4j.cli.picture.Drawing}; {@link org.rnn4j.cli.picture.PictureFile} writes one.
 */
@NullMarked
package org.rnn4j.cli.picture;

import org.jspecify.annotations.NullMarked;
