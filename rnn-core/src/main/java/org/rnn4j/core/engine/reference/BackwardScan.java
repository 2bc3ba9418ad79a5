package org.rnn4j.core.engine.reference;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.rnn4j.api.expr.Node;
import org.rnn4j.api.expr.Source;
import org.rnn4j.core.engine.Tensor;
import org.rnn4j.core.engine.reference.ForwardScan.Moment;
import org.rnn4j.core.grad.Adjoint;
import org.rnn4j.core.trace.SequenceGraph.Scan;
import org.rnn4j.core.trace.SequenceGraph.Value;
import org.rnn4j.core.trace.StepGraph;

/**
 * Backpropagation through time of one scan: its backward graph, run over the same steps in the opposite order.
 *
 * <p>The states of the backward graph begin as the gradients of the final states and end as those of the initial states.
 */
final class BackwardScan {
    private final Backward run;
    private final Scan scan;
    private final ForwardScan forward;
    private final StepGraph graph;
    private final List<Node> forwardNodes;
    private final Map<String, Carried> states = new HashMap<>();

    BackwardScan(Backward run, Scan scan) {
        this.run = run;
        this.scan = scan;
        this.forward = run.forward().of(scan);
        StepGraph backward = run.forward().network().gradient().backward().get(scan);
        if (backward == null)
            throw new AssertionError("no backward graph of " + scan.graph().name());
        this.graph = backward;
        this.forwardNodes = scan.graph().nodes();
    }

    void run() {
        scan.graph().states().forEach(this::start);
        Interpreter interpreter = new Interpreter(graph.nodes(), run.forward().weights());
        GradientWatch watch = run.forward().network().watch();
        List<Moment> moments = forward.moments();
        for (int k = moments.size() - 1; k >= 0; k--) {
            Moment moment = moments.get(k);
            Map<Node, Rows> values =
                    interpreter.run(moment.examples().length, moment.memories(), node -> given(node, moment));
            for (StepGraph.State state : graph.states()) {
                Rows gradient = Interpreter.value(values, state.next());
                state(state.name()).put(moment.examples(), gradient);
                String name = state.name().substring(Adjoint.PREFIX.length());
                watch.state(
                        scan.graph().name() + "." + name,
                        moment.time(),
                        moment.examples(),
                        Segments.flattened(gradient, moment.memories().get(state.axis())));
            }
            addInputGradients(values, moment);
            for (StepGraph.Gradient gradient : graph.gradients()) addToParameter(gradient, values);
        }
        scan.graph().states().forEach(this::finish);
    }

    private Rows given(Node node, Moment moment) {
        Source source = node.detail(Source.class);
        return switch (source.kind()) {
            case PREVIOUS -> state(source.name()).get(moment.examples());
            case COTANGENT -> run.of(scan.output()).get(moment.time(), moment.examples());
            case SAVED -> Interpreter.value(moment.values(), forwardNodes.get(source.index()));
            case INPUT, SIDE, MEMORY, UNIFORM -> throw new AssertionError("not in a backward graph: " + source);
        };
    }

    private void addInputGradients(Map<Node, Rows> values, Moment moment) {
        List<Node> inputs = scan.graph().inputs();
        for (int k = 0; k < inputs.size(); k++) {
            Source source = inputs.get(k).detail(Source.class);
            String result = Adjoint.PREFIX + source.name();
            if (source.kind() == Source.Kind.SIDE || !graph.hasResult(result)) continue;
            Rows gradient = Interpreter.value(values, graph.result(result));
            if (source.kind() == Source.Kind.MEMORY) {
                Value memory = scan.inputs().get(k);
                forward.memories().add(memory, moment.examples(), gradient, run.of(memory));
                continue;
            }
            run.of(scan.inputs().get(k)).add(moment.time(), moment.examples(), gradient);
        }
    }

    /** Adds dY to a vector; to a matrix dYᵀ X, or Xᵀ dY where the equation has the transpose. */
    private void addToParameter(StepGraph.Gradient gradient, Map<Node, Rows> values) {
        String name = gradient.parameter().name();
        Rows dy = Interpreter.value(values, gradient.output());
        if (gradient.input().isEmpty()) {
            run.sums().add(name, summed(dy).transpose().getData());
            return;
        }
        Rows x = Interpreter.value(values, gradient.input().get());
        if (x instanceof Rows.OneHot oneHot) {
            addToLookedUp(gradient, dy, oneHot);
            return;
        }
        Rows left = gradient.transposed() ? x : dy;
        Rows right = gradient.transposed() ? dy : x;
        RealMatrix product = left.numbers().transpose().multiply(right.numbers());
        run.sums().add(name, product.getData());
    }

    /** Adds each row of dY to the column that was looked up; to the row where the equation has the transpose. */
    private void addToLookedUp(StepGraph.Gradient gradient, Rows dy, Rows.OneHot x) {
        double[][] sum = run.sums().matrix(gradient.parameter().name()).getDataRef();
        for (int k = 0; k < x.count(); k++) {
            double[] row = dy.numbers().getRow(k);
            int id = x.ids()[k];
            for (int j = 0; j < row.length; j++) {
                if (gradient.transposed()) {
                    sum[id][j] += row[j];
                } else {
                    sum[j][id] += row[j];
                }
            }
        }
    }

    /** The sum of all rows, [1, size]. */
    private static Array2DRowRealMatrix summed(Rows rows) {
        double[] sum = new double[rows.size()];
        for (double[] row : rows.numbers().getDataRef()) {
            for (int j = 0; j < sum.length; j++) sum[j] += row[j];
        }
        return new Array2DRowRealMatrix(new double[][] {sum}, false);
    }

    /** The gradient of a final state: from what read it in the network, and from outside. */
    private void start(StepGraph.State state) {
        Carried gradient = Carried.zeros(state, run.forward(), forward.lengths());
        Value value = scan.finalStates().get(state.name());
        if (value != null) {
            gradient.numbers().add(run.of(value), forward.lengths().batchSize());
        }
        Tensor outside = run.finalStates().values().get(forward.fullName(state));
        if (outside != null) gradient.add(outside);
        states.put(Adjoint.PREFIX + state.name(), gradient);
    }

    /** Hands the gradient of an initial state to where the state came from. */
    private void finish(StepGraph.State state) {
        Carried gradient = state(Adjoint.PREFIX + state.name());
        run.keepInitialGradient(forward.fullName(state), gradient.tensor());
        if (forward.isPassed(state)) return;
        int[] all = forward.lengths().all();
        Value source = scan.initialStates().get(state.name());
        if (source != null) {
            run.of(source).add(0, all, gradient.get(all));
        } else if (state.learned().isPresent()) {
            double[][] sum = summed(gradient.get(all)).transpose().getData();
            run.sums().add(state.learned().get().name(), sum);
        }
    }

    private Carried state(String name) {
        Carried state = states.get(name);
        if (state == null) throw new AssertionError("no state " + name);
        return state;
    }
}
