package org.rnn4j.core.trace;

import org.rnn4j.api.Cell;
import org.rnn4j.api.CellDefinitionException;
import org.rnn4j.api.ErrorMessage;

/**
 * Tells the author of a cell what is wrong with its definition, and where.
 *
 * @param path the place of the step in the network
 */
record DefinitionProblems(String path) {
    void check(boolean condition, String problem, String fix) {
        if (!condition) throw problem(problem, fix);
    }

    CellDefinitionException problem(String headline, String fix) {
        return new CellDefinitionException(
                ErrorMessage.of(headline).fact("where", where()).fix(fix).toString());
    }

    /** The place, for a message. */
    String where() {
        return path.isEmpty() ? "the equations" : path;
    }

    /** The place and the class of the cell, for a message. */
    String described(Cell cell) {
        String place = path.isEmpty() ? "the step" : path;
        return cell.getClass().isSynthetic()
                ? place
                : place + " (" + cell.getClass().getSimpleName() + ")";
    }
}
