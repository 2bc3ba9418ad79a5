package org.rnn4j.core.engine.simd;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rnn4j.api.expr.DropoutMask;
import org.rnn4j.api.expr.Node;
import org.rnn4j.api.expr.Source;
import org.rnn4j.core.engine.Execution.Mode;
import org.rnn4j.core.engine.States;
import org.rnn4j.core.engine.Tensor;
import org.rnn4j.core.grad.Adjoint;
import org.rnn4j.core.kernel.PanelLayout;
import org.rnn4j.core.math.RandomKey;
import org.rnn4j.core.plan.Item;
import org.rnn4j.core.plan.Pipeline;
import org.rnn4j.core.plan.StepPlan;
import org.rnn4j.core.trace.SequenceGraph.Scan;
import org.rnn4j.core.trace.SequenceGraph.Value;
import org.rnn4j.core.trace.StepGraph;

/** One scan of a network: its forward run for inference or training, and its backward run. */
final class ScanRun {
    private final NetworkRun network;
    private final Scan scan;
    private final StepRun inference;
    private final StepRun forward;
    private final StepRun backward;
    private Optional<Contributions> contributions = Optional.empty();
    private final List<Item> savedIds;
    private final List<String> fullNames;
    private final MemoryRun memories;
    private final List<Item> kept = new ArrayList<>();
    private StepRun current;

    ScanRun(NetworkRun network, Scan scan, SimdCompiled.ScanCode code) {
        this.network = network;
        this.scan = scan;
        SimdWeights weights = network.weights();
        inference = new StepRun(code.inference(), weights, network.pool(), scan.backward());
        forward = new StepRun(code.forward(), weights, network.pool(), scan.backward());
        backward = new StepRun(code.backward(), weights, network.pool(), !scan.backward());
        savedIds = backward.outside().stream().filter(Item::isIds).toList();
        fullNames = scan.graph().states().stream()
                .map(s -> scan.graph().name() + "." + s.name())
                .toList();
        current = inference;
        memories = new MemoryRun(network, scan);
    }

    Scan scan() {
        return scan;
    }

    RowLayout layout() {
        return network.layout(scan.output());
    }

    // ---- placing

    void placeLasting(Arena arena, Mode mode) {
        current = mode.backward() ? forward : inference;
        List<Item> lasting = new ArrayList<>(List.of(outputItem()));
        if (mode.backward()) lasting.addAll(forward.plan().roots().values());
        Map<String, Positions> positions = memories.place(layout(), arena);
        current.positions(positions);
        backward.positions(positions);
        current.placeLasting(layout(), arena, lasting);
        if (mode.backward()) backward.placeLasting(layout(), arena, kept);
    }

    void placeForward(Arena arena) {
        current.placeTemporary(arena);
    }

    void placeBackward(Arena arena) {
        backward.placeTemporary(arena);
    }

    /** Points the values of the forward run to their places. */
    void resolve() {
        current.resolve();
    }

    /** Binds what the forward run reads of earlier stages. */
    void bind() {
        bindInputs(current);
    }

    /** Points the values of the backward run to their places, once those of later stages have theirs. */
    void resolveBackward() {
        backward.borrow(forward, network.findGradient(scan.output()));
        backward.resolve();
        bindBackward();
    }

    /**
     * The gradient of an input, to stay where the backward run makes it; none if it makes none, or has to copy it.
     */
    Optional<View> keepGradient(int input) {
        StepGraph graph = backward.plan().graph();
        String name = gradientName(input);
        if (!graph.hasResult(name) || memories.isMemory(input)) return Optional.empty();
        Item item = backward.plan().root(graph.result(name));
        // Two inputs may have one gradient: what reads the one later may take its place.
        if (kept.contains(item)) return Optional.empty();
        kept.add(item);
        return Optional.of(backward.view(item));
    }

    private String gradientName(int input) {
        return Adjoint.PREFIX
                + scan.graph().inputs().get(input).detail(Source.class).name();
    }

    private Item outputItem() {
        return current.plan().root(scan.graph().result(StepGraph.OUTPUT));
    }

    View output() {
        return current.view(outputItem());
    }

    View finalState(int state) {
        return current.carried(state);
    }

    // ---- forward

    void runForward(Mode mode) {
        bindIds(current);
        fillInitialStates(current);
        memories.gather(layout());
        current.run(masks(mode));
        if (scan.isRecurrent() && !layout().isInVectorOrder()) keepFinalStates();
    }

    private void keepFinalStates() {
        List<StepGraph.State> states = scan.graph().states();
        for (int s = 0; s < states.size(); s++) {
            VectorOrder.fromSorted(current.carried(s), network.view(finalValue(states.get(s))), layout());
        }
    }

    private void bindInputs(StepRun run) {
        for (Item item : run.outside()) {
            int index = scan.graph().inputs().indexOf(item.origin());
            if (index < 0) continue;
            Value value = scan.inputs().get(index);
            if (memories.isMemory(index)) run.bind(item, memories.view(index));
            else if (!value.isOneHot()) run.bind(item, network.view(value));
        }
    }

    private void bindIds(StepRun run) {
        List<Value> inputs = scan.inputs();
        for (int k = 0; k < inputs.size(); k++) {
            if (!inputs.get(k).isOneHot()) continue;
            run.bindIds(scan.graph().inputs().get(k), network.ids(inputs.get(k)));
        }
    }

    private void fillInitialStates(StepRun run) {
        List<StepGraph.State> states = scan.graph().states();
        for (int s = 0; s < states.size(); s++) {
            StepGraph.State state = states.get(s);
            View target = run.carried(s);
            Tensor passed = network.initial().values().get(fullNames.get(s));
            Value value = scan.initialStates().get(state.name());
            if (passed != null) {
                Transfer.readVectors(passed, layout(), target);
            } else if (value != null) {
                VectorOrder.toSorted(network.view(value), target, 0, layout().examples(), layout());
            } else if (state.learned().isPresent()) {
                fillLearned(state.learned().get().name(), target);
            } else {
                SequenceWork.fill(
                        target, layout().examples(), (float) state.initial().value());
            }
        }
    }

    private void fillLearned(String parameter, View target) {
        float[] packed = new float[PanelLayout.panels(target.size) * PanelLayout.WIDTH];
        PanelLayout.packVector(network.weights().data(), network.weights().offset(parameter), target.size, packed, 0);
        for (int p = 0; p < PanelLayout.panels(target.size); p++) {
            for (int i = 0; i < layout().examples(); i++) {
                System.arraycopy(
                        packed, p * PanelLayout.WIDTH, target.panels.array, target.at(p, i), PanelLayout.WIDTH);
            }
        }
    }

    String fullName(StepGraph.State state) {
        return scan.graph().name() + "." + state.name();
    }

    /** Copies the final states to the tensors of their names. */
    void writeFinalStates(States target) {
        for (int s = 0; s < fullNames.size(); s++) {
            Transfer.writeVectors(
                    current.carried(s),
                    network.layout(),
                    target.get(fullNames.get(s)).floats());
        }
    }

    private StepRun.Masks masks(Mode mode) {
        if (!mode.dropout()) return (item, example, time, out) -> java.util.Arrays.fill(out, 1);
        return (item, example, time, out) -> {
            DropoutMask mask = item.origin().detail(DropoutMask.class);
            RandomKey key = network.compiled().masks().key(scan, mask, mode);
            org.rnn4j.core.engine.DropoutMasks.draw(
                    mask, key, network.exampleId(scan.output(), example), time, out, 0, out.length);
        };
    }

    // ---- backward

    /** Runs backward if a gradient reaches this scan. */
    void runBackward(States finalGradients) {
        List<StepGraph.State> states = scan.graph().states();
        boolean reached = network.hasGradient(scan.output());
        for (StepGraph.State state : states) {
            reached |= network.hasGradient(finalValue(state))
                    || finalGradients.values().containsKey(fullName(state));
        }
        for (int s = 0; s < states.size(); s++) startBackward(s, states.get(s), finalGradients);
        if (!reached) return;
        if (!network.hasGradient(scan.output())) SequenceWork.fill(network.gradient(scan.output()), layout().rows(), 0);
        bindBackwardIds();
        backward.run(masks(Mode.GRADIENT));
        if (contributions.isEmpty()) {
            contributions = Optional.of(new Contributions(backward, network.gradientWeights()));
        }
        contributions.get().add(layout(), network.pool());
        passOn();
    }

    private Value finalValue(StepGraph.State state) {
        Value value = scan.finalStates().get(state.name());
        if (value == null) throw new AssertionError("no final state " + state.name());
        return value;
    }

    private void startBackward(int s, StepGraph.State state, States finalGradients) {
        View carried = backward.carried(s);
        int examples = layout().examples();
        Tensor passed = finalGradients.values().get(fullName(state));
        if (passed != null) Transfer.readVectors(passed, layout(), carried);
        else SequenceWork.fill(carried, examples, 0);
        Value value = finalValue(state);
        if (network.hasGradient(value)) {
            VectorOrder.addToSorted(
                    network.gradient(value),
                    carried,
                    layout(),
                    network.compiled().kernels());
        }
    }

    private void bindBackward() {
        for (Item item : backward.outside()) {
            Source source = item.origin().detail(Source.class);
            if (source.kind() == Source.Kind.COTANGENT) {
                backward.bind(item, network.gradient(scan.output()));
            } else if (source.kind() == Source.Kind.SAVED && !item.isIds()) {
                backward.bind(item, forward.view(saved(source)));
            }
        }
    }

    private void bindBackwardIds() {
        for (Item item : savedIds)
            backward.bindIds(item, forward.ids(saved(item.origin().detail(Source.class))));
    }

    private Item saved(Source source) {
        return forward.plan().root(Adjoint.savedValue(scan.graph(), source));
    }

    private void passOn() {
        StepGraph graph = backward.plan().graph();
        List<Node> inputs = scan.graph().inputs();
        for (int k = 0; k < inputs.size(); k++) {
            String name = gradientName(k);
            if (graph.hasResult(name) && memories.isMemory(k)) {
                View gradient = backward.view(backward.plan().root(graph.result(name)));
                memories.passOn(k, gradient, layout(), network.compiled().kernels());
            } else if (graph.hasResult(name)) {
                network.addGradient(
                        scan.inputs().get(k), backward.view(backward.plan().root(graph.result(name))));
            }
        }
        List<StepGraph.State> states = scan.graph().states();
        for (int s = 0; s < states.size(); s++) {
            StepGraph.State state = states.get(s);
            if (network.initial().values().containsKey(fullName(state))) continue;
            Value value = scan.initialStates().get(state.name());
            if (value != null) network.addGradient(value, VectorOrder.fromSorted(backward.carried(s), layout()));
            else if (state.learned().isPresent())
                addLearned(state.learned().get().name(), backward.carried(s));
        }
    }

    private void addLearned(String parameter, View gradient) {
        SimdWeights sums = network.gradientWeights();
        int from = sums.offset(parameter);
        for (int i = 0; i < layout().examples(); i++) {
            for (int j = 0; j < gradient.size; j++) {
                sums.data()[from + j] += gradient.panels.array[gradient.panels.index(i, j)];
            }
        }
    }

    /** The gradients of the states that the run began with, passed or not. */
    Map<String, Tensor> initialGradients() {
        Map<String, Tensor> all = new LinkedHashMap<>();
        for (int s = 0; s < fullNames.size(); s++) {
            all.put(fullNames.get(s), Transfer.writeVectors(backward.carried(s), layout()));
        }
        return all;
    }

    // ---- looking at values

    /** Runs the scan once more, with one value as another result. */
    Tensor observe(Node node, Mode mode) {
        StepPlan plan = Pipeline.forward(scan.graph().withResult(new StepGraph.Result("observed", node)), Set.of());
        StepRun run = new StepRun(new StepCode(plan), network.weights(), network.pool(), scan.backward());
        Arena arena = new Arena();
        arena.clear();
        run.positions(memories.positions());
        run.placeLasting(layout(), arena, List.of());
        run.placeTemporary(arena);
        arena.fill();
        run.resolve();
        bindInputs(run);
        bindIds(run);
        fillInitialStates(run);
        run.run(masks(mode));
        View view = run.view(plan.root(node));
        if (!node.axis().isEmpty()) return memories.tensor(view, node.axis(), layout());
        return scan.output().hasTime()
                ? Transfer.writeSequence(view, layout(), layout().timeSteps())
                : Transfer.writeVectors(view, network.layout());
    }
}
