/**
 * The components that come with the core, written against {@code rnn-api} like anybody's.
 *
 * <p>A package for each family: {@code cell}, {@code layer}, {@code loss} and {@code optimizer} are equations;
 * {@code schedule}, {@code clip} and {@code initializer} are numbers that training and networks ask for. Start with
 * {@link org.rnn4j.core.component.cell.ElmanCell}. Each component has a provider, listed in {@code META-INF/services}.
 * Nothing in the core knows a component by its class: an own one takes the same road.
 */
@NullMarked
package org.rnn4j.core.component;

import org.jspecify.annotations.NullMarked;
