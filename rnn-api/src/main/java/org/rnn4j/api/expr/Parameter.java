package org.rnn4j.api.expr;

import org.rnn4j.api.Initializer;

/**
 * A trained matrix [rows, columns] or vector [rows, 1], known by its name.
 *
 * @param name such as {@code W_xi} or {@code b_f}; inside a network the layer's path stands before it
 * @param rows size of the result of a product
 * @param columns size of the operand of a product; 1 for a vector
 * @param role what the equations use it for
 * @param structure dense, or the diagonal of a square matrix
 * @param initializer how its first values are drawn
 */
public record Parameter(String name, int rows, int columns, Role role, Structure structure, Initializer initializer) {

    /** What the equations use a parameter for. */
    public enum Role {
        /** Multiplies an input. */
        INPUT,
        /** Multiplies a previous state. */
        RECURRENT,
        /** Is added. */
        BIAS,
        /** Multiplies a state element by element. */
        PEEPHOLE,
        /** Maps a state to an output. */
        PROJECTION,
        /** Multiplies a normalised value element by element. */
        GAIN,
        /** A learned initial state. */
        INITIAL_STATE
    }

    /** The shape of the non-zero elements. */
    public enum Structure {
        /** Every element is trained. */
        DENSE,
        /** A vector that stands for a diagonal matrix. */
        DIAGONAL
    }

    /** Number of elements. */
    public int length() {
        return Math.multiplyExact(rows, columns);
    }

    /** The same parameter under another name. */
    public Parameter withName(String newName) {
        return new Parameter(newName, rows, columns, role, structure, initializer);
    }

    /** The same parameter with another role. */
    public Parameter withRole(Role newRole) {
        return new Parameter(name, rows, columns, newRole, structure, initializer);
    }

    /** The same parameter with another initializer. */
    public Parameter withInitializer(Initializer newInitializer) {
        return new Parameter(name, rows, columns, role, structure, newInitializer);
    }
}
