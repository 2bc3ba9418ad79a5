package org.rnn4j.core.engine.simd;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rnn4j.core.engine.States;
import org.rnn4j.core.engine.Tensor;
import org.rnn4j.core.kernel.PanelLayout;
import org.rnn4j.core.trace.SequenceGraph.Scan;
import org.rnn4j.core.trace.SequenceGraph.Value;
import org.rnn4j.core.trace.StepGraph;

/** What the states of a scan begin with and end with, and their gradients. */
final class ScanStates {
    private final NetworkRun network;
    private final Scan scan;
    private final List<StepGraph.State> states;
    private final List<String> fullNames;
    private final List<Value> finalValues = new ArrayList<>();

    ScanStates(NetworkRun network, Scan scan) {
        this.network = network;
        this.scan = scan;
        this.states = scan.graph().states();
        this.fullNames =
                states.stream().map(s -> scan.graph().name() + "." + s.name()).toList();
        for (StepGraph.State state : states) {
            Value value = scan.finalStates().get(state.name());
            if (value == null) throw new AssertionError("no final state " + state.name());
            finalValues.add(value);
        }
    }

    private RowLayout layout() {
        return network.layout(scan.output());
    }

    int count() {
        return states.size();
    }

    /** The full name of a state, such as {@code layers.0.cell.h}. */
    String fullName(int state) {
        return fullNames.get(state);
    }

    /** Where a final state is read by later stages. */
    Value finalValue(int state) {
        return finalValues.get(state);
    }

    // ---- forward

    /** Sets the states before the first step. */
    void fillInitial(StepRun run) {
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

    /** Brings the final states into the order of vectors, where a scan's examples stand in another. */
    void keepFinal(StepRun run) {
        if (states.isEmpty() || layout().isInVectorOrder()) return;
        for (int s = 0; s < states.size(); s++) {
            VectorOrder.fromSorted(run.carried(s), network.view(finalValue(s)), layout());
        }
    }

    /** Copies the final states to the tensors of their names. */
    void writeFinal(StepRun run, States target) {
        for (int s = 0; s < fullNames.size(); s++) {
            Tensor to = target.get(fullNames.get(s));
            Transfer.writeVectors(run.carried(s), network.layout(), to.floats());
        }
    }

    // ---- backward

    /** True if a gradient reaches a final state. */
    boolean isReached(States finalGradients) {
        for (int s = 0; s < states.size(); s++) {
            if (network.valueGradients().has(finalValue(s))
                    || finalGradients.values().containsKey(fullNames.get(s))) return true;
        }
        return false;
    }

    /** Sets the gradients of the final states. */
    void startBackward(StepRun backward, States finalGradients) {
        for (int s = 0; s < states.size(); s++) {
            View carried = backward.carried(s);
            Tensor passed = finalGradients.values().get(fullNames.get(s));
            if (passed != null) Transfer.readVectors(passed, layout(), carried);
            else SequenceWork.fill(carried, layout().examples(), 0);
            Value value = finalValue(s);
            if (network.valueGradients().has(value)) {
                VectorOrder.addToSorted(
                        network.valueGradients().view(value),
                        carried,
                        layout(),
                        network.compiled().kernels());
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
                network.valueGradients().add(value, VectorOrder.fromSorted(backward.carried(s), layout()));
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
    Map<String, Tensor> initialGradients(StepRun backward) {
        Map<String, Tensor> all = new LinkedHashMap<>();
        for (int s = 0; s < fullNames.size(); s++) {
            all.put(fullNames.get(s), Transfer.writeVectors(backward.carried(s), layout()));
        }
        return all;
    }
}
