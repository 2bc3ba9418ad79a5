package org.rnn4j.core.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.rnn4j.api.Loss;
import org.rnn4j.api.expr.Parameter;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.Engine;
import org.rnn4j.core.engine.Execution;
import org.rnn4j.core.engine.States;
import org.rnn4j.core.engine.Tensor;
import org.rnn4j.core.engine.Weights;
import org.rnn4j.core.engine.reference.ReferenceEngine;
import org.rnn4j.core.trace.SequenceGraph.Scan;

/**
 * How far back in time the gradient of a loss reaches: the norm of the gradient by distance, for every state of every cell
 * and for the input. What vanishes there cannot be learned.
 *
 * <pre>
 * ‖∂L / ∂s_{T-d}‖   for a state that d steps later has become s_T, T the last step
 * ‖∂L / ∂x_{T-d}‖   for the input
 * </pre>
 *
 * <p>L is the loss at each example's last step, the last one that its target's mask lets count; of a network that gives one
 * vector an example, and of a loss of whole sequences, see {@link #of}. Norms are Euclidean, and their mean is taken over
 * the examples that are long enough. For cells that run backward, L is the loss at the first step, and time counts the other
 * way. In float64, without dropout, whatever the network computes in.
 *
 * <p>Source: Bengio, Simard and Frasconi 1994, doi:10.1109/72.279181; Pascanu, Mikolov and Bengio 2013, arXiv:1211.5063.
 */
public final class GradientReach {
    /**
     * Norms by distance.
     *
     * @param name the state's full name, or {@code input}
     * @param norms at distance 0, 1, 2, …; NaN where nothing is known, as at 0 for states
     */
    public record Curve(String name, List<Double> norms) {
        /** Copies the list. */
        public Curve {
            norms = List.copyOf(norms);
        }

        /** By what the norm is multiplied at each further step, in the geometric mean; NaN if it is not known. */
        public double perStep() {
            int first = 0;
            while (first < norms.size() && !(norms.get(first) > 0)) first++;
            int last = norms.size() - 1;
            while (last > first && !(norms.get(last) > 0)) last--;
            return last <= first ? Double.NaN : Math.pow(norms.get(last) / norms.get(first), 1.0 / (last - first));
        }
    }

    private final Network network;
    private final Batch batch;
    private final Loss loss;
    private final Map<String, Norms> found = new TreeMap<>();

    /** Sums of norms by distance. */
    private static final class Norms {
        private final List<Double> sums = new ArrayList<>();
        private final List<Integer> counts = new ArrayList<>();

        void add(int distance, double[] gradient) {
            while (sums.size() <= distance) {
                sums.add(0.0);
                counts.add(0);
            }
            double squares = 0;
            for (double each : gradient) squares += each * each;
            sums.set(distance, sums.get(distance) + Math.sqrt(squares));
            counts.set(distance, counts.get(distance) + 1);
        }

        Curve curve(String name) {
            List<Double> means = new ArrayList<>();
            for (int d = 0; d < sums.size(); d++) means.add(sums.get(d) / counts.get(d));
            return new Curve(name, means);
        }
    }

    private GradientReach(Network network, Batch batch, Loss loss) {
        this.network = network;
        this.batch = batch;
        this.loss = loss;
    }

    /**
     * The curves of a network on a batch with targets: the cells in their order, then the input unless it is indices.
     *
     * <p>Of a network that gives one vector an example, L is its loss; for a loss of whole sequences, such as CTC, L is the
     * sum of the output's elements at the last step.
     */
    public static List<Curve> of(Network network, Batch batch, Loss loss) {
        return new GradientReach(network, batch, loss).curves();
    }

    private List<Curve> curves() {
        boolean ahead = scans().stream().anyMatch(s -> !s.backward());
        boolean back = scans().stream().anyMatch(Scan::backward);
        if (ahead) run(false);
        if (back) run(true);
        List<Curve> curves = new ArrayList<>();
        for (Scan scan : scans()) {
            scan.graph().states().forEach(s -> {
                String name = scan.graph().name() + "." + s.name();
                Optional.ofNullable(found.get(name)).ifPresent(norms -> curves.add(norms.curve(name)));
            });
        }
        Optional.ofNullable(found.get("input")).ifPresent(norms -> curves.add(norms.curve("input")));
        return curves;
    }

    /** Cells along the network's own time; along a source, a distance to the output's last step would mean nothing. */
    private List<Scan> scans() {
        return network.graph().scans().stream()
                .filter(s -> s.isRecurrent() && s.output().followsInput())
                .toList();
    }

    private void run(boolean backward) {
        int[] judged = judged(backward);
        Map<String, Boolean> watched = new TreeMap<>();
        for (Scan scan : scans()) {
            scan.graph().states().forEach(s -> watched.put(scan.graph().name() + "." + s.name(), scan.backward()));
        }
        Engine engine = new ReferenceEngine((state, time, examples, gradient) -> {
            if (!Boolean.valueOf(backward).equals(watched.get(state))) return;
            for (int k = 0; k < examples.length; k++) {
                int distance = (backward ? time - judged[examples[k]] : judged[examples[k]] - time) + 1;
                if (distance > 0) norms(state).add(distance, gradient[k]);
            }
        });
        Weights weights = engine.newWeights(network.graph(), network.lossParameters());
        for (Parameter p : network.parameters())
            weights.set(p.name(), network.weights().get(p.name()));
        boolean input = !network.isOneHotInput() && !backward;
        Execution execution = engine.compile(network.graph(), new Engine.Options(Optional.of(loss), input, 1))
                .newExecution(weights);
        differentiate(execution, judged);
        if (input) readInput(execution.inputGradient(), judged);
    }

    private void differentiate(Execution execution, int[] judged) {
        boolean atOneStep = network.outputHasTime();
        boolean sequences = loss.ofSequences().isPresent();
        Batch counted = atOneStep && !sequences ? batch.withTargetMask(mask(judged)) : batch;
        execution.forward(counted, States.initial(), Execution.Mode.GRADIENT);
        if (atOneStep && sequences) {
            execution.backward(ones(judged), States.initial());
        } else {
            execution.loss();
            execution.backward();
        }
    }

    private Norms norms(String name) {
        return found.computeIfAbsent(name, n -> new Norms());
    }

    private void readInput(Tensor gradient, int[] judged) {
        int size = gradient.extent(2);
        for (int b = 0; b < batch.batchSize(); b++) {
            for (int t = judged[b]; t >= 0; t--) {
                int from = (t * batch.batchSize() + b) * size;
                norms("input").add(judged[b] - t, java.util.Arrays.copyOfRange(gradient.doubles(), from, from + size));
            }
        }
    }

    /** The last step of each example that counts, or the first one; -1 if there is none. */
    private int[] judged(boolean first) {
        int[] judged = new int[batch.batchSize()];
        for (int b = 0; b < judged.length; b++) {
            judged[b] = -1;
            for (int t = 0; t < batch.length(b); t++) {
                boolean counts = !network.outputHasTime() || counts(t, b);
                if (counts && !(first && judged[b] >= 0)) judged[b] = t;
            }
        }
        return judged;
    }

    private boolean counts(int t, int b) {
        return loss.ofSequences().isPresent()
                || batch.targetMask().isEmpty()
                || batch.targetMask().get().get(t * batch.batchSize() + b) != 0;
    }

    private Tensor mask(int[] judged) {
        double[] mask = new double[batch.timeSteps() * judged.length];
        for (int b = 0; b < judged.length; b++) {
            if (judged[b] >= 0) mask[judged[b] * judged.length + b] = 1;
        }
        return Tensor.of(mask, batch.timeSteps(), judged.length);
    }

    private Tensor ones(int[] judged) {
        int size = network.outputSize();
        double[] ones = new double[batch.timeSteps() * judged.length * size];
        for (int b = 0; b < judged.length; b++) {
            if (judged[b] < 0) continue;
            int from = (judged[b] * judged.length + b) * size;
            java.util.Arrays.fill(ones, from, from + size, 1);
        }
        return Tensor.of(ones, batch.timeSteps(), judged.length, size);
    }
}
