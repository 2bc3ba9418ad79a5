/**
 * Bidirectional and deep wrappers over any layer or cell, written against {@code rnn-api} alone.
 */
@NullMarked
package org.rnn4j.bidirectional;

import org.jspecify.annotations.NullMarked;
