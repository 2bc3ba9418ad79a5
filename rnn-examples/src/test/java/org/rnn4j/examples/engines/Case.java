package org.rnn4j.examples.engines;

/**
 * A model with cells of a size.
 *
 * @param size of its states
 */
record Case(Model model, int size) {
    @Override
    public String toString() {
        return model + ", size " + size;
    }
}
