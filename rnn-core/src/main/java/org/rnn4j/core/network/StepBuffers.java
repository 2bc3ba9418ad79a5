package org.rnn4j.core.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.Execution;
import org.rnn4j.core.engine.Precision;
import org.rnn4j.core.engine.States;
import org.rnn4j.core.engine.Tensor;

/** An execution with the arrays through which single steps go in and out. Used by one thread at a time. */
final class StepBuffers {
    private final Network network;
    private final Execution execution;
    private final List<String> sideNames;
    private final List<Tensor> sides = new ArrayList<>();
    private int rows = -1;
    private Tensor input;
    private Tensor output;
    private Batch batch;
    private StateRows states;

    StepBuffers(Network network, Execution execution, int rows) {
        this.network = network;
        this.execution = execution;
        this.sideNames = List.copyOf(network.graph().sides().keySet());
        this.input = numbers(0, 0);
        this.output = input;
        this.batch = Batch.of(input);
        this.states = new StateRows(network, 0);
        prepare(rows);
    }

    /** Makes room for a number of rows, if there is not. */
    void prepare(int newRows) {
        if (rows == newRows) return;
        rows = newRows;
        input = network.isOneHotInput() ? Tensor.ofIds(new int[rows], 1, rows) : numbers(rows, network.inputSize());
        output = numbers(rows, network.outputSize());
        batch = Batch.of(input);
        sides.clear();
        network.graph().sides().forEach((name, value) -> {
            Tensor side = numbers(rows, value.size());
            sides.add(side);
            batch = batch.withSide(name, side);
        });
        states = new StateRows(network, rows);
    }

    private Tensor numbers(int count, int size) {
        return network.precision() == Precision.FLOAT64
                ? Tensor.of(new double[count * size], 1, count, size)
                : Tensor.of(new float[count * size], 1, count, size);
    }

    /** The input [1, B, size], or indices [1, B]; to be filled before a step. */
    Tensor input() {
        return input;
    }

    /** Takes over input and sides for all rows. */
    void read(Tensor x, Map<String, Tensor> given) {
        StateRows.copy(x, 0, input, 0, input.length());
        for (int k = 0; k < sides.size(); k++) {
            Tensor side = given.get(sideNames.get(k));
            if (side != null) StateRows.copy(side, 0, sides.get(k), 0, side.length());
        }
    }

    /** States for all rows, with which sessions that step together begin and end. */
    StateRows states() {
        return states;
    }

    /** Runs a step that begins with given states and leaves the new ones there. */
    void step(States carried) {
        execution.step(batch, carried, output);
    }

    /** The output [1, B, size] of the last step. */
    Tensor output() {
        return output;
    }
}
