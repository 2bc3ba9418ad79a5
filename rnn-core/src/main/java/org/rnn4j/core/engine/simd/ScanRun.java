package org.rnn4j.core.engine.simd;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rnn4j.api.expr.Node;
import org.rnn4j.core.engine.Execution.Mode;
import org.rnn4j.core.engine.States;
import org.rnn4j.core.engine.Tensor;
import org.rnn4j.core.plan.Item;
import org.rnn4j.core.plan.Pipeline;
import org.rnn4j.core.plan.StepPlan;
import org.rnn4j.core.trace.SequenceGraph.Scan;
import org.rnn4j.core.trace.StepGraph;

/** One scan of a network: its forward run for inference or training, and its backward run. */
final class ScanRun {
    private final NetworkRun network;
    private final Scan scan;
    private final StepRun inference;
    private final Item inferred;
    private final StepRun forward;
    private final StepRun backward;
    private final ScanTraining training;
    private final ScanStates states;
    private final ScanInputs inputs;
    private final MemoryRun memories;
    private boolean trains;

    ScanRun(NetworkRun network, Scan scan, SimdCompiled.ScanCode code) {
        this.network = network;
        this.scan = scan;
        memories = new MemoryRun(network, scan);
        inputs = new ScanInputs(network, scan, memories);
        states = new ScanStates(network, scan);
        inference = new StepRun(code.inference(), network.weights(), network.early(), scan.backward());
        inferred = inference.plan().root(scan.graph().result(StepGraph.OUTPUT));
        ScanParts parts = new ScanParts(network, scan, code, memories, inputs);
        forward = parts.forward();
        backward = parts.backward();
        boolean recompute = network.compiled().options().recompute() && scan.isRecurrent();
        training = recompute ? new RecomputedScan(parts) : new KeptScan(parts);
    }

    Scan scan() {
        return scan;
    }

    /** True if every step's examples must stand together, since threads do not share them, or not only them. */
    boolean keepsStepsTogether(Mode mode, int examples) {
        if (memories.isUsed() || network.compiled().options().recompute()) return true;
        return mode.backward()
                ? forward.runsByColumns(examples) || backward.runsByColumns(examples)
                : inference.runsByColumns(examples);
    }

    RowLayout layout() {
        return network.layout(scan.output());
    }

    private StepRun current() {
        return trains ? forward : inference;
    }

    // ---- placing

    void placeLasting(Arena arena, Mode mode) {
        trains = mode.backward();
        Map<String, Positions> positions = memories.place(layout(), arena);
        if (trains) {
            training.placeLasting(layout(), positions, arena);
        } else {
            inference.values().positions(positions);
            inference.values().placeLasting(layout(), arena, List.of(inferred));
        }
    }

    /** True if values could stay where they are for other lengths. */
    boolean canTurn() {
        return !memories.isUsed() && training.canTurn();
    }

    /** Turns to another layout for whose rows there is room where everything stands. */
    void turn() {
        if (trains) training.turnTo(layout());
        else inference.values().turnTo(layout());
    }

    void placeForward(Arena arena) {
        if (trains) training.placeForward(arena);
        else inference.values().placeTemporary(arena);
    }

    void placeBackward(Arena arena) {
        training.placeBackward(arena);
    }

    /** Points the values of the forward run to their places. */
    void resolve() {
        if (trains) training.resolve();
        else inference.values().resolve();
    }

    /** Binds what the forward run reads of earlier stages. */
    void bind() {
        if (trains) training.bind();
        else inputs.bind(inference, 0);
    }

    /** Points the values of the backward run to their places, once those of later stages have theirs. */
    void resolveBackward() {
        training.resolveBackward();
    }

    /** The gradient of an input, to stay where the backward run makes it; none if it has to be copied. */
    Optional<View> keepGradient(int input) {
        return training.keepGradient(input);
    }

    View output() {
        return trains ? training.output() : inference.values().view(inferred);
    }

    View finalState(int state) {
        return current().values().carried(state);
    }

    // ---- running

    void runForward(Mode mode) {
        states.fillInitial(current());
        memories.gather(layout());
        if (trains) {
            training.runForward(mode);
        } else {
            inputs.bindIds(inference);
            inference.run(inputs.masks(mode, 0));
        }
        states.keepFinal(current());
    }

    /** Copies the final states to the tensors of their names. */
    void writeFinalStates(States target) {
        states.writeFinal(current(), target);
    }

    /** Adds the final states as tensors. */
    void addFinalStates(Map<String, Tensor> all) {
        all.putAll(states.tensors(current()));
    }

    /** Runs backward if a gradient reaches this scan. */
    void runBackward(States finalGradients, Mode mode) {
        boolean reached = network.valueGradients().has(scan.output()) || states.isReached(finalGradients);
        states.startBackward(backward, finalGradients);
        if (!reached) return;
        if (!network.valueGradients().has(scan.output()))
            SequenceWork.fill(network.valueGradients().view(scan.output()), layout().rows(), 0);
        training.runBackward(mode);
        states.passOn(backward);
    }

    /** The gradients of the states that the run began with, passed or not. */
    Map<String, Tensor> initialGradients() {
        return states.tensors(backward);
    }

    // ---- looking at values

    /** Runs the scan once more, with one value as another result. */
    Tensor observe(Node node, Mode mode) {
        StepPlan plan = Pipeline.forward(scan.graph().withResult(new StepGraph.Result("observed", node)), Set.of());
        StepRun run = new StepRun(new StepCode(plan), network.weights(), network.early(), scan.backward());
        Arena arena = new Arena();
        arena.clear();
        run.values().positions(memories.positions());
        run.values().placeLasting(layout(), arena, List.of());
        run.values().placeTemporary(arena);
        arena.fill();
        run.values().resolve();
        inputs.bind(run, 0);
        inputs.bindIds(run);
        states.fillInitial(run);
        run.run(inputs.masks(mode, 0));
        View view = run.values().view(plan.root(node));
        if (!node.axis().isEmpty()) return memories.tensor(view, node.axis(), layout());
        return scan.output().hasTime()
                ? Transfer.writeSequence(view, layout(), layout().timeSteps())
                : Transfer.writeVectors(view, network.layout());
    }
}
