package org.rnn4j.core.engine.simd;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rnn4j.core.engine.Execution.Mode;
import org.rnn4j.core.plan.Item;
import org.rnn4j.core.trace.StepGraph;

/** Training that keeps what the backward run reads for all steps. */
final class KeptScan implements ScanTraining {
    private final ScanParts parts;
    private final StepRun forward;
    private final StepRun backward;
    private final Item output;
    private final List<Item> kept = new ArrayList<>();

    KeptScan(ScanParts parts) {
        this.parts = parts;
        this.forward = parts.forward();
        this.backward = parts.backward();
        this.output = forward.plan().root(parts.scan().graph().result(StepGraph.OUTPUT));
    }

    @Override
    public void placeLasting(RowLayout layout, Map<String, Positions> positions, Arena arena) {
        List<Item> lasting = new ArrayList<>(List.of(output));
        lasting.addAll(forward.plan().roots().values());
        forward.values().positions(positions);
        backward.values().positions(positions);
        forward.values().placeLasting(layout, arena, lasting);
        backward.values().placeLasting(layout, arena, kept);
    }

    @Override
    public boolean canTurn() {
        return true;
    }

    @Override
    public void turnTo(RowLayout layout) {
        forward.values().turnTo(layout);
        backward.values().turnTo(layout);
    }

    @Override
    public void placeForward(Arena arena) {
        forward.values().placeTemporary(arena);
    }

    @Override
    public void placeBackward(Arena arena) {
        backward.values().placeTemporary(arena);
    }

    @Override
    public void resolve() {
        forward.values().resolve();
    }

    @Override
    public void bind() {
        parts.inputs().bind(forward, 0);
    }

    @Override
    public void resolveBackward() {
        Optional<View> gradient =
                parts.network().valueGradients().find(parts.scan().output());
        backward.values().borrow(forward.values(), gradient);
        backward.values().resolve();
        gradient.ifPresent(parts::bindBackward);
    }

    @Override
    public View output() {
        return forward.values().view(output);
    }

    @Override
    public Optional<View> keepGradient(int input) {
        Optional<Item> item =
                parts.inputGradient(input).filter(i -> !parts.memories().isMemory(input));
        // Two inputs may have one gradient: what reads the one later may take its place.
        if (item.isEmpty() || kept.contains(item.get())) return Optional.empty();
        kept.add(item.get());
        return Optional.of(backward.values().view(item.get()));
    }

    @Override
    public void runForward(Mode mode) {
        parts.inputs().bindIds(forward);
        forward.run(parts.inputs().masks(mode, 0));
    }

    @Override
    public void runBackward(Mode mode) {
        parts.bindBackwardIds();
        backward.run(parts.inputs().masks(Mode.GRADIENT, 0));
        parts.contributions().add(parts.layout(), parts.network().pool());
        for (int k = 0; k < parts.inputCount(); k++) passOn(k);
    }

    private void passOn(int input) {
        Optional<Item> item = parts.inputGradient(input);
        if (item.isEmpty()) return;
        View gradient = backward.values().view(item.get());
        if (parts.memories().isMemory(input)) {
            View sum = parts.memories().newSum(gradient);
            MemoryRun.addSteps(
                    gradient, sum, parts.layout(), parts.network().compiled().kernels());
            parts.memories().passOn(input, sum, parts.layout());
        } else {
            parts.network().valueGradients().add(parts.scan().inputs().get(input), gradient);
        }
    }
}
