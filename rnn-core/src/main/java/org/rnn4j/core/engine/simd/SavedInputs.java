package org.rnn4j.core.engine.simd;

import java.util.ArrayList;
import java.util.List;
import org.rnn4j.api.expr.Source;
import org.rnn4j.core.grad.Adjoint;
import org.rnn4j.core.plan.Item;
import org.rnn4j.core.trace.StepGraph;

/** What a backward run reads of the values of its forward run, where it does not borrow their slots. */
final class SavedInputs {
    private record Saved(Item read, Item value) {}

    private final StepValues forward;
    private final StepValues backward;
    private final List<Saved> values = new ArrayList<>();
    private final List<Saved> ids = new ArrayList<>();

    SavedInputs(StepRun forward, StepRun backward) {
        this.forward = forward.values();
        this.backward = backward.values();
        StepGraph graph = forward.plan().graph();
        for (Item item : this.backward.outside()) {
            Source source = item.origin().detail(Source.class);
            if (source.kind() != Source.Kind.SAVED) continue;
            Saved saved = new Saved(item, forward.plan().root(Adjoint.savedValue(graph, source)));
            (item.isIds() ? ids : values).add(saved);
        }
    }

    /** Binds the values, once those of the forward run have their places. */
    void bind() {
        for (int k = 0; k < values.size(); k++) {
            Saved saved = values.get(k);
            backward.bind(saved.read, forward.view(saved.value));
        }
    }

    /** Binds the indices that the forward run has read. */
    void bindIds() {
        for (int k = 0; k < ids.size(); k++) {
            Saved saved = ids.get(k);
            backward.bindIds(saved.read, forward.ids(saved.value));
        }
    }
}
