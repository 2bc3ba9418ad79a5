package org.rnn4j.examples.contract;

import java.util.Map;
import org.rnn4j.api.Cell;
import org.rnn4j.testkit.CellContract;

class CellsContractTest implements CellContract {
    @Override
    public Map<String, Cell> cells() {
        return Cells.variants(2);
    }
}
