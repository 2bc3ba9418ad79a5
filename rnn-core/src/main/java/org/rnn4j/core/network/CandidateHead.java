package org.rnn4j.core.network;

import static org.rnn4j.api.expr.Operations.concat;
import static org.rnn4j.api.expr.Operations.dot;
import static org.rnn4j.api.expr.Operations.logSoftmax;
import static org.rnn4j.api.expr.Operations.slice;

import java.util.Optional;
import org.rnn4j.api.Loss;
import org.rnn4j.api.Step;
import org.rnn4j.api.expr.Node;
import org.rnn4j.api.expr.Parameter;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.Engine;
import org.rnn4j.core.engine.Execution;
import org.rnn4j.core.engine.Execution.LossSum;
import org.rnn4j.core.engine.Execution.Mode;
import org.rnn4j.core.engine.Precision;
import org.rnn4j.core.engine.States;
import org.rnn4j.core.engine.Tensor;
import org.rnn4j.core.engine.Weights;
import org.rnn4j.core.engine.Weights.Line;

/**
 * The end of a network over the right class of each step and some candidates: a small network of its own, whose weights are the
 * candidates' rows of the large matrix, and whose input at a step is
 * <pre>
 * h [size], the right class's row [size], its bias less log Q [1]
 * </pre>
 * So all products are the engine's, and what is copied grows with the steps and the candidates, not with the classes.
 */
final class CandidateHead implements OutputHead {
    private static final String HITS = "hits";
    private static final String WEIGHTS = "head.W_hy";
    private static final String BIASES = "head.b_y";
    /** Added to the logit of a candidate that is the right class: it counts once. */
    private static final double NEVER = -1e9;

    /** Of the right class, which stands first, among it and the candidates. */
    private static final class CrossEntropy implements Loss {
        @Override
        public Node loss(Node prediction, Node target) {
            return dot(target, logSoftmax(prediction)).negate();
        }

        @Override
        public Target target() {
            return Target.CLASS;
        }
    }

    private final LinearOutput end;
    private final int size;
    private final int classes;
    private final CandidateSampler sampler;
    private final int candidates;
    private final Network network;
    private final Execution execution;
    private CandidateDraw draw;
    private int[] targets = new int[0];
    private boolean[] counted = new boolean[0];

    CandidateHead(LinearOutput end, Loss.Candidates wanted, Precision precision, int threads) {
        this.end = end;
        this.size = end.matrix().columns();
        this.classes = end.matrix().rows();
        this.sampler = new CandidateSampler(wanted, classes);
        this.candidates = sampler.count();
        this.draw = sampler.draw(0, 0);
        this.network = Network.builder()
                .vectorInput(2 * size + 1)
                .layer("head", (flow, x) -> flow.map(x, this::logits))
                .precision(precision)
                .build();
        this.execution = network.newExecution(new Engine.Options(Optional.of(new CrossEntropy()), true, threads));
    }

    private void logits(Step t) {
        Node h = slice(t.input(), 0, size).named("h");
        Node right = dot(h, slice(t.input(), size, size)).plus(slice(t.input(), 2 * size, 1));
        t.output(concat(right, t.affine("y", candidates, h).plus(t.side(HITS, candidates))));
    }

    @Override
    public LossSum loss(Weights weights, Mode mode, Tensor h, Batch batch, boolean[] isCounted) {
        draw = sampler.draw(mode.seed(), mode.step());
        counted = isCounted;
        targets = batch.target().orElseThrow().ids();
        gather(weights);
        int rows = counted.length;
        int width = 2 * size + 1;
        double[] input = new double[rows * width];
        double[] hits = new double[rows * candidates];
        int[] places = places();
        double[] line = new double[size];
        for (int row = 0; row < rows; row++) {
            if (!counted[row]) continue;
            int at = row * width;
            for (int k = 0; k < size; k++) input[at + k] = h.get(row * size + k);
            weights.read(end.matrix().parameter().name(), line(targets[row]), line);
            System.arraycopy(line, 0, input, at + size, size);
            input[at + 2 * size] = bias(weights, targets[row]);
            if (places[targets[row]] > 0) hits[row * candidates + places[targets[row]] - 1] = NEVER;
        }
        Batch steps = Batch.of(Tensor.of(input, batch.timeSteps(), batch.batchSize(), width), batch.lengths())
                .withSide(HITS, Tensor.of(hits, batch.timeSteps(), batch.batchSize(), candidates))
                .withTarget(Tensor.ofIds(new int[rows], batch.timeSteps(), batch.batchSize()));
        Batch judged = batch.targetMask().map(steps::withTargetMask).orElse(steps);
        return execution.forward(judged, States.initial(), Mode.GRADIENT).loss();
    }

    /** For each class one more than its place among the candidates, 0 if it is none. */
    private int[] places() {
        int[] places = new int[classes];
        for (int k = 0; k < candidates; k++) places[draw.classes()[k]] = k + 1;
        return places;
    }

    private void gather(Weights weights) {
        double[] rows = new double[candidates * size];
        double[] biases = new double[candidates];
        double[] line = new double[size];
        for (int k = 0; k < candidates; k++) {
            weights.read(end.matrix().parameter().name(), line(draw.classes()[k]), line);
            System.arraycopy(line, 0, rows, k * size, size);
            biases[k] = bias(weights, draw.classes()[k]);
        }
        network.weights().set(WEIGHTS, rows);
        network.weights().set(BIASES, biases);
    }

    /** Where the numbers of a class stand. */
    private Line line(int each) {
        return new Line(end.matrix().transposed(), each);
    }

    private double bias(Weights weights, int each) {
        double[] bias = new double[1];
        end.bias().map(Parameter::name).ifPresent(name -> weights.read(name, new Line(false, each), bias));
        return bias[0] - draw.logExpected(each);
    }

    @Override
    public double[] backward(Weights gradients) {
        execution.gradients().clear();
        execution.backward();
        Tensor input = execution.inputGradient();
        double[] rows = execution.gradients().get(WEIGHTS);
        double[] biases = execution.gradients().get(BIASES);
        for (int k = 0; k < candidates; k++) add(gradients, draw.classes()[k], rows, k * size, biases[k]);
        int width = 2 * size + 1;
        double[] ofInput = input.doubles();
        double[] gradient = new double[counted.length * size];
        for (int row = 0; row < counted.length; row++) {
            if (!counted[row]) continue;
            System.arraycopy(ofInput, row * width, gradient, row * size, size);
            add(gradients, targets[row], ofInput, row * width + size, ofInput[row * width + 2 * size]);
        }
        return gradient;
    }

    private void add(Weights gradients, int each, double[] from, int at, double bias) {
        double[] line = java.util.Arrays.copyOfRange(from, at, at + size);
        gradients.add(end.matrix().parameter().name(), line(each), line);
        end.bias().ifPresent(b -> gradients.add(b.name(), new Line(false, each), new double[] {bias}));
    }
}
