package org.rnn4j.core.engine.simd;

import java.util.Arrays;
import java.util.List;
import org.rnn4j.api.expr.DropoutMask;
import org.rnn4j.core.engine.DropoutMasks;
import org.rnn4j.core.engine.Execution.Mode;
import org.rnn4j.core.math.RandomKey;
import org.rnn4j.core.plan.Item;
import org.rnn4j.core.trace.SequenceGraph.Scan;
import org.rnn4j.core.trace.SequenceGraph.Value;

/** What the plans of a scan read of other stages, and the masks that they draw. */
final class ScanInputs {
    private final NetworkRun network;
    private final Scan scan;
    private final MemoryRun memories;

    ScanInputs(NetworkRun network, Scan scan, MemoryRun memories) {
        this.network = network;
        this.scan = scan;
        this.memories = memories;
    }

    /** Binds the inputs of a forward run, from a row on. */
    void bind(StepRun run, int row) {
        for (Item item : run.values().outside()) {
            int index = scan.graph().inputs().indexOf(item.origin());
            if (index < 0) continue;
            Value value = scan.inputs().get(index);
            if (memories.isMemory(index)) run.values().bind(item, memories.view(index));
            else if (!value.isOneHot()) run.values().bind(item, network.view(value), row);
        }
    }

    /** Binds indices. */
    void bindIds(StepRun run) {
        List<Value> inputs = scan.inputs();
        for (int k = 0; k < inputs.size(); k++) {
            if (!inputs.get(k).isOneHot()) continue;
            run.values().bindIds(scan.graph().inputs().get(k), network.ids(inputs.get(k)));
        }
    }

    /** Binds the indices of some rows. */
    void bindIds(StepRun run, int row, int rows) {
        List<Value> inputs = scan.inputs();
        for (int k = 0; k < inputs.size(); k++) {
            if (!inputs.get(k).isOneHot()) continue;
            int[] some = Arrays.copyOfRange(network.ids(inputs.get(k)), row, row + rows);
            run.values().bindIds(scan.graph().inputs().get(k), some);
        }
    }

    /** The masks of a run that begins at a time step. */
    Masks masks(Mode mode, int firstStep) {
        if (!mode.dropout()) return (item, example, time, out) -> Arrays.fill(out, 1);
        return (item, example, time, out) -> {
            DropoutMask mask = item.origin().detail(DropoutMask.class);
            RandomKey key = network.compiled().masks().key(scan, mask, mode);
            long id = network.exampleId(scan.output(), example);
            DropoutMasks.draw(mask, key, id, firstStep + time, out, 0, out.length);
        };
    }
}
