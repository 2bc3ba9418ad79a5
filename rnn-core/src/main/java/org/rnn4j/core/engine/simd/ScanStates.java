package org.rnn4j.core.engine.simd;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rnn4j.core.engine.States;
import org.rnn4j.core.engine.Tensor;
import org.rnn4j.core.kernel.PanelLayout;
import org.rnn4j.core.plan.Slot.Rows;
import org.rnn4j.core.trace.SequenceGraph.Scan;
import org.rnn4j.core.trace.SequenceGraph.Value;
import org.rnn4j.core.trace.StepGraph;

/** What the states of a scan begin with and end with, and their gradients. */
final class ScanStates {
    private final NetworkRun network;
    private final Scan scan;
    private final List<StepGraph.State> states;
    private final List<String> fullNames;
    /** What later stages read of the states after the last step. */
    private final List<Optional<Value>> finalValues;

    private final Arena vectors = new Arena();

    ScanStates(NetworkRun network, Scan scan) {
        this.network = network;
        this.scan = scan;
        this.states = scan.graph().states();
        this.fullNames =
                states.stream().map(s -> scan.graph().name() + "." + s.name()).toList();
        this.finalValues = states.stream()
                .map(s -> Optional.ofNullable(scan.finalStates().get(s.name())).filter(network.compiled()::isRead))
                .toList();
    }

    private RowLayout layout() {
        return network.layout(scan.output());
    }

    int count() {
        return states.size();
    }

    /** The gradient of what later stages read of a final state, if there is one. */
    private Optional<View> finalGradient(int state) {
        Optional<Value> value = finalValues.get(state);
        if (value.isEmpty() || !network.valueGradients().has(value.get())) return Optional.empty();
        return Optional.of(network.valueGradients().view(value.get()));
    }

    // ---- forward

    /** Sets the states before the first step. */
    void fillInitial(StepRun run) {
        for (int s = 0; s < states.size(); s++) {
            StepGraph.State state = states.get(s);
            View target = run.values().carried(s);
            Tensor passed = network.initial().values().get(fullNames.get(s));
            Value value = scan.initialStates().get(state.name());
            if (passed != null) {
                StateTensors.read(passed, layout(), target);
            } else if (value != null) {
                for (int p = 0; p < layout().parts(); p++) {
                    int low = layout().low(p);
                    int count = layout().high(p) - low;
                    VectorOrder.toSorted(network.view(value), low, count, target, target.row(low, low), layout());
                }
            } else if (state.learned().isPresent()) {
                fillLearned(state.learned().get().name(), target);
            } else {
                StateTensors.fill(target, layout(), (float) state.initial().value(), network.early());
            }
        }
    }

    private void fillLearned(String parameter, View target) {
        float[] packed = new float[PanelLayout.panels(target.size) * PanelLayout.WIDTH];
        PanelLayout.packVector(network.weights().data(), network.weights().offset(parameter), target.size, packed, 0);
        for (int p = 0; p < PanelLayout.panels(target.size); p++) {
            for (int i = 0; i < StateTensors.rows(target, layout()); i++) {
                System.arraycopy(
                        packed,
                        p * PanelLayout.WIDTH,
                        target.panels.array,
                        target.at(p, StateTensors.row(target, i)),
                        PanelLayout.WIDTH);
            }
        }
    }

    /** Brings final states to where later stages read them, if that is not where they are carried. */
    void keepFinal(StepRun run) {
        for (int s = 0; s < states.size(); s++) {
            Optional<Value> value = finalValues.get(s);
            if (value.isEmpty()) continue;
            View read = network.view(value.get());
            View carried = run.values().carried(s);
            if (read != carried) VectorOrder.fromSorted(carried, read, layout());
        }
    }

    /** Copies the final states to the tensors of their names. */
    void writeFinal(StepRun run, States target) {
        for (int s = 0; s < fullNames.size(); s++) {
            Tensor to = target.get(fullNames.get(s));
            StateTensors.write(run.values().carried(s), network.layout(), to.floats());
        }
    }

    /** The states of a run as tensors, by full name. */
    Map<String, Tensor> tensors(StepRun run) {
        Map<String, Tensor> all = new LinkedHashMap<>();
        for (int s = 0; s < fullNames.size(); s++) {
            String axis = states.get(s).axis();
            int positions = axis.isEmpty() ? 0 : network.layout(axis).timeSteps();
            all.put(fullNames.get(s), StateTensors.write(run.values().carried(s), layout(), positions));
        }
        return all;
    }

    // ---- backward

    /** True if a gradient reaches a final state. */
    boolean isReached(States finalGradients) {
        for (int s = 0; s < states.size(); s++) {
            if (finalGradient(s).isPresent() || finalGradients.values().containsKey(fullNames.get(s))) return true;
        }
        return false;
    }

    /** Sets the gradients of the final states. */
    void startBackward(StepRun backward, States finalGradients) {
        for (int s = 0; s < states.size(); s++) {
            View carried = backward.values().carried(s);
            Tensor passed = finalGradients.values().get(fullNames.get(s));
            Optional<View> read = finalGradient(s);
            if (passed != null) StateTensors.read(passed, layout(), carried);
            else if (read.isPresent()) StateTensors.fill(carried, layout(), 0);
            else StateTensors.fill(carried, layout(), 0, network.early());
            if (read.isPresent()) {
                VectorOrder.addToSorted(
                        read.get(), carried, layout(), network.compiled().kernels());
            }
        }
    }

    /** Hands the gradients of the initial states to where these came from. */
    void passOn(StepRun backward) {
        for (int s = 0; s < states.size(); s++) {
            StepGraph.State state = states.get(s);
            if (network.initial().values().containsKey(fullNames.get(s))) continue;
            Value value = scan.initialStates().get(state.name());
            if (value != null)
                network.valueGradients().add(value, asVectors(backward.values().carried(s)));
            else if (state.learned().isPresent())
                addLearned(state.learned().get().name(), backward.values().carried(s));
        }
    }

    /** A state in the order of vectors, until the next one is brought into it. */
    private View asVectors(View state) {
        if (layout().isInVectorOrder() && !state.isCut()) return state;
        View sorted = new View(state.size);
        vectors.clear();
        vectors.place(sorted, Rows.SEQUENCE, PanelLayout.panels(state.size), layout().examples());
        vectors.fill();
        VectorOrder.fromSorted(state, sorted, layout());
        return sorted;
    }

    private void addLearned(String parameter, View gradient) {
        SimdWeights sums = network.gradientWeights();
        int from = sums.offset(parameter);
        for (int i = 0; i < StateTensors.rows(gradient, layout()); i++) {
            for (int j = 0; j < gradient.size; j++) {
                sums.data()[from + j] += gradient.panels.array[gradient.panels.index(StateTensors.row(gradient, i), j)];
            }
        }
    }
}
