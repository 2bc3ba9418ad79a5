package org.rnn4j.examples.contract;

import java.util.Map;
import org.rnn4j.api.Cell;
import org.rnn4j.testkit.CellContract;

class CellsOnIndicesContractTest implements CellContract {
    @Override
    public Map<String, Cell> cells() {
        return Cells.kinds(2);
    }

    @Override
    public int inputSize() {
        return 5;
    }

    @Override
    public boolean readsIndices() {
        return true;
    }
}
